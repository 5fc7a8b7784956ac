const TIMEOUT_MS = 4_000;
/** Between two appends of a worker, at most, in runs of up to this length; longer ones append more slowly. */
const PAUSE_MS = 20;
const PAUSE_DURATION_MS = 90_000;
const PADDING_MAX = 2_000;

const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Programs without a replica that append texts, each another one, and note what became of each. */
export class Load {
  /** `{ text, invoked, returned, outcome, position }`, in the order in which they were begun. */
  appends = [];

  #LogClient;
  #replicas;
  #random;
  #client;
  #isEnded = false;
  /** The replica that is asked first. */
  writer;
  #time = 0;
  #pauseMs;

  /**
   * A replica whose directory was wiped catches up one position after the other, and the log is never truncated
   * here: at full speed a run of half an hour would end up doing nothing else.
   */
  constructor({ LogClient, replicas, random, durationMs }) {
    this.#pauseMs = Math.round(PAUSE_MS * Math.max(1, durationMs / PAUSE_DURATION_MS));
    this.#LogClient = LogClient;
    this.#replicas = replicas;
    this.#random = random;
    this.preferAnother();
  }

  /** From now on another replica may be the one that is asked first: it becomes the writer. */
  preferAnother() {
    const first = Math.floor(this.#random(this.#replicas.length));
    this.writer = this.#replicas[first];
    const order = [...this.#replicas.slice(first), ...this.#replicas.slice(0, first)];
    const replicas = order.map(({ door }) => door);
    // The last client goes on with what it has under way.
    this.#client = new this.#LogClient({ replicas, timeoutMs: TIMEOUT_MS });
  }

  async run(workers) {
    await Promise.all(Array.from({ length: workers }, (_, worker) => this.#work(worker)));
  }

  end() {
    this.#isEnded = true;
  }

  get acknowledged() {
    return this.appends.filter(({ outcome }) => outcome === 'acknowledged');
  }

  async #work(worker) {
    for (let number = 0; !this.#isEnded; number++) {
      const padding = 'x'.repeat(this.#random(PADDING_MAX));
      const append = { text: `${worker}-${number}-${padding}`, invoked: this.#time++ };
      this.appends.push(append);
      try {
        append.position = await this.#client.append(Buffer.from(append.text));
        append.outcome = 'acknowledged';
      } catch (error) {
        if (error.outcome === undefined) throw error;
        append.outcome = error.outcome === 'definite' ? 'refused' : 'unknown';
      }
      append.returned = this.#time++;
      await delay(this.#random(this.#pauseMs));
    }
  }
}
