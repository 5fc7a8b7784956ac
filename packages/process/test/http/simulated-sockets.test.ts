// The whole transport over streams in memory that break, stop, come in pieces and are tampered with: a seed gives
// the schedule, and timers are virtual.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { HttpTransport, sharedSecret } from '../../src/http/index.ts';
import { Process, Runtime, seededRandom } from '../../src/index.ts';
import type { Pid, Random } from '../../src/index.ts';
import type { Message, Transport, TransportReceiver } from '../../src/transport/transport.ts';
import { SimulatedStreams } from './simulated-sockets.ts';

type Profile = 'plain' | 'frames' | 'sealed';

const PROFILES: readonly Profile[] = ['plain', 'frames', 'sealed'];
const SEEDS = Number(process.env['SEEDS'] ?? 12);
const STEPS = 400;
const HOSTS = ['10.0.0.1', '10.0.0.2', '10.0.0.3'];
const SECRET = { id: 'k', secret: 'a secret of thirty-two bytes or so' };

beforeEach(() => {
  jest.useFakeTimers({
    doNotFake: [
      'nextTick',
      'setImmediate',
      'clearImmediate',
      'queueMicrotask',
      'performance',
      'hrtime',
      'Date',
    ],
  });
});

afterEach(() => {
  jest.useRealTimers();
});

/** What one runtime sent to an address, from one loss of its connection to the next. */
interface Stretch {
  readonly sent: number[];
  arrived: number;
  /** Two connections carried it: their order is not that of one. */
  isRelinked: boolean;
}

interface Sent {
  readonly message: Message;
  readonly stretch: Stretch;
  isLost: boolean;
  hasArrived: boolean;
}

/** What was sent, and what may arrive. */
class Ledger {
  readonly violations: string[] = [];
  readonly #sent = new Map<number, Sent>();
  arrivals = 0;

  record(number: number, message: Message, stretch: Stretch): void {
    this.#sent.set(number, { message, stretch, isLost: false, hasArrived: false });
    stretch.sent.push(number);
  }

  lost(message: Message): void {
    const sent = this.#sent.get(numberOf(message));
    if (!sent) return;
    sent.isLost = true;
    if (sent.hasArrived) this.violations.push(`${numberOf(message)} arrived, and was told lost`);
    const { stretch } = sent;
    const at = stretch.sent.indexOf(numberOf(message));
    if (at >= stretch.arrived) stretch.sent.splice(at, 1);
  }

  arrived(message: Message): void {
    this.arrivals++;
    const number = numberOf(message);
    const sent = this.#sent.get(number);
    if (!sent || text(sent.message) !== text(message)) {
      this.violations.push(`nobody sent ${text(message)}`);
      return;
    }
    if (sent.hasArrived) this.violations.push(`${number} arrived twice`);
    if (sent.isLost) this.violations.push(`${number} was told lost, and arrived`);
    sent.hasArrived = true;
    const { stretch } = sent;
    if (!stretch.isRelinked && stretch.sent[stretch.arrived] !== number) {
      this.violations.push(`${number} arrived in place of ${stretch.sent[stretch.arrived]}`);
    }
    stretch.arrived++;
  }

  hasArrived(number: number): boolean {
    return this.#sent.get(number)?.hasArrived === true;
  }
}

function numberOf({ body }: Message): number {
  return Buffer.from(body).readUInt32BE(0);
}

function text({ from, to, name, body }: Message): string {
  return `${from} ${to} ${name} ${Buffer.from(body).toString('hex')}`;
}

/** Links, and counts what exits. */
class Talker extends Process {
  readonly linked = new Set<string>();
  readonly wrongExits: string[] = [];
  exits = 0;

  linkTo(pid: Pid): void {
    this.linked.add(`${pid}`);
    this.link(pid);
  }

  protected override exited(pid: Pid): void {
    this.exits++;
    if (!this.linked.delete(`${pid}`)) this.wrongExits.push(`${pid}`);
  }
}

/** Writes down what passes between a runtime and its transport. */
class WatchedTransport implements Transport {
  readonly #stretches = new Map<string, Stretch>();

  readonly inner: HttpTransport;
  readonly ledger: Ledger;
  readonly trace: string[];
  /** The only process that others may reach. */
  readonly id: string;

