import { FieldCursor } from './field-cursor.ts';

/**
 * Where the parts of an encoded registry stand: what is in front of the admitted agents (the master),
 * these, what is in front of the unreachable ones, these, the gone ones, and the rest.
 */
export interface RegistryLayout {
  readonly head: number;
  readonly admitted: ListLayout | undefined;
  readonly middle: number;
  readonly unreachable: ListLayout | undefined;
  readonly gone: ListLayout | undefined;
  readonly tail: number;
}

/** Sizes in bytes. */
export interface ListLayout {
  /** Where its first agent stands in the registry. */
  readonly start: number;
  /** Tag and length of the list. */
  readonly header: number;
  /** Each with its tag and length. */
  readonly agents: readonly number[];
  /** Fields of the list that nobody knows. */
  readonly trailer: number;
}

const LENGTH_DELIMITED = 2;
/** The parts in their order, and the fields they hold; what is not named is in the tail. */
const PART_OF_FIELD: readonly number[] = [5, 0, 1, 2, 2, 2, 2, 3, 4];

/**
 * The layout of an encoded registry, whose bytes must be a valid one. Undefined if the fields are not
 * in the order in which Mesos writes them, or one of the lists is there twice: then it has none.
 */
export function layoutOf(bytes: Uint8Array): RegistryLayout | undefined {
  const parts: { size: number; list?: ListLayout }[] = Array.from({ length: 6 }, () => ({
    size: 0,
  }));
  let lastPart = 0;
  const field = new FieldCursor(bytes);
  while (field.next()) {
    const part = PART_OF_FIELD[field.number] ?? 5;
    const place = parts[part];
    const isList = part === 1 || part === 3 || part === 4;
    if (part < lastPart || !place || (isList && place.size > 0)) return undefined;
    lastPart = part;
    place.size += field.end - field.start;
    if (!isList) continue;
    const list = field.wireType === LENGTH_DELIMITED ? listLayoutOf(field) : undefined;
    if (!list) return undefined;
    place.list = list;
  }
  const [head, admitted, middle, unreachable, gone, tail] = parts;
  return {
    head: head?.size ?? 0,
    admitted: admitted?.list,
    middle: middle?.size ?? 0,
    unreachable: unreachable?.list,
    gone: gone?.list,
    tail: tail?.size ?? 0,
  };
}

function listLayoutOf(list: FieldCursor): ListLayout | undefined {
  const agents: number[] = [];
  let trailer = 0;
  const field = list.nested();
  while (field.next()) {
    const size = field.end - field.start;
    if (field.number !== 1) trailer += size;
    else if (trailer > 0) return undefined;
    else agents.push(size);
  }
  return { start: list.valueStart, header: list.valueStart - list.start, agents, trailer };
}
