import type { Message, Transport } from '@quorate/process';
import type { Chance } from '../chance.ts';
import type { CrashKind } from '../disk/simulated-disk.ts';
import type { SimulatedNode } from '../world/simulated-node.ts';
import type { World } from '../world/world.ts';
import { QUIET } from './network-conditions.ts';
import type { NetworkConditions } from './network-conditions.ts';
import { SimulatedTransport } from './simulated-transport.ts';

/** Why a message did not arrive. */
export type LossReason = 'lost' | 'cut' | 'down' | 'corrupt' | 'crashed';

/** Hears of every message. `id` joins what is said of one. */
export interface NetworkListener {
  sent?(id: number, message: Message): void;
  delivered?(id: number, message: Message): void;
  lost?(id: number, message: Message, reason: LossReason): void;
}

interface InFlight {
  readonly id: number;
  readonly message: Message;
  readonly from: SimulatedNode;
  readonly to: SimulatedNode;
  readonly toLife: number;
}

/** How long it takes to notice that a connection broke, at most. */
const NOTICE_US_MAX = 50_000;

/**
 * Moves messages between nodes: in order between two of them as long as the connection holds, like
 * TCP, unless its conditions say otherwise; single directions can be cut, clogged, or held back.
 */
export class SimulatedNetwork {
  /** How it is when nothing particular is the matter. */
  climate: NetworkConditions = QUIET;
  /** What becomes of a single message, before chance has its say: `hold` keeps it until `release`. */
  gate: (message: Message) => 'pass' | 'lose' | 'hold' = () => 'pass';
  #weather: NetworkConditions | undefined;
  readonly #world: World;
  readonly #chance: Chance;
  readonly #transports = new Map<string, SimulatedTransport>();
  readonly #nodes = new Map<string, SimulatedNode>();
  readonly #listeners: NetworkListener[] = [];
  /** `from to`, of those that do not reach each other. */
  readonly #cuts = new Set<string>();
  /** `from to`, of those whose messages wait until a moment. */
  readonly #clogs = new Map<string, number>();
  /** When the last message of each direction arrives: the next one must not overtake it. */
  readonly #lastUs = new Map<string, number>();
  #holdsAll = false;
  #held: InFlight[] = [];
  /** Those that the gate holds: they arrive whatever has become of the receiver meanwhile. */
  #kept: InFlight[] = [];
  #sent = 0;

  constructor(world: World, chance: Chance) {
    this.#world = world;
    this.#chance = chance;
  }

  /** Adds a node, which can then be reached. */
  add(node: SimulatedNode): void {
    this.#nodes.set(node.address, node);
  }

  /** Hears of every message from now on. */
  listen(listener: NetworkListener): void {
    this.#listeners.push(listener);
  }

  /** How many messages were sent. */
  get sentCount(): number {
    return this.#sent;
  }

  /** The transport of the present life of a node. */
  transport(node: SimulatedNode): Transport {
    const transport = new SimulatedTransport(this, node);
    this.#transports.set(node.address, transport);
    return transport;
  }

  // ---------------------------------------------------------------------- what can be done to it

  get conditions(): NetworkConditions {
    return this.#weather ?? this.climate;
  }

  /** Replaces the climate for a while; undefined brings it back. */
  set weather(conditions: NetworkConditions | undefined) {
    this.#weather = conditions;
  }

  /** Nothing reaches `to` from `from` any more; what is under way is lost. */
  cut(from: SimulatedNode, to: SimulatedNode): void {
    this.#cuts.add(direction(from.address, to.address));
    this.breakConnection(from, to);
  }

