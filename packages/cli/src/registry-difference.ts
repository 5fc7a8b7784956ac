import { toProtoJson, Registry } from '@quorate/messages';
import type { JsonValue } from '@quorate/messages';

/** What is different in one part of the registry. */
export interface RegistryDifference {
  /** `master`, `admitted`, `unreachable`, `gone`, or the name of another field. */
  readonly part: string;
  /** The id of an agent; absent for other fields. */
  readonly id?: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** What one registry has that another has not, agents by their ids. */
export function registryDifferences(
  before: Registry | undefined,
  after: Registry | undefined,
): readonly RegistryDifference[] {
  const [from, to] = [jsonOf(before), jsonOf(after)];
  const lists = [
    ['admitted', 'slaves', adminId],
    ['unreachable', 'unreachable', plainId],
    ['gone', 'gone', plainId],
  ] as const;
  const inLists = new Set<string>(lists.map(([, field]) => field));
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const fields = names
    .filter((name) => !inLists.has(name))
    .flatMap((name) => differenceOf(name, text(from[name]), text(to[name])));
  const agents = lists.flatMap(([part, field, idOf]) =>
    listDifferences(part, byId(from[field], idOf), byId(to[field], idOf)),
  );
  return [...fields, ...agents];
}

type Json = Readonly<Record<string, JsonValue | undefined>>;

function jsonOf(registry: Registry | undefined): Json {
  return registry ? (toProtoJson(Registry, registry) as Json) : {};
}

function adminId(agent: Json): string {
  return plainId(agent['info'] as Json);
}

function plainId(agent: Json): string {
  const id = agent['id'] as { readonly value?: string } | undefined;
  return id?.value ?? '';
}

function byId(list: JsonValue | undefined, idOf: (agent: Json) => string): Map<string, string> {
  const { slaves = [] } = (list ?? {}) as { readonly slaves?: readonly Json[] };
  return new Map(slaves.map((agent) => [idOf(agent), JSON.stringify(agent)]));
}

function listDifferences(
  part: string,
  from: ReadonlyMap<string, string>,
  to: ReadonlyMap<string, string>,
): readonly RegistryDifference[] {
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((id) =>
    differenceOf(part, from.get(id), to.get(id)).map((each) => ({ ...each, id })),
  );
}

function differenceOf(
  part: string,
  from: string | undefined,
  to: string | undefined,
): readonly RegistryDifference[] {
  if (from === to) return [];
  if (from === undefined) return [{ part, change: 'added' }];
  return [{ part, change: to === undefined ? 'removed' : 'changed' }];
}

function text(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
