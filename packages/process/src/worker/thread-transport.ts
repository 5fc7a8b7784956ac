import { Pid } from '../pid.ts';
import type { Message, Transport, TransportReceiver } from '../transport/transport.ts';
import type { MessageRequest, MessageResponse, PidData } from './messages.ts';
import { WorkerError } from './worker-error.ts';

/** Joins the runtime in a thread to the one outside: whoever is not in here is out there. */
export class ThreadTransport implements Transport {
  readonly address: string;
  /** The process that is known outside, there under another pid. */
  worker: Pid | undefined;
  readonly #post: (response: MessageResponse) => void;
  #receiver: TransportReceiver | undefined;

  constructor(address: string, post: (response: MessageResponse) => void) {
    this.address = address;
    this.#post = post;
  }

  bind(receiver: TransportReceiver): void {
    this.#receiver = receiver;
  }

  /** Takes a message for the process of the worker. */
  receive({ from, name, body, trace }: MessageRequest): void {
    const { worker } = this;
    if (!worker) return;
    this.#receiver?.receive({ from: pidOf(from), to: worker, name, body, trace });
  }

  /** Throws `WORKER_REQUEST_OUTSIDE`: what answers a request is no process, and not known outside. */
  send({ from, to, name, body, trace }: Message): void {
    if (from.id.startsWith('__req_res__(')) {
      const message = `no answer to ${name} from ${to} would find its way into this thread; use send()`;
      throw new WorkerError('WORKER_REQUEST_OUTSIDE', message);
    }
    const isWorker = this.worker?.equals(from) === true;
    const sender = isWorker ? undefined : pidData(from);
    this.#post({ type: 'message', from: sender, to: pidData(to), name, body: own(body), trace });
  }

  /** Nobody outside can be linked to. */
  connect(address: string): void {
    this.#receiver?.disconnected(address);
  }

  close(): Promise<void> {
    this.#receiver = undefined;
    return Promise.resolve();
  }
}

export function pidData({ id, address }: Pid): PidData {
  return { id, address };
}

export function pidOf({ id, address }: PidData): Pid {
  return new Pid(id, address);
}

/** Bytes of their own: a view of a pool would take the whole pool with it. */
export function own(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}
