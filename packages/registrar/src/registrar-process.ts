import type { MasterInfo, Registry } from '@quorate/messages';
import { Completer, Future, Process, type Pid, type Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import type { Metrics } from '@quorate/process/metrics';
import { ChangeListeners, type ChangeListener, type State, type Variable } from '@quorate/state';
import { RegistrarError } from './errors.ts';
import { RegistrarMetrics } from './registrar-metrics.ts';
import type { RegistrarSettings } from './registrar-options.ts';
import { RegistryDraft } from './registry-draft.ts';
import { mutated, type RegistryOperation } from './registry-operation.ts';
import { StoredRegistry, type RegistryChange } from './stored-registry.ts';
import { fetchFailure, isDefiniteRefusal, storeFailure } from './storage-failure.ts';

/** An operation whose caller waits. */
interface Pending {
  readonly operation: RegistryOperation;
  readonly result: Completer<boolean>;
}

/** A pending operation that was performed. */
interface Performed extends Pending {
  readonly accepted: boolean;
}

/** What a store is made of: a variable of the state, and the registry it stands for. */
interface Stored {
  readonly variable: Variable;
  readonly registry: StoredRegistry;
}

/** The actor behind `Registrar`. */
export class RegistrarProcess extends Process {
  declare readonly self: Pid<RegistrarProcess>;
  readonly #state: State;
  readonly #settings: RegistrarSettings;
  readonly #metrics: RegistrarMetrics;
  /** In the order of arrival; a Set, so that a discarded operation leaves without a search. */
  readonly #queue = new Set<Pending>();
  readonly #listeners = new ChangeListeners();
  #recovery: Completer<Registry> | undefined;
  /** What the last successful store left; undefined until the first, which ends the recovery. */
  #stored: Stored | undefined;
  #recoveredAgentIds: readonly string[] = [];
  /** Sticky: a registrar that lost a store must not write again and so win back its leadership. */
  #aborted: RegistrarError | undefined;
  /** A flush is queued or a store is in flight. */
  #isBusy = false;
  #inFlight: { discard(): boolean } | undefined;
  #storing: readonly Performed[] = [];

  constructor(state: State, settings: RegistrarSettings, { clock }: Runtime, metrics?: Metrics) {
    super({ idPrefix: 'registrar' });
    this.#state = state;
    this.#settings = settings;
    this.#metrics = new RegistrarMetrics(
      clock,
      {
        queuedOperations: () => this.#queue.size,
        registrySizeBytes: () => this.#stored?.registry.sizeBytes,
      },
      metrics,
    );
  }

  /** Calls the listener whenever the registry has been stored anew, and when it never will be again. */
  subscribe(listener: ChangeListener): () => void {
    const remove = this.#listeners.add(this.#settings.variableName, listener);
    if (this.#aborted) listener.ended(this.#aborted);
    return remove;
  }

  /** The registry as of the last acknowledged operation; undefined before recovery. */
  get registry(): Registry | undefined {
    return this.#stored?.registry.registry;
  }

  /** Of the agents that were admitted when the registry was recovered; empty before. */
  get recoveredAgentIds(): readonly string[] {
    return this.#recoveredAgentIds;
  }

  recover(info: MasterInfo): Future<Registry> {
    // Shared by all callers, and deaf to discards: that one of them gives up ends it for nobody.
    return (this.#recovery ?? this.#startRecovery(info)).future;
  }

  apply(operation: RegistryOperation): Future<boolean> {
    if (this.#aborted) return Future.failed(this.#aborted);
    if (!this.#recovery) {
      const message = `cannot ${operation.name} before recover() was called`;
      const error = new RegistrarError('REGISTRAR_NOT_RECOVERED', message, { outcome: 'definite' });
      return Future.failed(error);
    }
    const { queueLengthMax } = this.#settings;
    if (this.#queue.size >= queueLengthMax) {
      const message = `${queueLengthMax} operations are waiting: await some, or raise queueLengthMax`;
      const error = new RegistrarError('REGISTRAR_QUEUE_FULL', message, { outcome: 'definite' });
      return Future.failed(error);
    }
    const pending: Pending = { operation, result: new Completer<boolean>() };
    this.#queue.add(pending);
    pending.result.future.onDiscard(() => {
      if (this.#queue.delete(pending)) pending.result.discard();
    });
    if (this.#stored) this.#flushSoon();
    return pending.result.future;
  }

  protected override finalize(): void {
    const message = 'the registrar was closed while the operation was under way';
    const inFlight = this.#inFlight;
    this.#metrics[Symbol.dispose]();
    this.#aborted = new RegistrarError('REGISTRAR_CLOSED', message, { outcome: 'unknown' });
    this.#recovery?.fail(this.#aborted);
    for (const { result } of this.#storing) result.fail(this.#aborted);
    this.#failQueue(this.#aborted);
    this.#listeners.end(this.#aborted);
    inFlight?.discard();
  }

  #startRecovery(info: MasterInfo): Completer<Registry> {
    const recovery = new Completer<Registry>();
    this.#recovery = recovery;
    const { variableName, fetchTimeoutMs } = this.#settings;
    this.runtime.logger.info({ variableName }, 'recovering the registry');
    const fetching = this.#timed(this.#state.fetch(variableName), 'fetch', fetchTimeoutMs);
    this.#await(fetching, (done) => this.#onFetched(done, info));
    return recovery;
  }

  #onFetched(done: Future<Variable>, info: MasterInfo): void {
    if (!done.isReady) return this.#abort(fetchFailure(done));
    const variable = done.value();
    let fetched: Stored;
    try {
      const { registry, reordered } = StoredRegistry.decode(variable.value);
      // Only bytes in our order can be spliced: others are stored whole, this once.
      fetched = { variable: reordered ? variable.mutate(reordered) : variable, registry };
    } catch (error) {
      const message = `variable ${JSON.stringify(variable.name)} does not hold a registry`;
      return this.#abort(
        new RegistrarError('REGISTRAR_REGISTRY_MALFORMED', message, { cause: error }),
      );
    }
    this.#proveLeadership(fetched, info);
  }

  /** Every recovery writes: a master that could not write would learn of its successor too late. */
  #proveLeadership({ variable, registry }: Stored, info: MasterInfo): void {
    const draft = new RegistryDraft(registry);
    draft.perform({
      name: 'recover',
      perform: ({ fields }) =>
        mutated({ type: 'set-fields', fields: { master: { ...fields.master, info } } }),
    });
    this.#store({ variable, registry }, draft, (error) => this.#abort(error));
  }

  /** As an event of our own, so that what is in the mailbox by then shares the store. */
  #flushSoon(): void {
    if (this.#isBusy || this.#queue.size === 0) return;
    this.#isBusy = true;
    this.runtime.tell(this.self, () => this.#flush());
  }

  #flush(): void {
    const stored = this.#stored;
    if (!stored || this.#aborted) return;
    const draft = new RegistryDraft(stored.registry);
    this.#storing = [...this.#queue].flatMap((pending) => this.#perform(draft, pending));
    this.#queue.clear();
    if (this.#storing.length === 0) {
      this.#isBusy = false;
      return;
    }
    this.#store(stored, draft, (error) => {
      const failed = this.#storing;
      this.#storing = [];
      for (const { result } of failed) result.fail(error);
      if (!isDefiniteRefusal(error)) this.#abort(error);
    });
  }

  #perform(draft: RegistryDraft, pending: Pending): readonly Performed[] {
    const { operation, result } = pending;
    const { logger } = this.runtime;
    try {
      const outcome = draft.perform(operation);
      if (outcome.type === 'refused') {
        logger.info({ operation: operation.name, reason: outcome.reason }, 'operation refused');
      }
      return [{ ...pending, accepted: outcome.type !== 'refused' }];
    } catch (error) {
      const message = `operation ${operation.name} threw, and changed nothing`;
      result.fail(
        new RegistrarError('REGISTRAR_OPERATION_FAILED', message, {
          cause: error,
          outcome: 'definite',
        }),
      );
      return [];
    }
  }

  #store(base: Stored, draft: RegistryDraft, onFailure: (error: RegistrarError) => void): void {
    this.#isBusy = true;
    const fail = (error: RegistrarError): void => {
      this.#isBusy = false;
      onFailure(error);
      this.#flushSoon();
    };
    const change = this.#changeOf(base.registry, draft, fail);
    if (!change) return;
    const storing = this.#state.store(base.variable.splice(change.splices));
    this.#await(this.#timed(storing, 'store', this.#settings.storeTimeoutMs), (done) => {
      const variable = done.isReady ? done.value() : undefined;
      if (!variable) return fail(storeFailure(done, change.sizeBytes));
      this.#isBusy = false;
      base.registry.apply(change);
      this.#onStored({ variable, registry: base.registry });
    });
  }

  #changeOf(
    registry: StoredRegistry,
    draft: RegistryDraft,
    fail: (error: RegistrarError) => void,
  ): RegistryChange | undefined {
    try {
      return registry.change(draft);
    } catch (error) {
      const message = 'the operations make a registry that cannot be encoded; nothing was written';
      fail(
        new RegistrarError('REGISTRAR_REGISTRY_INVALID', message, {
          cause: error,
          outcome: 'definite',
        }),
      );
      return undefined;
    }
  }

  #onStored(stored: Stored): void {
    const isFirst = !this.#stored;
    this.#stored = stored;
    const performed = this.#storing;
    this.#storing = [];
    this.runtime.logger.debug({ operations: performed.length }, 'registry stored');
    if (isFirst) {
      this.#recoveredAgentIds = Object.freeze([...stored.registry.admitted.list.ids()]);
      this.#recovery?.set(stored.registry.registry);
    }
    for (const { result, accepted } of performed) result.set(accepted);
    this.#listeners.allChanged();
    this.#flushSoon();
  }

  #abort(error: RegistrarError): void {
    this.runtime.logger.error({ err: error }, 'registrar aborting');
    const message = `the registrar has aborted, start another one: ${error.message}`;
    this.#aborted = new RegistrarError('REGISTRAR_ABORTED', message, {
      cause: error,
      outcome: 'definite',
    });
    this.#recovery?.fail(error);
    this.#failQueue(this.#aborted);
    this.#listeners.end(this.#aborted);
  }

  #failQueue(error: RegistrarError): void {
    const pendings = [...this.#queue];
    this.#queue.clear();
    for (const { result } of pendings) result.fail(error);
  }

  /** Calls back as an event of this process, whatever becomes of the future. */
  #await<T>(future: Future<T>, callback: (done: Future<T>) => void): void {
    this.#inFlight = future;
    const onSettled = (done: Future<T>): void => {
      this.#inFlight = undefined;
      callback(done);
    };
    failIfAbandoned(future, () => new Error('the storage has gone away')).onAny((done) =>
      this.runtime.tell(this.self, () => onSettled(done)),
    );
  }

  /** Fails the future when it takes too long, and asks it to stop: its outcome is then unknown. */
  #timed<T>(work: Future<T>, what: 'fetch' | 'store', timeoutMs: number): Future<T> {
    const code = what === 'fetch' ? 'REGISTRAR_FETCH_TIMEOUT' : 'REGISTRAR_STORE_TIMEOUT';
    const timer = this.#metrics[what];
    timer.start();
    const stop = (): void => timer.stop();
    const timed = work.after(this.runtime.clock, timeoutMs, (late) => {
      late.discard();
      const message = `the ${what} of the registry took longer than ${timeoutMs} ms`;
      return Future.failed<T>(new RegistrarError(code, message, { outcome: 'unknown' }));
    });
    return timed.onAny(stop);
  }
}
