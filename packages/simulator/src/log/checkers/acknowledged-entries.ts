import type { Operation } from '../history.ts';
import type { ReplicaView } from '../replica-view.ts';
import { valueOf } from '../log-message.ts';
import type { Checker } from './checker.ts';

/**
 * An append that was acknowledged is what every read and every replica has at its position, until
 * it is truncated (L3); one that failed for certain is nowhere, and no value is there twice (L5).
 * A position that was returned before an append began is lower than that append's (L4).
 */
export class AcknowledgedEntries implements Checker {
  readonly invariant = 'acknowledged-entries';
  readonly #byPosition = new Map<number, string>();
  readonly #byValue = new Map<string, number>();
  readonly #failed = new Set<string>();
  /** Returns in order, with the highest position returned until then. */
  readonly #returns: { readonly at: number; readonly position: number }[] = [];

  returned(operation: Operation): string | undefined {
    if (operation.type === 'append') return this.#appended(operation);
    for (const [position, value] of operation.entries ?? []) {
      const problem = this.#seen(position, value, `a read on ${operation.node}`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  finished(replicas: readonly ReplicaView[]): string | undefined {
    // The last one may be known to its writer only: a catch-up leaves it out.
    const last = Math.max(-1, ...this.#byPosition.keys());
    for (const { address, actions, begin } of replicas) {
      for (const action of actions.values()) {
        if (!action.learned || !action.append || action.position < begin) continue;
        const value = new TextDecoder().decode(action.append.bytes);
        const problem = this.#seen(action.position, value, address);
        if (problem !== undefined) return problem;
      }
      for (const [position, value] of this.#byPosition) {
        if (position < begin || position === last) continue;
        const action = actions.get(position);
        const held = action?.learned ? valueOf(action) : 'nothing learned';
        if (held !== `append ${value}`) {
          return `"${value}" was acknowledged at position ${position}, where ${address} has ${held}`;
        }
      }
    }
    return undefined;
  }

  #appended(operation: Operation): string | undefined {
    const { value = '', outcome, position, invokedAt, returnedAt = 0 } = operation;
    if (outcome === 'failed') {
      this.#failed.add(value);
      const at = this.#byValue.get(value);
      return at === undefined
        ? undefined
        : `"${value}" failed for certain and is at position ${at}`;
    }
    if (outcome !== 'succeeded' || position === undefined) return undefined;
    const before = this.#returnedBefore(invokedAt);
    if (before >= position) {
      return `an append that began after position ${before} was returned got position ${position}`;
    }
    this.#returns.push({
      at: returnedAt,
      position: Math.max(position, this.#returns.at(-1)?.position ?? -1),
    });
    return this.#seen(position, value, `an append on ${operation.node}`);
  }

  /** The highest position that was returned before a moment, or -1. */
  #returnedBefore(moment: number): number {
    let [low, high] = [0, this.#returns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#returns[middle]?.at ?? 0) < moment) low = middle + 1;
      else high = middle;
    }
    return this.#returns[low - 1]?.position ?? -1;
  }

  #seen(position: number, value: string, where: string): string | undefined {
    const known = this.#byPosition.get(position);
    if (known !== undefined && known !== value) {
      return `${where} has "${value}" at position ${position}, where "${known}" was before`;
    }
    const at = this.#byValue.get(value);
    if (at !== undefined && at !== position) {
      return `${where} has "${value}" at position ${position}, and it was at ${at} before`;
    }
    if (this.#failed.has(value)) return `${where} has "${value}", whose append failed for certain`;
    this.#byPosition.set(position, value);
    this.#byValue.set(value, position);
    return undefined;
  }
}
