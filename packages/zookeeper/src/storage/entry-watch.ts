import type { Future } from '@quorate/process';
import type { ChangeListener } from '@quorate/state';

/**
 * Tells of changes to one znode for as long as somebody wants to hear of them. A watch of ZooKeeper fires
 * once and ends with its session, so it is set again each time.
 */
export class EntryWatch {
  readonly #listener: ChangeListener;
  readonly #set: (onChange: () => void) => Future<unknown>;
  #setting: Future<unknown> | undefined;
  #isStopped = false;

  /** @param set sets a watch of ZooKeeper; tried again by itself until it is set, or never can be */
  constructor(set: (onChange: () => void) => Future<unknown>, listener: ChangeListener) {
    this.#set = set;
    this.#listener = listener;
  }

  /** Sets the watch; again when there is a new session. */
  renew(): void {
    if (this.#isStopped) return;
    this.#setting?.discard();
    const setting = this.#set(() => {
      if (setting === this.#setting) this.#onChange();
    });
    this.#setting = setting;
    setting.onAny((done) => {
      if (this.#isStopped || setting !== this.#setting) return;
      // What changed before it was set nobody has told us.
      if (done.isReady) this.#listener.changed();
      else if (done.isFailed) this.end(done.failure());
    });
  }

  end(error: Error): void {
    if (this.#isStopped) return;
    this.stop();
    this.#listener.ended(error);
  }

  stop(): void {
    this.#isStopped = true;
    this.#setting?.discard();
  }

  #onChange(): void {
    if (this.#isStopped) return;
    this.#listener.changed();
    this.renew();
  }
}
