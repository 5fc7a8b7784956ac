import { Registry } from '@quorate/messages';
import type { StoreRecord, Term } from '../registry-history.ts';
import { nameOf } from './registry-checker.ts';
import type { RegistryChecker } from './registry-checker.ts';

/** An agent is in one list, once (G8): admitted, unreachable or gone. */
export class UniqueAgents implements RegistryChecker {
  readonly invariant = 'unique-agents';

  storing(store: StoreRecord, value: Uint8Array): string | undefined {
    const id = firstTwice(Registry.decode(value));
    return id === undefined ? undefined : `agent ${id} is twice in ${nameOf(store)}`;
  }

  recovered({ master }: Term, registry: Registry): string | undefined {
    const id = firstTwice(registry);
    return id === undefined ? undefined : `agent ${id} is twice in what ${master} has recovered`;
  }
}

function firstTwice({ slaves, unreachable, gone }: Registry): string | undefined {
  const seen = new Set<string>();
  const ids = [
    ...(slaves?.slaves ?? []).map(({ info }) => info.id?.value ?? ''),
    ...(unreachable?.slaves ?? []).map(({ id }) => id.value),
    ...(gone?.slaves ?? []).map(({ id }) => id.value),
  ];
  return ids.find((id) => seen.size === seen.add(id).size);
}
