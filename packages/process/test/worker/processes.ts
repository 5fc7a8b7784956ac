// Loaded by the threads of workers.
import { isMainThread, threadId } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { Completer, Pid, Process, ProcessError } from '@quorate/process';
import type { Future, ProcessOptions } from '@quorate/process';
import { transfer } from '@quorate/process/worker';
import { Text } from './text.ts';

/** Writes 1 when it comes up and 2 when it goes down, to what its creator looks at, too. */
export class Counter extends Process {
  declare readonly self: Pid<Counter>;
  readonly #offset: number;
  readonly #signs: Int32Array | undefined;
  readonly #never = new Completer<string>();
  readonly #heard: string[] = [];

  constructor(offset = 0, signs?: Int32Array, options?: ProcessOptions) {
    super(options);
    this.#offset = offset;
    this.#signs = signs;
  }

  /** What `send` and `post` have brought, and from whom. */
  heard(): readonly string[] {
    return this.#heard;
  }

  /** From a process beside it in the thread. */
  sendFromAnother(to: string, text: string): string {
    class Another extends Process {
      protected override initialize(): void {
        this.send(Pid.parse(to), Text, text);
      }
    }
    return `${this.runtime.spawn(new Another({ id: 'another' }))}`;
  }

  sendLater(to: string, text: string): void {
    this.send(Pid.parse(to), Text, text);
  }

  requestOutside(to: string): Future<string> {
    return this.runtime.request(Pid.parse(to), Text, 'x', Text);
  }

  heardCount(): number {
    return this.#heard.length;
  }

  async lingerLonger(): Promise<string> {
    await this.runtime.after(50);
    return 'lingered';
  }

  linkTo(to: string): void {
    this.link(Pid.parse(to));
  }

  protected override exited(pid: Pid): void {
    this.#heard.push(`exited ${pid}`);
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
    this.install(Text, (from, text) => {
      this.#heard.push(`${text} from ${from} (${this.trace})`);
      if (text === 'crash') throw new Error('crashed by a message');
      if (text === 'spin') for (;;);
      this.reply(Text, `${text}, too`);
    });
    this.install('bytes', (from, body) => {
      this.#heard.push(`${[...body]} from ${from}`);
    });
  }

  protected override finalize(): void {
    this.#signs?.fill(2);
  }
}
