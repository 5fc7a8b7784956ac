import { ProcessError } from '../process-error.ts';
import type { Message, Transport, TransportReceiver } from './transport.ts';

/**
 * Joins runtimes of one program, each at an address of its own, as a network would: messages are
 * bytes, in order, and can be cut off. For tests, simulations and single-program clusters.
 */
export class MemoryNetwork {
  readonly #nodes = new Map<string, MemoryTransport>();
  readonly #cuts = new Set<string>();

  /**
   * The transport of one runtime. Throws `TRANSPORT_ADDRESS_TAKEN` while another runtime has the
   * address; it is free again once that one is closed.
   */
  transport(address: string): Transport {
    if (this.#nodes.has(address)) {
      throw new ProcessError(
        'TRANSPORT_ADDRESS_TAKEN',
        `address ${address} is taken; close its runtime`,
      );
    }
    const node = new MemoryTransport(this, address);
    this.#nodes.set(address, node);
    return node;
  }

  /** Cuts two addresses off from each other, both ways: connections break, messages are lost. */
  cut(a: string, b: string): void {
    this.#cuts.add(pair(a, b));
    this.#nodes.get(a)?.disconnected(b);
    this.#nodes.get(b)?.disconnected(a);
  }

  /** Cuts an address off from all others. */
  isolate(address: string): void {
    for (const other of this.#nodes.keys()) if (other !== address) this.cut(address, other);
  }

  /** Undoes every cut. Broken connections stay broken until they are made again. */
  heal(): void {
    this.#cuts.clear();
  }

  /** @internal The node at `to` when `from` can reach it. */
  reach(from: string, to: string): MemoryTransport | undefined {
    return this.#cuts.has(pair(from, to)) ? undefined : this.#nodes.get(to);
  }

  /** @internal */
  remove(address: string): void {
    this.#nodes.delete(address);
    for (const node of this.#nodes.values()) node.disconnected(address);
  }
}

/** One end of a `MemoryNetwork`. */
class MemoryTransport implements Transport {
  readonly address: string;
  readonly #network: MemoryNetwork;
  readonly #connected = new Set<string>();
  #receiver: TransportReceiver | undefined;

  constructor(network: MemoryNetwork, address: string) {
    this.#network = network;
    this.address = address;
  }

  bind(receiver: TransportReceiver): void {
    this.#receiver = receiver;
  }

  send(message: Message): void {
    if (this.#receiver) this.#network.reach(this.address, message.to.address)?.receive(message);
  }

  receive(message: Message): void {
    this.#receiver?.receive(message);
  }

  connect(address: string): void {
    if (this.#network.reach(this.address, address)) this.#connected.add(address);
    else this.#receiver?.disconnected(address);
  }

  disconnected(address: string): void {
    if (this.#connected.delete(address)) this.#receiver?.disconnected(address);
  }

  close(): Promise<void> {
    this.#receiver = undefined;
    this.#network.remove(this.address);
    return Promise.resolve();
  }
}

function pair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
