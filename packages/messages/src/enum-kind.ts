import type { FieldPlace } from './errors.ts';
import type { ExactJson } from './json-value.ts';
import { fail, failJson } from './kind.ts';
import type { Kind } from './kind.ts';
import { VARINT } from './wire-cursor.ts';
import type { WireCursor } from './wire-cursor.ts';

/** The literals of an enum and their numbers; `protoNameOf` says how the proto names them. */
export type EnumNumbers<L extends string> = { readonly [Literal in L]: number };

/** The name in the proto: a lower-case literal stands for the one in upper case, others for itself. */
export function protoNameOf(literal: string): string {
  return literal === literal.toLowerCase() ? literal.toUpperCase() : literal;
}

/** An enum whose unknown values are refused. */
export function closedEnum<L extends string>(numbers: EnumNumbers<L>): EnumKind<L> {
  return new EnumKind(numbers, false);
}

/**
 * An enum that grows, such as those to which upstream gave a value UNKNOWN = 0. An optional field
 * with an unknown value counts as absent, and the value is kept among the unknown fields.
 */
export function openEnum<L extends string>(numbers: EnumNumbers<L>): EnumKind<L> {
  return new EnumKind(numbers, true);
}

/** See `closedEnum` and `openEnum`. */
export class EnumKind<L extends string> implements Kind<L> {
  readonly name = 'enum';
  readonly wireType = VARINT;
  /** Number by literal. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly isOpen: boolean;
  readonly #literals = new Map<number, L>();

  constructor(numbers: EnumNumbers<L>, isOpen: boolean) {
    const entries = Object.entries(numbers) as [L, number][];
    this.numbers = new Map(entries);
    for (const [literal, number] of entries) this.#literals.set(number, literal);
    this.isOpen = isOpen;
  }

  check(cursor: WireCursor, place: FieldPlace): void {
    cursor.varint(place);
    if (!cursor.isInt32) cursor.fail('unknown-enum', place);
    if (!this.isOpen && !this.#literals.has(cursor.low)) cursor.fail('unknown-enum', place);
  }

  fromGenerated(raw: unknown): L {
    return this.#literals.get(raw as number) as L;
  }

  toGenerated(value: unknown, place: FieldPlace): unknown {
    const number = typeof value === 'string' ? this.numbers.get(value) : undefined;
    if (number !== undefined) return number;
    const reason = typeof value === 'string' ? 'unknown-enum' : 'wrong-type';
    return fail(place, reason, `one of ${[...this.numbers.keys()].join(', ')}`, value);
  }

  toJson(value: L): ExactJson {
    return protoNameOf(value);
  }

  fromJson(json: unknown, path: string): L {
    for (const literal of this.#literals.values()) {
      if (protoNameOf(literal) === json) return literal;
    }
    const names = [...this.numbers.keys()].map(protoNameOf);
    return failJson(path, `one of ${names.join(', ')}`, json);
  }
}
