import type { Log } from '@quorate/log';
import type { Future, Message } from '@quorate/process';
import { AcknowledgedEntries } from '../log/checkers/acknowledged-entries.ts';
import { Agreement } from '../log/checkers/agreement.ts';
import { AskedAppends } from '../log/checkers/asked-appends.ts';
import { AskedTruncations } from '../log/checkers/asked-truncations.ts';
import { DurableReplies } from '../log/checkers/durable-replies.ts';
import { LearnedValues } from '../log/checkers/learned-values.ts';
import { MonotonePromises } from '../log/checkers/monotone-promises.ts';
import { SingleWrites } from '../log/checkers/single-writes.ts';
import { HEALTHY } from '../disk/disk-faults.ts';
import type { DiskFaults } from '../disk/disk-faults.ts';
import { History } from '../log/history.ts';
import { LogObserver } from '../log/log-observer.ts';
import { Tallies } from '../tallies.ts';
import { QUIET } from '../network/network-conditions.ts';
import { Simulation } from '../simulation.ts';
import type { Call } from './call.ts';
import type { Action, Command, DiskState, NodesVerb } from './command.ts';
import { MessageRules, addressOf } from './message-rules.ts';
import { MessageTexts, recordText } from './message-text.ts';
import { ScenarioError } from './scenario-error.ts';
import { ScenarioReplica, pidOf } from './scenario-replica.ts';
import { Trace } from './trace.ts';

/** How long what a command begins is waited for. */
const PATIENCE_MS = 10_000;
/** How long what is still under way after that is given: messages that nobody waits for. */
const SETTLE_MS = 20;

/**
 * Everything takes the same time, a message as well as a sync: who comes first is decided by who has
 * to do less, not by chance.
 */
const DISK: DiskFaults = { ...HEALTHY, syncUsMin: 1_000, syncUsMax: 1_000 };
const DISKS: Readonly<Record<DiskState, DiskFaults>> = {
  healthy: DISK,
  slow: { ...DISK, syncUsMin: 200_000, syncUsMax: 200_000 },
  full: { ...DISK, isFull: true },
  failing: { ...DISK, syncFailurePermille: 1_000 },
};

/** A group of replicas that does what commands say. */
export class ScenarioRun {
  readonly #simulation: Simulation;
  readonly #observer: LogObserver;
  readonly #rules = new MessageRules();
  readonly #texts = new MessageTexts();
  readonly #trace = new Trace();
  readonly #replicas: readonly ScenarioReplica[];
  #line: number;

