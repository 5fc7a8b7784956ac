import { Completer } from '../futures/completer.ts';
import type { FailureReporter } from '../futures/future-core.ts';
import type { Future } from '../futures/future.ts';
import type { MessageType } from './message-type.ts';
import { Pid } from '../pid.ts';
import type { Message } from './transport.ts';

interface PendingRequest {
  readonly completer: Completer<unknown>;
  readonly responseType: MessageType<unknown>;
}

const ID = /^__req_res__\(\d+\)$/;

/**
 * Receives the responses to all requests of one runtime, each under an id of its own
 * (`__req_res__(N)`), so that a request costs neither a process nor a timer.
 */
export class Responder {
  readonly #address: string;
  /** By the id that the response is sent to. */
  readonly #pending = new Map<string, PendingRequest>();
  #last = 0;

  constructor(address: string) {
    this.#address = address;
  }

  /** A new request: the pid to send it from, and the future of its response. */
  open<R>(
    responseType: MessageType<R>,
    reporter: FailureReporter,
  ): { from: Pid; response: Future<R> } {
    const from = new Pid(`__req_res__(${++this.#last})`, this.#address);
    const completer = new Completer<R>({ reporter });
    this.#pending.set(from.id, { completer, responseType });
    completer.future.onDiscard(() => {
      this.#pending.delete(from.id);
      completer.discard();
    });
    return { from, response: completer.future };
  }

  /** The request will get no response. */
  abandon({ id }: Pid): void {
    const request = this.#pending.get(id);
    this.#pending.delete(id);
    request?.completer.abandon();
  }

  abandonAll(): void {
    for (const request of this.#pending.values()) request.completer.abandon();
    this.#pending.clear();
  }

  /**
   * Completes the request that `message` answers.
   *
   * @returns whether the message was addressed to this responder: a late one is, and is dropped
   */
  receive({ to: { id }, name, body }: Message): boolean {
    if (!ID.test(id)) return false;
    const request = this.#pending.get(id);
    if (request?.responseType.typeName !== name) return true;
    this.#pending.delete(id);
    try {
      request.completer.set(request.responseType.decode(body));
    } catch (error) {
      request.completer.fail(error as Error);
    }
    return true;
  }
}
