import type { Action, Metadata } from '@quorate/messages';
import type { LogError } from '../errors.ts';
import { toPosition } from '../protocol/types.ts';
import type { StorageBatch } from '../storage.ts';

/** What is kept back until the batch is durable. */
export interface Release {
  /** The batch is durable: answer. */
  complete(): void;
  /** It never will be. */
  fail?(error: LogError): void;
}

/** What requests served together want on disk, and the answers that must wait for it. */
export class ReplicaBatch {
  readonly #actions = new Map<number, Action>();
  readonly #releases: Release[] = [];
  #metadata: Metadata | undefined;
  #memberOf: string | undefined;
  #truncateTo = 0;
  #length = 0;
  #sizeBytes = 0;

  /** How many requests it serves. */
  get length(): number {
    return this.#length;
  }

  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  /** The records it writes: newer than what is on disk. */
  get actions(): ReadonlyMap<number, Action> {
    return this.#actions;
  }

  get truncates(): boolean {
    return this.#truncateTo > 0;
  }

  get writes(): boolean {
    return this.#actions.size > 0 || (this.#metadata ?? this.#memberOf) !== undefined;
  }

  count(sizeBytes: number): void {
    this.#length++;
    this.#sizeBytes += sizeBytes;
  }

  putMetadata(metadata: Metadata): void {
    this.#metadata = metadata;
  }

  putMembership(memberOf: string): void {
    this.#memberOf = memberOf;
  }

  putAction(action: Action): void {
    this.#actions.set(action.position, action);
  }

  truncate(to: number): void {
    this.#truncateTo = Math.max(this.#truncateTo, to);
    for (const position of this.#actions.keys()) if (position < to) this.#actions.delete(position);
  }

  keepBack(release: Release): void {
    this.#releases.push(release);
  }

  toStorageBatch(): StorageBatch {
    return {
      actions: [...this.#actions.values()],
      ...(this.#metadata && { metadata: this.#metadata }),
      ...(this.#memberOf !== undefined && { memberOf: this.#memberOf }),
      ...(this.truncates && { truncateTo: toPosition(this.#truncateTo) }),
    };
  }

  complete(): void {
    for (const release of this.#releases) release.complete();
  }

  fail(error: LogError): void {
    for (const release of this.#releases) release.fail?.(error);
  }
}
