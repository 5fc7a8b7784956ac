import { defaultRuntime } from '../default-runtime.ts';
import type { Future } from '../futures/future.ts';
import type { Pid } from '../pid.ts';
import { Process } from '../process.ts';
import type { Runtime } from '../runtime.ts';
import type { MessageType } from '../transport/message-type.ts';
import { Queue } from './queue.ts';
import { checkLimit } from './sync-error.ts';

/** Which messages a stream takes, and how many may wait. */
export interface MessageStreamOptions {
  readonly runtime?: Runtime;
  /** The id of its process. Default: a generated one. */
  readonly id?: string;
  /** Messages that wait to be taken; the oldest makes room for one more. Default 1,024. */
  readonly limit?: number;
}

/** A message, and who sent it. */
export interface Received<M> {
  readonly from: Pid;
  readonly message: M;
}

const LIMIT = 1024;

class InboxProcess<M> extends Process {
  readonly queue = new Queue<Received<M>>();
  dropped = 0;
  readonly #type: MessageType<M>;
  readonly #limit: number;

  constructor(type: MessageType<M>, { id, limit = LIMIT }: MessageStreamOptions) {
    super({ ...(id !== undefined && { id }), idPrefix: 'messages' });
    this.#type = type;
    this.#limit = checkLimit('limit', limit);
  }

  protected override initialize(): void {
    this.install(this.#type, (from, message) => {
      if (this.queue.size >= this.#limit) {
        this.queue.get().onReady(() => this.dropped++);
      }
      this.queue.put({ from, message });
    });
  }

  protected override finalize(): void {
    this.queue.close();
  }
}

/**
 * The messages of one type that are sent to a process of its own, for a `for await`: outside any
 * process, or where one after the other is what is wanted. The loop ends when the stream is closed, or
 * its process or runtime ends.
 */
export class MessageStream<M> implements AsyncIterable<Received<M>>, AsyncDisposable {
  readonly #runtime: Runtime;
  readonly #inbox: InboxProcess<M>;

  /** Throws `SYNC_OPTION_INVALID`, and what `spawn` does. */
  constructor(type: MessageType<M>, options: MessageStreamOptions = {}) {
    this.#runtime = options.runtime ?? defaultRuntime();
    this.#inbox = new InboxProcess(type, options);
    this.#runtime.spawn(this.#inbox);
  }

  /** Where to send them. */
  get pid(): Pid {
    return this.#inbox.self;
  }

  /** How many were dropped, because nobody took them in time. */
  get dropped(): number {
    return this.#inbox.dropped;
  }

  [Symbol.asyncIterator](): AsyncIterator<Received<M>, void, void> {
    return this.#inbox.queue[Symbol.asyncIterator]();
  }

  /** Takes no more; what was received can still be taken. */
  close(): Future<void> {
    this.#runtime.terminate(this.pid, { inject: false });
    return this.#runtime.wait(this.pid).andThen(() => undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}
