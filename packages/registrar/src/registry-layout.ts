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
  for (const field of fieldsOf(bytes, 0, bytes.length)) {
    const part = PART_OF_FIELD[field.number] ?? 5;
    const place = parts[part];
    const isList = part === 1 || part === 3 || part === 4;
    if (part < lastPart || !place || (isList && place.size > 0)) return undefined;
    lastPart = part;
    place.size += field.end - field.start;
    if (!isList) continue;
    const list = field.wireType === LENGTH_DELIMITED ? listLayoutOf(bytes, field) : undefined;
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

function listLayoutOf(bytes: Uint8Array, list: WireField): ListLayout | undefined {
  const agents: number[] = [];
  let trailer = 0;
  for (const { number, start, end } of fieldsOf(bytes, list.valueStart, list.end)) {
    if (number !== 1) trailer += end - start;
    else if (trailer > 0) return undefined;
    else agents.push(end - start);
  }
  return { header: list.valueStart - list.start, agents, trailer };
}

interface WireField {
  readonly number: number;
  readonly wireType: number;
  /** Of its tag. */
  readonly start: number;
  /** Of its value, behind the length if it has one. */
  readonly valueStart: number;
  readonly end: number;
}

function* fieldsOf(bytes: Uint8Array, from: number, to: number): Generator<WireField> {
  for (let start = from; start < to;) {
    const tag = varintAt(bytes, start);
    const [number, wireType] = [Math.floor(tag.value / 8), tag.value % 8];
    const [valueStart, end] = valueEnd(bytes, tag.end, wireType);
    yield { number, wireType, start, valueStart, end };
    start = end;
  }
}

function valueEnd(bytes: Uint8Array, at: number, wireType: number): readonly [number, number] {
  switch (wireType) {
    case 0:
      return [at, varintAt(bytes, at).end];
    case 1:
      return [at, at + 8];
    case LENGTH_DELIMITED: {
      const length = varintAt(bytes, at);
      return [length.end, length.end + length.value];
    }
    case 3:
      return [at, groupEnd(bytes, at)];
    default:
      return [at, at + 4];
  }
}

function groupEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    const tag = varintAt(bytes, at);
    if (tag.value % 8 === 4) return tag.end;
    [, at] = valueEnd(bytes, tag.end, tag.value % 8);
  }
}

function varintAt(
  bytes: Uint8Array,
  from: number,
): { readonly value: number; readonly end: number } {
  let value = 0;
  let scale = 1;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, end: at + 1 };
    scale *= 0x80;
  }
  throw new RangeError('the bytes are no registry');
}