  constructor(inner: HttpTransport, ledger: Ledger, trace: string[], id: string) {
    this.inner = inner;
    this.ledger = ledger;
    this.trace = trace;
    this.id = id;
  }

  get address(): string {
    return this.inner.address;
  }

  bind(receiver: TransportReceiver): void {
    this.inner.bind({
      receive: (message) => {
        const isTaken = receiver.receive(message);
        this.trace.push(`${this.address} got ${numberOf(message)} ${isTaken}`);
        this.ledger.arrived(message);
        if (isTaken !== (message.to.id === this.id)) {
          this.ledger.violations.push(`${this.id} is taken for ${message.to}`);
        }
        return isTaken;
      },
      disconnected: (address) => {
        this.trace.push(`${this.address} lost ${address}`);
        this.#stretches.delete(address);
        receiver.disconnected(address);
      },
      lost: (message, reason) => {
        this.ledger.lost(message);
        receiver.lost(message, reason);
      },
    });
  }

  send(message: Message): void {
    this.ledger.record(numberOf(message), message, this.#stretch(message.to.address));
    this.inner.send(message);
  }

  connect(address: string): void {
    this.inner.connect(address);
  }

  reconnect(address: string): void {
    if (this.inner.protocolTo(address) !== undefined) this.#stretch(address).isRelinked = true;
    this.inner.reconnect(address);
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  #stretch(address: string): Stretch {
    const found = this.#stretches.get(address);
    if (found) return found;
    const stretch = { sent: [], arrived: 0, isRelinked: false };
    this.#stretches.set(address, stretch);
    return stretch;
  }
}

interface Member {
  readonly transport: WatchedTransport;
  readonly runtime: Runtime;
  readonly talker: Talker;
}

class Simulation {
  readonly ledger = new Ledger();
  readonly #random: Random;
  readonly streams: SimulatedStreams;
  readonly #members: Member[] = [];
  readonly #gone: Member[] = [];
  /** Also those of lives that are over: late messages are for them, and for nobody else. */
  readonly #pids: Pid[] = [];
  readonly #profile: Profile;
  #life = 0;
  #number = 0;

