// A second implementation of the rules, written to be plain instead of fast: recursive, with one
// list of closures per kind of callback. Compared with the real one in future-properties.test.ts.

export type Value = number | ModelFuture;
type State = 'Pending' | 'Ready' | 'Failed' | 'Discarded';
export type Kind = 'ready' | 'failed' | 'discarded' | 'any' | 'discard' | 'abandoned';

export class ModelFuture {
  state: State = 'Pending';
  result: number | string | undefined;
  hasDiscard = false;
  isAbandoned = false;
  /** Its completer has no say: it follows another future, or was derived from one. */
  locked = false;
  waitsFor: ModelFuture | undefined;
  private callbacks: { readonly kind: Kind; readonly run: () => void }[] = [];

  on(kind: Kind, run: () => void): void {
    const reached = {
      ready: this.state === 'Ready',
      failed: this.state === 'Failed',
      discarded: this.state === 'Discarded',
      any: this.state !== 'Pending',
      discard: this.hasDiscard,
      abandoned: this.isAbandoned,
    };
    if (reached[kind]) run();
    else if (this.state === 'Pending') this.callbacks.push({ kind, run });
  }

  complete(state: 'Ready' | 'Failed' | 'Discarded', result?: number | string): boolean {
    if (this.state !== 'Pending') return false;
    this.state = state;
    this.result = result;
    this.waitsFor = undefined;
    const specific = state.toLowerCase() as Kind;
    const { callbacks } = this;
    this.callbacks = [];
    for (const { kind, run } of callbacks) if (kind === specific) run();
    for (const { kind, run } of callbacks) if (kind === 'any') run();
    return true;
  }

  discard(): boolean {
    if (this.state !== 'Pending' || this.hasDiscard) return false;
    this.hasDiscard = true;
    this.take('discard');
    return true;
  }

  abandon(): boolean {
    if (this.state !== 'Pending' || this.isAbandoned) return false;
    this.isAbandoned = true;
    this.take('abandoned');
    return true;
  }

  follow(other: ModelFuture): void {
    for (let at: ModelFuture | undefined = other; at !== undefined; at = at.waitsFor) {
      if (at !== this) continue;
      this.complete('Failed', 'cycle');
      return;
    }
    this.locked = true;
    this.waitsFor = other;
    this.on('discard', () => other.discard());
    for (const kind of ['ready', 'failed', 'discarded'] as const) {
      other.on(kind, () => this.copy(other));
    }
    other.on('abandoned', () => this.abandon());
  }

  derive(react: (derived: ModelFuture) => void, onAbandoned?: (derived: ModelFuture) => void) {
    const derived = new ModelFuture();
    derived.locked = true;
    derived.waitsFor = this.state === 'Pending' ? this : undefined;
    let reacted = false;
    this.on('any', () => {
      if (reacted) return;
      reacted = true;
      derived.waitsFor = undefined;
      react(derived);
    });
    this.on('abandoned', () => {
      if (reacted) return;
      if (onAbandoned === undefined) {
        derived.abandon();
        return;
      }
      reacted = true;
      derived.waitsFor = undefined;
      onAbandoned(derived);
    });
    derived.on('discard', () => !reacted && this.discard());
    return derived;
  }

  andThen(f: (value: number) => Value): ModelFuture {
    return this.derive((derived) => {
      if (this.state !== 'Ready') derived.copy(this);
      else if (this.hasDiscard) derived.complete('Discarded');
      else derived.apply(() => f(this.result as number));
    });
  }

  recover(f: (future: ModelFuture) => Value): ModelFuture {
    const recover = (derived: ModelFuture): void => {
      derived.hasDiscard = false;
      derived.apply(() => f(this));
    };
    return this.derive((derived) => {
      if (this.state === 'Ready') derived.copy(this);
      else recover(derived);
    }, recover);
  }

  repair(f: (future: ModelFuture) => Value): ModelFuture {
    return this.derive((derived) => {
      if (this.state === 'Failed') derived.apply(() => f(this));
      else derived.copy(this);
    });
  }

  undiscardable(): ModelFuture {
    const mirror = new ModelFuture();
    mirror.locked = true;
    mirror.waitsFor = this;
    this.on('any', () => mirror.copy(this));
    this.on('abandoned', () => mirror.abandon());
    return mirror;
  }

  private apply(f: () => Value): void {
    let value: Value;
    try {
      value = f();
    } catch (thrown) {
      this.complete('Failed', (thrown as Error).message);
      return;
    }
    if (typeof value === 'number') this.complete('Ready', value);
    else this.follow(value);
  }

  private copy(other: ModelFuture): void {
    this.complete(other.state as 'Ready' | 'Failed' | 'Discarded', other.result);
  }

  private take(taken: Kind): void {
    const { callbacks } = this;
    this.callbacks = callbacks.filter(({ kind }) => kind !== taken);
    for (const { kind, run } of callbacks) if (kind === taken) run();
  }
}
