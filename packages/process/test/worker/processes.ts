// Loaded by the threads of workers.
import { isMainThread, threadId } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { Completer, Process, ProcessError } from '@quorate/process';
import type { Future, Pid, ProcessOptions } from '@quorate/process';
import { transfer } from '@quorate/process/worker';

/** Writes 1 when it comes up and 2 when it goes down, to what its creator looks at, too. */
export class Counter extends Process {
  declare readonly self: Pid<Counter>;
  readonly #offset: number;
  readonly #signs: Int32Array | undefined;
  readonly #never = new Completer<string>();

  constructor(offset = 0, signs?: Int32Array, options?: ProcessOptions) {
    super(options);
    this.#offset = offset;
    this.#signs = signs;
  }

  add(left: number, right: number): number {
    return left + right + this.#offset;
  }

  thread(): number {
    return isMainThread ? 0 : threadId;
  }

  traced(): string | undefined {
    return this.trace;
  }

  take(value: unknown): string {
    return JSON.stringify(value);
  }

  fail(): never {
    const cause = new ProcessError('MAILBOX_FULL', 'too much');
    throw Object.assign(new RangeError('told to fail', { cause }), { code: 'TOLD' });
  }

  throwText(): never {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- somebody might
    throw 'only a text';
  }

  /** Until the caller discards. */
  wait(): Future<string> {
    return this.#never.future.onDiscard(() => this.#never.discard());
  }

  abandoned(): Future<string> {
    const completer = new Completer<string>();
    completer.abandon();
    return completer.future;
  }

  async later(): Promise<string> {
    await this.runtime.after(1);
    return 'later';
  }

  sum(buffer: ArrayBuffer): number {
    return new Uint8Array(buffer).reduce((a, b) => a + b, 0);
  }

  fill(length: number): { bytes: ArrayBuffer; left: () => number } | { bytes: ArrayBuffer } {
    const bytes = new Uint8Array(length).fill(7).buffer;
    return transfer({ bytes }, [bytes]);
  }

  answer(port: MessagePort): void {
    port.postMessage('hello from a thread');
  }

  closure(): () => void {
    return () => undefined;
  }

  finish(): void {
    this.runtime.terminate(this.self);
  }

  crash(): void {
    this.runtime.terminate(this.self, {
      reason: Object.assign(new Error('crashed'), { code: 'CRASH' }),
    });
  }

  throwOutside(): void {
    setTimeout(() => {
      throw new TypeError('outside of everything');
    }, 0);
  }

  exit(): void {
    process.exit(3);
  }

  spin(): void {
    for (;;);
  }

  /** What waits for a time keeps a thread up. */
  linger(): void {
    setInterval(() => undefined, 1_000);
  }

  protected override initialize(): void {
    this.#signs?.fill(1);
  }

  protected override finalize(): void {
    this.#signs?.fill(2);
  }
}
