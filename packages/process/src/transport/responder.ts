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

const ID = /^__req_res__\((\d+)\)$/;

/**
 * Receives the responses to all requests of one runtime, each under an id of its own
 * (`__req_res__(N)`), so that a request costs neither a process nor a timer.
 */
export class Responder {
  readonly #address: string;
  readonly #pending = new Map<number, PendingRequest>();
  #last = 0;

  constructor(address: string) {
    this.#address = address;
  }

  /** A new request: the pid to send it from, and the future of its response. */
  open<R>(
    responseType: MessageType<R>,
    reporter: FailureReporter,
  ): { from: Pid; response: Future<R> } {
    const number = ++this.#last;
    const completer = new Completer<R>({ reporter });
    this.#pending.set(number, { completer: completer, responseType });
    completer.future.onDiscard(() => {
      this.#pending.delete(number);
      completer.discard();
    });
    return { from: new Pid(`__req_res__(${number})`, this.#address), response: completer.future };
  }

  /** The request will get no response. */
  abandon(from: Pid): void {
    this.#take(from.id)?.completer.abandon();
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
  receive(message: Message): boolean {
    if (!ID.test(message.to.id)) return false;
    const request = this.#pending.get(numberOf(message.to.id));
    if (request?.responseType.typeName !== message.name) return true;
    this.#take(message.to.id);
    try {
      request.completer.set(request.responseType.decode(message.body));
    } catch (error) {
      request.completer.fail(error as Error);
    }
    return true;
  }

  #take(id: string): PendingRequest | undefined {
    const number = numberOf(id);
    const request = this.#pending.get(number);
    this.#pending.delete(number);
    return request;
  }
}

function numberOf(id: string): number {
  return Number(ID.exec(id)?.[1] ?? 0);
}
