import type { StreamFile, StreamStorage } from '@quorate/status-updates';

/** A storage whose calls can be held back, or made to fail. */
export class GatedStorage implements StreamStorage {
  readonly #inner: StreamStorage;
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;
  #held = '';
  #failure: Error | undefined;
  /** What was called, as `append PATH`. */
  readonly calls: string[] = [];

  constructor(inner: StreamStorage) {
    this.#inner = inner;
  }

  /** Calls from now on wait for `letGo`, or only those whose path holds a text. */
  hold(path = ''): void {
    this.#held = path;
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  letGo(): void {
    this.#open();
  }

  /** The next append writes, and fails all the same: as a sync does that cannot be relied on. */
  failNext(failure: Error): void {
    this.#failure = failure;
  }

  open(): Promise<void> {
    return this.#pass('open', () => this.#inner.open());
  }

  create(path: string, existing: 'refuse' | 'append'): Promise<number> {
    return this.#pass(`create ${path}`, () => this.#inner.create(path, existing));
  }

  append(path: string, offset: number, bytes: Uint8Array): Promise<void> {
    return this.#pass(`append ${path}`, async () => {
      await this.#inner.append(path, offset, bytes);
      const failure = this.#failure;
      this.#failure = undefined;
      if (failure) throw failure;
    });
  }

  read(path: string): Promise<StreamFile> {
    return this.#pass(`read ${path}`, () => this.#inner.read(path));
  }

  confirm(path: string, offset: number, bytes: Uint8Array): Promise<void> {
    return this.#pass(`confirm ${path}`, () => this.#inner.confirm(path, offset, bytes));
  }

  truncate(path: string, sizeBytes: number): Promise<void> {
    return this.#pass(`truncate ${path}`, () => this.#inner.truncate(path, sizeBytes));
  }

  remove(path: string): Promise<void> {
    return this.#pass(`remove ${path}`, () => this.#inner.remove(path));
  }

  flush(): Promise<void> {
    return this.#pass('flush', () => this.#inner.flush());
  }

  close(): Promise<void> {
    return this.#pass('close', () => this.#inner.close());
  }

  async #pass<T>(call: string, work: () => Promise<T>): Promise<T> {
    this.calls.push(call);
    if (call.includes(this.#held)) await this.#gate;
    return work();
  }
}
