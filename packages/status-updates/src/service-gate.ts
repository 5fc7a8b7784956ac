import { Completer, Future } from '@quorate/process';

/** Shut while no stream may be served: the storage is not open yet, or a recovery is running. */
export class ServiceGate {
  /** Reasons to be shut. */
  #holds = 0;
  #onOpen: Completer<void>[] = [];

  get isOpen(): boolean {
    return this.#holds === 0;
  }

  hold(): void {
    this.#holds++;
  }

  /** @param serve what arrived in the meantime: runs if this was the last hold */
  release(serve: () => void): void {
    if (--this.#holds > 0) return;
    serve();
    const waiting = this.#onOpen;
    this.#onOpen = [];
    for (const opened of waiting) opened.set(undefined);
  }

  /** Ready when streams are served. */
  opened(): Future<void> {
    if (this.isOpen) return Future.ready();
    const opened = new Completer<void>();
    this.#onOpen.push(opened);
    return opened.future;
  }
}