  /** All directions that are cut, as pairs of addresses. */
  get cuts(): readonly (readonly [string, string])[] {
    return [...this.#cuts].map((key) => key.split(' ') as [string, string]);
  }

  /** Ends every cut and clog, and lets go of what is held back. */
  heal(): void {
    this.#cuts.clear();
    this.#clogs.clear();
    this.release();
  }

  /** Ends the cuts of these directions only. */
  join(pairs: readonly (readonly [SimulatedNode, SimulatedNode])[]): void {
    for (const [from, to] of pairs) this.#cuts.delete(direction(from.address, to.address));
  }

  /** What is sent in a direction arrives `untilUs` at the earliest. */
  clog(from: SimulatedNode, to: SimulatedNode, untilUs: number): void {
    this.#clogs.set(direction(from.address, to.address), untilUs);
  }

  /** Holds back everything that is sent, until `release`. */
  hold(): void {
    this.#holdsAll = true;
  }

  /** Lets go of all that is held back. */
  release(): void {
    const kept = this.#kept.map((flight) => ({ ...flight, toLife: flight.to.life }));
    const held = this.#held;
    this.#holdsAll = false;
    this.#kept = [];
    this.#held = [];
    for (const flight of [...kept, ...held]) this.#fly(flight);
  }

  /** Both ends notice after a while that the connection is gone; messages may overtake each other. */
  breakConnection(a: SimulatedNode, b: SimulatedNode): void {
    this.#lastUs.delete(direction(a.address, b.address));
    this.#lastUs.delete(direction(b.address, a.address));
    this.#notice(a, b.address);
    this.#notice(b, a.address);
  }

  /** @internal A node has stopped. */
  disconnect(node: SimulatedNode, kind: CrashKind): void {
    this.#transports.delete(node.address);
    for (const other of this.#nodes.values()) {
      if (other === node) continue;
      this.#lastUs.delete(direction(node.address, other.address));
      this.#lastUs.delete(direction(other.address, node.address));
      // A machine that lost its power says nothing: its peers may never notice.
      if (kind === 'kill' || this.#chance.permille(500)) this.#notice(other, node.address);
    }
  }

  // ------------------------------------------------------------------------------- for transports

  /** @internal */
  send(from: SimulatedNode, message: Message): void {
    const id = ++this.#sent;
    const { trace } = this.#world;
    trace.text(message.name);
    trace.bytes(message.body);
    for (const listener of this.#listeners) listener.sent?.(id, message);
    const to = this.#nodes.get(message.to.address);
    if (!to) {
      this.#lose(id, message, 'down');
      return;
    }
    const flight: InFlight = { id, message, from, to, toLife: to.life };
    const verdict = this.gate(message);
    if (verdict === 'hold') {
      this.#kept.push(flight);
      return;
    }
    const { lossPermille, duplicatePermille } = this.conditions;
    if (verdict === 'lose' || this.#chance.permille(lossPermille)) {
      this.#lose(id, message, 'lost');
      return;
    }
    this.#fly(flight);
    if (this.#chance.permille(duplicatePermille)) this.#fly(flight);
  }

  /** @internal Keeps a connection, whose loss is then noticed. */
  connect(from: SimulatedNode, address: string): void {
    const isReachable =
      this.#transports.has(address) && !this.#cuts.has(direction(from.address, address));
    if (!isReachable) this.#notice(from, address);
  }

  // --------------------------------------------------------------------------------------- flights

  #fly(flight: InFlight): void {
    if (this.#holdsAll) {
      this.#held.push(flight);
      return;
    }
    const { from, to } = flight;
    const key = direction(from.address, to.address);
    if (this.#cuts.has(key)) {
      this.#lose(flight.id, flight.message, 'cut');
      return;
    }
    const { nowUs } = this.#world;
    let arrivalUs = Math.max(nowUs + this.#delayUs(), this.#clogs.get(key) ?? 0);
    if (!this.#chance.permille(this.conditions.reorderPermille)) {
      arrivalUs = Math.max(arrivalUs, (this.#lastUs.get(key) ?? 0) + 1);
      this.#lastUs.set(key, arrivalUs);
    }
    // Not an event of the receiver: a message to one that crashed is an event of the network.
    this.#world.at(arrivalUs, undefined, () => this.#arrive(flight, key));
  }

  #arrive(flight: InFlight, key: string): void {
    const { id, message, from, to } = flight;
    if (this.#cuts.has(key)) {
      this.#lose(id, message, 'cut');
      return;
    }
    if (!to.isUp) {
      this.#lose(id, message, 'down');
      return;
    }
    const { stalePermille, corruptPermille } = this.conditions;
    if (to.life !== flight.toLife && !this.#chance.permille(stalePermille)) {
      this.#lose(id, message, 'crashed');
      return;
    }
    if (this.#chance.permille(corruptPermille)) {
      this.#lose(id, message, 'corrupt');
      this.breakConnection(from, to);
      return;
    }
    const deliver = (): void => {
      for (const listener of this.#listeners) listener.delivered?.(id, message);
      this.#transports.get(to.address)?.deliver(message);
    };
    if (to.isPaused) this.#world.at(0, to, deliver);
    else deliver();
  }

  #lose(id: number, message: Message, reason: LossReason): void {
    for (const listener of this.#listeners) listener.lost?.(id, message, reason);
  }

  #delayUs(): number {
    const { delayUsMin, delayUsTypical, slowPermille } = this.conditions;
    const delayUs = this.#chance.between(delayUsMin, delayUsTypical);
    return this.#chance.permille(slowPermille) ? delayUs * this.#chance.between(2, 100) : delayUs;
  }

  #notice(node: SimulatedNode, address: string): void {
    if (!node.isUp) return;
    this.#world.after(this.#chance.between(0, NOTICE_US_MAX), node, () => {
      this.#transports.get(node.address)?.disconnected(address);
    });
  }
}

function direction(from: string, to: string): string {
  return `${from} ${to}`;
}
