import { Pid } from '@quorate/process';
import type { Message, Transport, TransportReceiver } from '@quorate/process';

/**
 * One end of the channel between a Node program and its child: a `ChildProcess`, or `process` in
 * the child. To be opened with `serialization: 'advanced'`, so that bytes stay bytes.
 */
export interface IpcChannel {
  readonly connected: boolean;
  send?(message: unknown, callback: (error: Error | null) => void): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
}

/** A message as it goes over the channel. */
interface Envelope {
  readonly from: readonly [id: string, address: string];
  readonly to: readonly [id: string, address: string];
  readonly name: string;
  readonly body: Uint8Array;
}

/**
 * Joins the runtimes of a program and its child. The child may die, at any moment, and another one
 * take its place: what was under way is lost, links break, and the new one is reached under the same
 * address.
 */
export class IpcTransport implements Transport {
  readonly address: string;
  readonly #peer: string;
  #channel: IpcChannel | undefined;
  #receiver: TransportReceiver | undefined;

  /**
   * @param address of this side
   * @param peer the address of the other side
   */
  constructor(address: string, peer: string) {
    this.address = address;
    this.#peer = peer;
  }

  /** Takes a channel; the one before has to be gone. */
  attach(channel: IpcChannel): void {
    if (this.#channel) throw new Error(`${this.#peer} is attached already`);
    this.#channel = channel;
    channel.on('message', (message) => this.#receive(message as Envelope));
    // Comes behind all that was sent before the other side died.
    channel.once('disconnect', () => {
      this.#channel = undefined;
      this.#receiver?.disconnected(this.#peer);
    });
  }

  bind(receiver: TransportReceiver): void {
    this.#receiver = receiver;
  }

  send({ from, to, name, body }: Message): void {
    if (to.address !== this.#peer || this.#channel?.connected !== true) return;
    const envelope: Envelope = {
      from: [from.id, from.address],
      to: [to.id, to.address],
      name,
      body,
    };
    // An error says that the other side is gone, of which `disconnect` tells too.
    this.#channel.send?.(envelope, () => undefined);
  }

  connect(address: string): void {
    const isThere = address === this.#peer && this.#channel?.connected === true;
    if (!isThere) this.#receiver?.disconnected(address);
  }

  close(): Promise<void> {
    this.#receiver = undefined;
    return Promise.resolve();
  }

  #receive({ from, to, name, body }: Envelope): void {
    this.#receiver?.receive({ from: new Pid(...from), to: new Pid(...to), name, body });
  }
}
