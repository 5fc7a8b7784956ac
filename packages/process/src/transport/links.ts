import type { Pid } from '../pid.ts';
import type { ProcessCell } from '../process-cell.ts';

/**
 * Links to processes in other runtimes. They share one connection per address: when it breaks,
 * each linker learns of each process that it had linked there, once.
 */
export class RemoteLinks {
  readonly #byAddress = new Map<string, Map<ProcessCell, Map<string, Pid>>>();

  add(linker: ProcessCell, linkee: Pid): void {
    const linkers = getOrAdd(
      this.#byAddress,
      linkee.address,
      () => new Map<ProcessCell, Map<string, Pid>>(),
    );
    getOrAdd(linkers, linker, () => new Map<string, Pid>()).set(linkee.id, linkee);
  }

  /** Forgets an ended linker. */
  forget(linker: ProcessCell): void {
    for (const linkers of this.#byAddress.values()) linkers.delete(linker);
  }

  /** Uses up the links to `address` and says who must hear of what. */
  take(address: string): readonly { readonly linker: ProcessCell; readonly linkee: Pid }[] {
    const linkers = this.#byAddress.get(address);
    this.#byAddress.delete(address);
    return [...(linkers ?? [])].flatMap(([linker, linkees]) =>
      [...linkees.values()].map((linkee) => ({ linker, linkee })),
    );
  }
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
