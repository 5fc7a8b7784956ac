import { Runtime, seededRandom } from '@quorate/process';
import type { Random } from '@quorate/process';
import { AgentChild } from './agent-child.ts';
import type { ChildEnd } from './agent-child.ts';
import { checkWorkDirectory } from './check-work-directory.ts';
import type { Durability } from './durability.ts';
import { IpcTransport } from './ipc-transport.ts';
import { Contradiction } from './ledger.ts';
import { MasterProcess } from './master-process.ts';
import type { MasterAccount } from './master-process.ts';
import { AGENT_ADDRESS, MASTER_ADDRESS } from './messages.ts';
import { Volumes } from './volumes.ts';

/** One kill of so many comes while the agent starts or recovers. */
const EARLY = 4;
/** Starting and recovering takes about as long. */
const START_MS_MAX = 1_500;
/** Updates before a kill. */
const UPDATES_MAX = 40;
/** Between the last of them and the kill, so that it falls anywhere within an operation. */
const AFTER_MS_MAX = 20;
/** Updates after the last kill. */
const UPDATES_AT_THE_END = 40;
/** Nothing takes this long between two kills; what does hangs. */
const TIME_LIMIT_MS = 60_000;

export interface StoryOptions {
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
  readonly durability: Durability;
  readonly say: (text: string) => void;
}

/** What the story comes to. */
export interface StoryEnd extends MasterAccount {
  readonly kills: number;
  readonly volumes: number;
}

/**
 * Lets an agent work, kills it again and again, and lets it come to an end. Rejects as soon as
 * something does not fit together.
 */
export async function tellStory(options: StoryOptions): Promise<StoryEnd> {
  const story = new Story(options);
  try {
    return await story.play();
  } finally {
    await story.close();
  }
}

class Story {
  readonly #options: StoryOptions;
  readonly #transport = new IpcTransport(MASTER_ADDRESS, AGENT_ADDRESS);
  readonly #runtime: Runtime;
  readonly #random: Random;
  readonly #volumes: Volumes;
  readonly #master: MasterProcess;
  readonly #contradiction: Promise<never>;
  #child: AgentChild | undefined;

  constructor(options: StoryOptions) {
    this.#options = options;
    const { seed, folder } = options;
    this.#runtime = new Runtime({ transport: this.#transport, random: seededRandom(seed) });
    this.#random = seededRandom(seed + 1);
    this.#volumes = new Volumes(folder);
    let onContradiction: (error: Contradiction) => void = () => undefined;
    this.#contradiction = new Promise((_, reject) => (onContradiction = reject));
    this.#contradiction.catch(() => undefined); // every step of the story looks at it
    this.#master = new MasterProcess({ volumes: this.#volumes, onContradiction });
    this.#runtime.spawn(this.#master);
  }

  async play(): Promise<StoryEnd> {
    const { kills, say } = this.#options;
    for (let kill = 1; kill <= kills; kill++) {
      const child = this.#start();
      const moment = await this.#awaitMoment(child);
      const { signal, exitCode } = await child.kill();
      if (signal !== 'SIGKILL') throw new Contradiction(`the agent ended with ${exitCode}`);
      const { operations, finished, dropped } = this.#master.account;
      say(
        `kill ${kill}, ${moment}: ${operations} operations, ${finished} finished, ${dropped} lost`,
      );
    }
    const last = this.#start();
    await this.#whileRuns(last, this.#master.registered());
    await this.#whileRuns(last, this.#master.received(UPDATES_AT_THE_END));
    await this.#whileRuns(last, this.#master.finish());
    await this.#end(last);
    const resources = this.#master.resources();
    checkWorkDirectory(this.#options.folder, resources);
    this.#volumes.checkAll(resources);
    return { ...this.#master.account, kills, volumes: resources.persistentVolumes().size };
  }

  async close(): Promise<void> {
    await this.#child?.kill();
    await this.#runtime.close();
  }

  #start(): AgentChild {
    const { folder, durability } = this.#options;
    const child = AgentChild.start(folder, durability);
    this.#child = child;
    this.#transport.attach(child.channel);
    return child;
  }

  /** Waits for a moment that nobody chose. */
  async #awaitMoment(child: AgentChild): Promise<string> {
    if (this.#random.intBelow(EARLY) === 0) {
      const delayMs = this.#random.intBelow(START_MS_MAX);
      await this.#whileRuns(child, this.#runtime.after(delayMs));
      return `${delayMs} ms after its start`;
    }
    const updates = 1 + this.#random.intBelow(UPDATES_MAX);
    const delayMs = this.#random.next() * AFTER_MS_MAX;
    await this.#whileRuns(child, this.#master.received(updates));
    await this.#whileRuns(child, this.#runtime.after(delayMs));
    return `${delayMs.toFixed(1)} ms after update ${updates} of this run`;
  }

  async #end(child: AgentChild): Promise<void> {
    const end = await this.#within('the agent ends', child.ended);
    if (end.exitCode !== 0) throw new Contradiction(`the agent ended with ${nameOf(end)}`);
  }

  /** Waits for something, unless the agent ends or does something that cannot be. */
  async #whileRuns(child: AgentChild, work: PromiseLike<unknown>): Promise<void> {
    const ended = child.ended.then((end) => {
      throw new Contradiction(`the agent ended by itself, with ${nameOf(end)}`);
    });
    await this.#within('the agent goes on', Promise.race([work, ended]));
  }

  async #within<T>(what: string, work: Promise<T>): Promise<T> {
    const limit = this.#runtime.after(TIME_LIMIT_MS);
    const late = limit.andThen((): never => {
      throw new Contradiction(`waited ${TIME_LIMIT_MS / 1000} s: ${what}`);
    });
    try {
      return await Promise.race([work, late, this.#contradiction]);
    } finally {
      limit.discard();
    }
  }
}

function nameOf({ exitCode, signal }: ChildEnd): string {
  return signal ?? `code ${exitCode}`;
}
