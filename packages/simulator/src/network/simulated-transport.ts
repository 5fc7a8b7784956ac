import type { Message, Transport, TransportReceiver } from '@quorate/process';
import type { SimulatedNode } from '../world/simulated-node.ts';
import type { SimulatedNetwork } from './simulated-network.ts';

/** One life's end of a `SimulatedNetwork`. */
export class SimulatedTransport implements Transport {
  readonly address: string;
  readonly #network: SimulatedNetwork;
  readonly #node: SimulatedNode;
  readonly #life: number;
  #receiver: TransportReceiver | undefined;

  constructor(network: SimulatedNetwork, node: SimulatedNode) {
    this.#network = network;
    this.#node = node;
    this.#life = node.life;
    this.address = node.address;
  }

  bind(receiver: TransportReceiver): void {
    this.#receiver = receiver;
  }

  send(message: Message): void {
    if (this.#isAlive) this.#network.send(this.#node, message);
  }

  connect(address: string): void {
    if (this.#isAlive) this.#network.connect(this.#node, address);
  }

  deliver(message: Message): void {
    this.#receiver?.receive(message);
  }

  disconnected(address: string): void {
    this.#receiver?.disconnected(address);
  }

  close(): Promise<void> {
    this.#receiver = undefined;
    return Promise.resolve();
  }

  get #isAlive(): boolean {
    return this.#node.life === this.#life;
  }
}