  /** @param line where the group is described */
  constructor(group: Extract<Action, { verb: 'replicas' }>, line: number) {
    this.#line = line;
    this.#simulation = new Simulation({ seed: group.seed });
    const { network } = this.#simulation;
    network.climate = { ...QUIET, delayUsMin: 1_000, delayUsTypical: 1_000 };
    network.gate = (message) => {
      const verdict = this.#rules.verdict(message);
      if (verdict === 'hold') this.#onMessage(message, ' (held)');
      return verdict;
    };
    network.listen({
      delivered: (_id, message) => this.#onMessage(message, ''),
      lost: (_id, message, reason) => this.#onMessage(message, ` (${reason})`),
    });
    this.#observer = this.#observe(group.quorum);
    const history = new History((operation, phase) => {
      if (phase === 'invoked') this.#observer.invoked(operation);
      else this.#observer.returned(operation);
    });
    this.#replicas = Array.from({ length: group.count }, (_, index) => {
      const note = (number: number, text: string): void => this.#note(number, text);
      const replica = new ScenarioReplica(index + 1, { group, history, note });
      const address = addressOf(replica.number);
      replica.node = this.#simulation.addNode(address, (context) => replica.program(context));
      replica.node.disk.faults = DISK;
      this.#observer.watch(replica.node);
      return replica;
    });
  }

  /** Does what the commands say, and gives what was seen. Throws a `ScenarioError`. */
  async execute(commands: readonly Command[]): Promise<readonly string[]> {
    for (const { line, action, isQuiet, isBegun } of commands) {
      this.#line = line;
      const { violation } = this.#simulation;
      if (violation)
        throw this.#wrong(`the run has ended: ${violation.invariant}: ${violation.text}`);
      this.#trace.isQuiet = isQuiet;
      const calls = await this.#do(action);
      if (calls.length > 0 && !isBegun) await this.#await(calls);
    }
    const { violation } = this.#simulation;
    const lines = this.#trace.take();
    return violation ? [...lines, `violation of ${violation.invariant}: ${violation.text}`] : lines;
  }

  // ---------------------------------------------------------------------------------- commands

  async #do(action: Action): Promise<readonly Call[]> {
    const { network } = this.#simulation;
    switch (action.verb) {
      case 'replicas':
        return [];
      case 'crash':
        for (const replica of this.#named(action.nodes)) this.#crash(replica, action.how);
        return [];
      case 'append': {
        const { replica, log } = this.#open(action.node);
        return action.values.map((value) => replica.append(log, value));
      }
      case 'truncate': {
        const { replica, log } = this.#open(action.node);
        return [replica.truncate(log, action.to)];
      }
      case 'read': {
        const { replica, log } = this.#open(action.node);
        return [replica.read(log, action.from, action.to)];
      }
      case 'drop':
        this.#rules.add('lose', action.rule);
        return [];
      case 'hold':
        this.#rules.add('hold', action.rule);
        return [];
      case 'pass':
        this.#rules.end('lose');
        return [];
      case 'release':
        this.#rules.end('hold');
        network.release();
        await this.#simulation.run(SETTLE_MS);
        return [];
      case 'cut':
        network.cut(this.#replica(action.from).node, this.#replica(action.to).node);
        return [];
      case 'heal':
        network.heal();
        return [];
      case 'hide':
        this.#open(action.node).log.network.remove(pidOf(this.#replica(action.member).number));
        return [];
      case 'show':
        this.#open(action.node).log.network.add(pidOf(this.#replica(action.member).number));
        return [];
      case 'disk':
        this.#replica(action.node).node.disk.faults = DISKS[action.state];
        return [];
      case 'run':
        await this.#simulation.run(action.ms);
        return [];
      case 'status':
        for (const replica of this.#replicas) await this.#showStatus(replica);
        return [];
      default:
        return this.#doEach(action.verb, action.nodes);
    }
  }

  async #doEach(verb: NodesVerb, nodes: readonly number[]): Promise<readonly Call[]> {
    switch (verb) {
      case 'start':
        return this.#down(nodes).map((replica) => replica.start());
      case 'initialize':
        for (const replica of this.#down(nodes)) {
          await this.#await([replica.initialize()]);
          this.#crash(replica, 'kill');
        }
        return [];
      case 'wipe':
        for (const replica of this.#named(nodes)) {
          replica.fall();
          replica.node.wipe();
        }
        return [];
      case 'stop':
        for (const { replica, log } of this.#opened(nodes)) {
          await this.#await([replica.stop(log)]);
          this.#crash(replica, 'kill');
        }
        return [];
      case 'elect':
        return this.#opened(nodes).map(({ replica, log }) => replica.elect(log));
      case 'catch-up':
        return this.#opened(nodes).map(({ replica, log }) => replica.catchUp(log));
      case 'discard':
        for (const { calls } of this.#named(nodes)) for (const call of [...calls]) call.discard();
        await this.#simulation.run(SETTLE_MS);
        return [];
      case 'log':
        for (const replica of this.#named(nodes)) await this.#showLog(replica);
        return [];
    }
  }

  #crash(replica: ScenarioReplica, how: 'kill' | 'power-loss'): void {
    replica.fall();
    replica.node.crash(how);
  }

  /** Lets time run until all of them have ended, or for so long. */
  async #await(calls: readonly Call[]): Promise<void> {
    const simulation = this.#simulation;
    const isPending = (): boolean => calls.some((call) => call.isPending);
    for (let waitedMs = 0; waitedMs < PATIENCE_MS && isPending() && !simulation.violation;) {
      // What is not there soon waits for a time limit: no need to look as often.
      const stepMs = waitedMs < 100 ? 1 : 50;
      await simulation.run(stepMs);
      waitedMs += stepMs;
    }
    if (!isPending()) await simulation.run(SETTLE_MS);
    for (const { number, calls: left } of this.#replicas) {
      for (const call of left) {
        if (calls.includes(call)) this.#note(number, `${call.name}: waits`);
      }
    }
  }

  // ----------------------------------------------------------------------------------- showing

  async #showStatus(replica: ScenarioReplica): Promise<void> {
    const { number, log, node } = replica;
    if (!log) {
      this.#note(number, node.isUp ? 'opening' : 'down');
      return;
    }
    const status = await this.#answer(log.replica.status());
    if (status === undefined) {
      this.#note(number, 'out of service');
      return;
    }
    const promised = await this.#answer(log.replica.promised());
    const begin = await this.#answer(log.replica.beginning());
    const end = await this.#answer(log.replica.ending());
    this.#note(number, `${status}, promised p${promised}, ${begin}..${end}`);
  }

  async #showLog({ number, log, node }: ScenarioReplica): Promise<void> {
    const records = log ? await this.#liveRecords(log) : this.#observer.view(node).actions.values();
    const lines = [...records].sort((a, b) => a.position - b.position).map(recordText);
    for (const line of lines.length > 0 ? lines : ['no records']) this.#note(number, line);
  }

  async #liveRecords({ replica }: Log): Promise<Iterable<Parameters<typeof recordText>[0]>> {
    const begin = await this.#answer(replica.beginning());
    const end = await this.#answer(replica.ending());
    if (begin === undefined || end === undefined || end < begin) return [];
    return (await this.#answer(replica.read(begin, end))) ?? [];
  }

  /** What a replica says of itself at this moment; undefined when it does not. */
  async #answer<T>(asked: Future<T>): Promise<T | undefined> {
    asked.onFailed(() => undefined);
    for (let waited = 0; asked.isPending && waited < SETTLE_MS; waited++) {
      await this.#simulation.run(1);
    }
    return asked.isReady ? asked.value() : undefined;
  }

  #onMessage(message: Message, more: string): void {
    const key = `${message.from.address} ${message.to.address}`;
    this.#trace.message(this.#simulation.nowMs, key, this.#texts.of(message) + more);
  }

  #note(number: number, text: string): void {
    this.#trace.note(this.#simulation.nowMs, String(number), `${number}: ${text}`);
  }

  // ------------------------------------------------------------------------------------- nodes

  #observe(quorum: number): LogObserver {
    const checkers = [
      new Agreement(quorum),
      new LearnedValues(quorum),
      new DurableReplies(),
      new MonotonePromises(),
      new SingleWrites(),
      new AcknowledgedEntries(),
      new AskedAppends(),
      new AskedTruncations(),
    ];
    return new LogObserver(this.#simulation, checkers, new Tallies());
  }

  #replica(number: number): ScenarioReplica {
    const replica = this.#replicas[number - 1];
    if (replica) return replica;
    throw this.#wrong(`there is no replica ${number}; the group has ${this.#replicas.length}`);
  }

  #named(numbers: readonly number[]): readonly ScenarioReplica[] {
    return numbers.map((number) => this.#replica(number));
  }

  #down(numbers: readonly number[]): readonly ScenarioReplica[] {
    const up = this.#named(numbers).find(({ node }) => node.isUp);
    if (up) throw this.#wrong(`replica ${up.number} is up; crash or stop it first`);
    return this.#named(numbers);
  }

  #opened(numbers: readonly number[]): readonly OpenReplica[] {
    return numbers.map((number) => this.#open(number));
  }

  #open(number: number): OpenReplica {
    const replica = this.#replica(number);
    const { log } = replica;
    if (log) return { replica, log };
    throw this.#wrong(`replica ${number} has no open log; start it first`);
  }

  #wrong(problem: string): ScenarioError {
    return new ScenarioError(this.#line, problem);
  }
}

interface OpenReplica {
  readonly replica: ScenarioReplica;
  readonly log: Log;
}
