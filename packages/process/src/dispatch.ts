import type { Process } from './process.ts';

type Method = (...args: never[]) => unknown;

/** The names of the methods of `P` that may be dispatched: its own public ones. */
export type DispatchName<P> = {
  [K in keyof P]: K extends keyof Process ? never : P[K] extends Method ? K : never;
}[keyof P] &
  string;

/** The arguments of the method `M` of `P`. */
export type DispatchArgs<P, M extends keyof P> = P[M] extends (
  ...args: infer A extends readonly unknown[]
) => unknown
  ? A
  : never;

/** What a future of the result of `R` holds: futures and promises are flattened. */
export type Resolved<R> = R extends PromiseLike<infer U> ? Resolved<U> : R;

/** What a future of a dispatch of `P`'s method `M` holds. */
export type DispatchResult<P, M extends keyof P> = P[M] extends (...args: never[]) => infer R
  ? Resolved<R>
  : never;