  constructor(seed: number, profile: Profile) {
    this.#random = seededRandom(seed);
    this.#profile = profile;
    this.streams = new SimulatedStreams(this.#random, { corrupts: profile === 'sealed' });
  }

  async run(): Promise<void> {
    for (const index of HOSTS.keys()) await this.#start(index);
    for (let step = 0; step < STEPS; step++) {
      await this.#act();
      await settle();
    }
    await this.#finish();
  }

  get violations(): readonly string[] {
    const all = [...this.#members, ...this.#gone];
    return [
      ...this.ledger.violations,
      ...all.flatMap(({ talker }) => talker.wrongExits.map((pid) => `${pid} exited once more`)),
    ];
  }

  get exits(): number {
    return [...this.#members, ...this.#gone].reduce((sum, { talker }) => sum + talker.exits, 0);
  }

  get hash(): string {
    return createHash('sha256').update(this.streams.trace.join('\n')).digest('hex');
  }

  async #act(): Promise<void> {
    const kind = this.#random.intBelow(100);
    const member = this.#members[this.#random.intBelow(HOSTS.length)] as Member;
    const pid = this.#pids[this.#random.intBelow(this.#pids.length)] as Pid;
    const isElsewhere = pid.address !== member.transport.address;
    if (kind < 30 && isElsewhere) this.#send(member, pid, 1 + this.#random.intBelow(4));
    else if (kind < 36 && isElsewhere) member.talker.linkTo(pid);
    else if (kind < 38 && isElsewhere) member.transport.reconnect(pid.address);
    else if (kind < 42) this.streams.breakOne();
    else if (kind < 43) await this.#restart(this.#members.indexOf(member));
    else if (kind < 45) this.streams.heal();
    else if (kind < 47) jest.advanceTimersByTime(this.#random.intBelow(3_000));
    else for (let many = 0; many < 4; many++) this.streams.step();
  }

  #send({ runtime, talker }: Member, to: Pid, count: number): readonly number[] {
    return Array.from({ length: count }, () => {
      const number = ++this.#number;
      const body = Buffer.alloc(4 + this.#random.intBelow(200), number & 0xff);
      body.writeUInt32BE(number, 0);
      runtime.post(to, `message-${number % 3}`, new Uint8Array(body), talker.self);
      return number;
    });
  }

  async #start(index: number): Promise<void> {
    const host = HOSTS[index] as string;
    const security = this.#profile === 'sealed' ? { security: sharedSecret([SECRET]) } : {};
    const options = { listen: { host, port: 5_050 }, insecure: true, ...security };
    const inner = new HttpTransport(
      { ...options, upgrade: this.#profile !== 'plain' },
      this.streams.layer(),
    );
    await inner.listen();
    const id = `talker-${++this.#life}`;
    const transport = new WatchedTransport(inner, this.ledger, this.streams.trace, id);
    const runtime = new Runtime({ transport });
    const talker = new Talker({ id });
    runtime.spawn(talker);
    this.#members[index] = { transport, runtime, talker };
    this.#pids.push(talker.self);
  }

  /** Another life at the same address and port; what is on its way to the old one is not for it. */
  async #restart(index: number): Promise<void> {
    const member = this.#members[index] as Member;
    this.streams.trace.push(`restart ${member.transport.address}`);
    const closed = member.runtime.close();
    for (let turn = 0; turn < 20; turn++) {
      jest.advanceTimersByTime(500);
      await settle();
    }
    await closed;
    this.#gone.push(member);
    await this.#start(index);
  }

  async #drain(): Promise<void> {
    for (let round = 0; round < 12; round++) {
      for (let turn = 0; turn < 400 && !this.streams.isQuiet; turn++) {
        this.streams.step();
        if (turn % 4 === 0) await settle();
      }
      jest.advanceTimersByTime(1_500);
      await settle();
    }
  }

  async #finish(): Promise<void> {
    this.streams.heal();
    await this.#drain();
    this.streams.breakAll();
    await this.#drain();
    for (const { talker } of this.#members) {
      for (const pid of talker.linked)
        this.ledger.violations.push(`${pid} never exited for ${talker.self}`);
    }
    const last = this.#members.flatMap((member) =>
      this.#members
        .filter((other) => other !== member)
        .flatMap(({ talker }) => this.#send(member, talker.self, 2)),
    );
    await this.#drain();
    for (const number of last) {
      if (!this.ledger.hasArrived(number))
        this.ledger.violations.push(`${number} does not arrive after all healed`);
    }
    await Promise.all([
      ...this.#members.map(({ runtime }) => runtime.close()),
      (async () => {
        for (let round = 0; round < 3; round++) await this.#drain();
      })(),
    ]);
  }
}

/** Until nothing goes on but what waits for the network or a timer. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function run(seed: number, profile: Profile): Promise<Simulation> {
  const simulation = new Simulation(seed, profile);
  await simulation.run();
  return simulation;
}

describe.each(PROFILES)('%s', (profile) => {
  test('what arrives is an ordered prefix of what was sent on a connection, and each link breaks once', async () => {
    let arrivals = 0;
    let exits = 0;
    const struck: Record<string, number> = {};
    for (let seed = 1; seed <= SEEDS; seed++) {
      const simulation = await run(seed, profile);
      expect({ seed, violations: simulation.violations }).toEqual({ seed, violations: [] });
      arrivals += simulation.ledger.arrivals;
      exits += simulation.exits;
      for (const [kind, count] of Object.entries(simulation.streams.struck)) {
        struck[kind] = (struck[kind] ?? 0) + count;
      }
    }
    // It is not right because nothing happened.
    expect(arrivals).toBeGreaterThan(SEEDS * 20);
    expect(exits).toBeGreaterThan(SEEDS);
    expect(Object.keys(struck).toSorted()).toEqual([
      ...(profile === 'sealed'
        ? ['flip', 'half-close', 'half-open', 'leave-out']
        : ['half-close', 'half-open']),
      'reset',
    ]);
  });

  test('a seed gives the same run twice', async () => {
    const [first, second] = [await run(7, profile), await run(7, profile)];
    expect(first.streams.trace.length).toBeGreaterThan(100);
    expect(second.hash).toBe(first.hash);
  });
});
