import type { Kind } from './kind.ts';

/** How often a field occurs. */
export type FieldLabel = 'required' | 'optional' | 'repeated' | 'optionalRepeated' | 'map';

/** A declared field: its number in the .proto file, its label and the type of its values. */
export interface Field<T = unknown, L extends FieldLabel = FieldLabel> {
  readonly number: number;
  readonly label: L;
  readonly kind: Kind<T>;
  /** Name of the oneof the field belongs to: at most one field of a oneof is present. */
  readonly oneof?: string;
  /** What JSON shows when the field is absent, as upstream does; absent for no default. */
  readonly jsonDefault?: T;
}

/**
 * The fields of a message, one per property, in tag order; the labels are checked against the
 * presence of the properties in the message's interface.
 */
export type FieldTable<M> = {
  readonly [K in Exclude<keyof M, 'unknownFields'>]-?: FieldOf<M[K]>;
};

// In tuples, so that a union (boolean, string literals) is one type of values and not several.
type FieldOf<P> = [undefined] extends [P]
  ? [Exclude<P, undefined>] extends [readonly (infer E)[]]
    ? Field<E, 'optionalRepeated'>
    : Field<Exclude<P, undefined>, 'optional'>
  : [P] extends [readonly (infer E)[]]
    ? Field<E, 'repeated'>
    : [P] extends [ReadonlyMap<string, infer V>]
      ? Field<V, 'map'>
      : Field<P, 'required'>;

/** A field without which a message is malformed. */
export function required<T>(number: number, kind: Kind<T>): Field<T, 'required'> {
  return { number, kind, label: 'required' };
}

/**
 * A field that is absent unless it was set.
 *
 * @param jsonDefault the default of the .proto file, if it has one and the field is not deprecated
 */
export function optional<T>(number: number, kind: Kind<T>, jsonDefault?: T): Field<T, 'optional'> {
  const field = { number, kind, label: 'optional' } as const;
  return jsonDefault === undefined ? field : { ...field, jsonDefault };
}

/** An optional field of a oneof: present only if the others are absent. */
export function oneOf<T>(oneof: string, number: number, kind: Kind<T>): Field<T, 'optional'> {
  return { number, kind, oneof, label: 'optional' };
}

/** A field that is always an array, empty if it does not occur. */
export function repeated<T>(number: number, kind: Kind<T>): Field<T, 'repeated'> {
  return { number, kind, label: 'repeated' };
}

/** A field that is an array if it occurs and absent otherwise. */
export function optionalRepeated<T>(number: number, kind: Kind<T>): Field<T, 'optionalRepeated'> {
  return { number, kind, label: 'optionalRepeated' };
}

/** A map from strings, always present. */
export function map<T>(number: number, kind: Kind<T>): Field<T, 'map'> {
  return { number, kind, label: 'map' };
}
