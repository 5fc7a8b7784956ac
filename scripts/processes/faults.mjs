const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What may be done to a replica, and for how long at most. */
const FAULTS = {
  kill: {
    lastsMs: 3_000,
    async begin(replica) {
      await replica.kill();
    },
    end: (replica) => replica.restart(),
  },
  pause: {
    lastsMs: 5_000,
    begin: (replica) => replica.pause(),
    end: (replica) => replica.resume(),
  },
  reset: { lastsMs: 0, begin: (replica) => replica.reset(), end: () => undefined },
  cut: { lastsMs: 3_000, begin: (replica) => replica.cut(), end: (replica) => replica.mend() },
  // Only one at a time: a group of three survives one lost disk.
  wipe: {
    lastsMs: 1_000,
    needsAll: true,
    async begin(replica) {
      await replica.kill();
      replica.wipe();
    },
    end: (replica) => replica.restart(),
  },
};
const FAULT_KINDS = [...Object.keys(FAULTS), 'new-writer', 'islands'];
/** For as long as no replica reaches another one, at most. */
const ISLANDS_MS_MAX = 2_000;
/** How long the others have without it, at most, and how long it takes to die. */
const ALONE_MS_MAX = 6_000;
const DYING_MS = 200;

const GAP_MS_MAX = 1_200;
const GAP_MS_MIN = 100;

/** Strikes the replicas, as the seed has it, until the time is over and every kind has come about. */
export class Faults {
  counts = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 0]));

  #replicas;
  #load;
  #random;
  #allVote;
  #underWay = new Set();

  constructor({ replicas, load, random, allVote }) {
    this.#replicas = replicas;
    this.#load = load;
    this.#random = random;
    this.#allVote = allVote;
  }

  async run(durationMs) {
    const end = performance.now() + durationMs;
    while (performance.now() < end || Object.values(this.counts).includes(0)) {
      for (const kind of this.#shuffled(FAULT_KINDS)) {
        await this.#strike(kind);
        await delay(GAP_MS_MIN + this.#random(GAP_MS_MAX));
        const problem = this.#replicas.find((replica) => replica.problem)?.problem;
        if (problem) throw new Error(problem);
      }
    }
    await Promise.all(this.#underWay);
  }

  async #strike(kind) {
    if (kind === 'new-writer') {
      this.#load.preferAnother();
      this.counts[kind]++;
      return;
    }
    if (kind === 'islands') {
      await this.#separate();
      return;
    }
    const fault = FAULTS[kind];
    if (fault.needsAll) {
      await Promise.all(this.#underWay);
      await this.#allVote();
    }
    const sound = this.#replicas.filter(({ isStruck }) => !isStruck);
    const lasts = this.#random(fault.lastsMs);
    const replica = sound[Math.floor(this.#random(sound.length))];
    if (!replica) return;
    this.counts[kind]++;
    this.#begin(fault, replica, lasts);
  }

  #begin(fault, replica, lastsMs) {
    const striking = this.#last(fault, replica, lastsMs).finally(() => {
      this.#underWay.delete(striking);
    });
    this.#underWay.add(striking);
  }

  /**
   * No replica reaches another one, while clients go on asking the one that writes, until that is killed; the
   * others come together again without it. What it has acknowledged meanwhile, if anything, only it has.
   */
  async #separate() {
    const sound = this.#replicas.filter(({ isStruck }) => !isStruck);
    this.counts.islands++;
    for (const { peers } of sound) peers.cut();
    await delay(this.#random(ISLANDS_MS_MAX));
    const { writer } = this.#load;
    if (sound.includes(writer)) {
      this.#begin(FAULTS.kill, writer, this.#random(ALONE_MS_MAX));
      await delay(DYING_MS);
    }
    this.#load.preferAnother();
    for (const { peers } of sound) peers.mend();
  }

  async #last(fault, replica, lastsMs) {
    replica.isStruck = true;
    await fault.begin(replica);
    await delay(lastsMs);
    fault.end(replica);
    replica.isStruck = false;
  }

  #shuffled(kinds) {
    return kinds
      .map((kind) => [this.#random(1), kind])
      .toSorted(([left], [right]) => left - right)
      .map(([, kind]) => kind);
  }
}
