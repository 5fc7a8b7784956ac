import { describe, expect, test } from '@jest/globals';
import { seededRandom } from '@quorate/process';
import type { Future, MessageFilter, Random } from '@quorate/process';
import type { Coordinator } from '../src/proposer/coordinator.ts';
import { toPosition } from '../src/protocol/types.ts';
import { LogCluster } from '../src/testing/log-cluster.ts';

/**
 * Two coordinators write while messages between nodes are lost, delayed (and so reordered) and
 * doubled, and replicas lose their power, as one seed chooses. Then the network heals, each node
 * is elected once, and what they hold is compared with what was acknowledged.
 */
const SEEDS = 200;
const WRITES_PER_WRITER = 6;

/** What a writer knows of one of its writes. */
interface Attempt {
  readonly text: string;
  readonly invokedAt: number;
  outcome: 'written' | 'unknown' | 'definite';
  position?: number;
  returnedAt?: number;
}

class Chaos {
  readonly random: Random;
  readonly cluster: LogCluster;
  readonly attempts: Attempt[] = [];
  healed = false;
  running = 0;
  #ticks = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.cluster = new LogCluster({ nodes: 3, seed, runtime: { messageFilter: this.filter } });
  }

  chance(probability: number): boolean {
    return this.random.next() < probability;
  }

  readonly filter: MessageFilter = (message, deliver) => {
    if (this.healed || message.from.address === message.to.address) {
      deliver();
      return;
    }
    if (this.chance(0.12)) return;
    const copies = this.chance(0.05) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      if (this.chance(0.3)) this.cluster.clock.after(this.random.intBelow(60), deliver);
      else deliver();
    }
  };

  /** Ends with undefined when it is discarded after `timeoutMs`. */
  async within<T>(future: Future<T>, timeoutMs: number): Promise<T | undefined> {
    const { clock } = this.cluster;
    const result = future.after(clock, timeoutMs, () => {
      future.discard();
      return undefined as T | undefined;
    });
    return result.repair(() => undefined);
  }

  async write(number: number): Promise<void> {
    this.running++;
    const node = this.cluster.node(number);
    let coordinator: Coordinator | undefined;
    for (let n = 0; n < WRITES_PER_WRITER; n++) {
      coordinator ??= node.coordinator();
      const election = await this.within(coordinator.elect(), 400 + this.random.intBelow(600));
      if (election?.type !== 'elected') {
        await this.pause();
        continue;
      }
      for (let burst = this.random.intBelow(4); burst >= 0; burst--) {
        if (!(await this.append(coordinator, `${number}-${this.attempts.length}`))) break;
      }
    }
    this.running--;
  }

  async pause(): Promise<void> {
    await this.cluster.node(1).runtime.after(this.random.intBelow(200));
  }

  async append(coordinator: Coordinator, text: string): Promise<boolean> {
    const attempt: Attempt = { text, invokedAt: this.#ticks++, outcome: 'unknown' };
    this.attempts.push(attempt);
    const bytes = new TextEncoder().encode(text);
    const outcome = await this.within(coordinator.append(bytes), 100 + this.random.intBelow(400));
    if (outcome?.type === 'not-elected') attempt.outcome = 'definite';
    if (outcome?.type !== 'written') return false;
    attempt.outcome = 'written';
    attempt.position = outcome.position;
    attempt.returnedAt = this.#ticks++;
    return true;
  }

  /** The third replica, which has no writer, loses its power now and then. */
  async crash(): Promise<void> {
    const node = this.cluster.node(3);
    await node.halt();
    await this.cluster.clock.advance(this.random.intBelow(300));
    await node.startReplica();
  }

  async run(): Promise<void> {
    await this.cluster.startReplicas();
    void this.write(1);
    void this.write(2);
    while (this.running > 0) {
      await this.cluster.clock.advance(20);
      if (this.chance(0.02)) await this.crash();
    }
    this.healed = true;
    await this.cluster.clock.advance(100);
  }

  /** Elects each node once, after which it has learned the whole log. */
  async logs(): Promise<readonly (readonly string[])[]> {
    const logs = [];
    for (const node of this.cluster.nodes) {
      const coordinator = node.coordinator();
      while ((await this.cluster.ready(coordinator.elect())).type !== 'elected');
      const end = await this.cluster.ready(node.replica.ending());
      const actions = await this.cluster.ready(node.replica.read(toPosition(0), end));
      logs.push(
        actions.map(({ append }) => (append ? new TextDecoder().decode(append.bytes) : '')),
      );
    }
    return logs;
  }

  /** What is wrong with a log, given what its writers were told. */
  problems(log: readonly string[]): readonly string[] {
    const texts = log.filter((text) => text !== '');
    const present = new Set(texts);
    const known = new Set(this.attempts.map(({ text }) => text));
    const lost = this.attempts.filter(
      ({ outcome, position, text }) => outcome === 'written' && log[position ?? 0] !== text,
    );
    const denied = this.attempts.filter(
      ({ outcome, text }) => outcome === 'definite' && present.has(text),
    );
    return [
      ...(present.size === texts.length ? [] : ['an entry is there twice']),
      ...texts.filter((text) => !known.has(text)).map((text) => `${text} was never appended`),
      ...lost.map(({ text }) => `${text} was acknowledged and is not there`),
      ...denied.map(({ text }) => `${text} was refused and is there`),
    ];
  }

  /** A write that had returned before another was called must have the lower position. */
  disorder(): readonly string[] {
    const written = this.attempts.filter(({ outcome }) => outcome === 'written');
    return written.flatMap((first) =>
      written
        .filter(
          (second) =>
            (first.returnedAt ?? Infinity) < second.invokedAt &&
            (first.position ?? 0) >= (second.position ?? 0),
        )
        .map((second) => `${second.text} is not behind ${first.text}`),
    );
  }
}

describe('random schedules', () => {
  test(`agreement and durability hold under ${SEEDS} seeds of lost, late and doubled messages`, async () => {
    let written = 0;
    let unknown = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const chaos = new Chaos(seed);
      try {
        await chaos.run();
        await chaos.cluster.checkAgreement();
        const logs = await chaos.logs();
        await chaos.cluster.checkAgreement();
        expect(logs.flatMap((log) => chaos.problems(log))).toEqual([]);
        expect(chaos.disorder()).toEqual([]);
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      } finally {
        await chaos.cluster.close();
      }
      written += chaos.attempts.filter(({ outcome }) => outcome === 'written').length;
      unknown += chaos.attempts.filter(({ outcome }) => outcome === 'unknown').length;
    }
    // The seeds must exercise both: progress, and writes in doubt.
    expect(written).toBeGreaterThan(5 * SEEDS);
    expect(unknown).toBeGreaterThan(SEEDS);
  }, 120_000);
});
