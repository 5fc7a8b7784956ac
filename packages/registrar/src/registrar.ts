import { MasterInfo, type Registry } from '@quorate/messages';
import { defaultRuntime, Future, type Pid, type Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import {
  WatchStream,
  type Observed,
  type State,
  type WatchOptions,
  type WatchSource,
} from '@quorate/state';
import { RegistrarError } from './errors.ts';
import { checkOptions, type RegistrarOptions } from './registrar-options.ts';
import { RegistrarProcess } from './registrar-process.ts';
import type { RegistryOperation } from './registry-operation.ts';

/**
 * The official record of a cluster's agents, kept by its leading master in one variable of a
 * state. (Mesos src/master/registrar.hpp)
 *
 * Operations that arrive while a store is in flight are performed together, in order, and share
 * the next store; each `apply` is ready only after that store is durable.
 *
 * After the first store that failed, timed out or met a newer version **the registrar has aborted
 * for good**: all later operations fail with `REGISTRAR_ABORTED`, with the first failure as
 * `cause`. Writing on would win back a leadership that another master may hold. A master ends then,
 * or recovers with a new registrar.
 */
export class Registrar {
  readonly #runtime: Runtime;
  readonly #process: RegistrarProcess;
  #closing: Future<void> | undefined;

  /** Throws `REGISTRAR_OPTION_INVALID`, and `METRIC_EXISTS` if `metrics` has a registrar's already. */
  constructor(state: State, options: RegistrarOptions = {}) {
    const settings = checkOptions(options);
    this.#runtime = options.runtime ?? defaultRuntime();
    this.#process = new RegistrarProcess(state, settings, this.#runtime, options.metrics);
    this.#runtime.spawn(this.#process);
  }

  /** The process behind it: `registrar(1)` in a runtime with one registrar. */
  get pid(): Pid<RegistrarProcess> {
    return this.#process.self;
  }

  /** @internal For what serves it in other ways. */
  get process(): RegistrarProcess {
    return this.#process;
  }

  /**
   * Fetches the registry and stores it with `info` as its master: the write proves that this
   * master leads. Ready with the registry that was stored.
   *
   * Only the first call does anything; later ones get its result, and their `info` is ignored.
   * Discarding the future stops the wait only.
   *
   * Fails with `REGISTRAR_MASTER_INFO_INVALID` (recover again), or for good with
   * `REGISTRAR_FETCH_TIMEOUT`, `REGISTRAR_FETCH_FAILED`, `REGISTRAR_REGISTRY_MALFORMED`,
   * `REGISTRAR_STORE_TIMEOUT`, `REGISTRAR_STORE_FAILED`, `REGISTRAR_VERSION_MISMATCH`,
   * `REGISTRAR_REGISTRY_TOO_LARGE`, `REGISTRAR_CLOSED`.
   */
  recover(info: MasterInfo): Future<Registry> {
    let copy: MasterInfo;
    try {
      copy = MasterInfo.decode(MasterInfo.encode(info));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `expected a valid MasterInfo: ${reason}`;
      return Future.failed(
        new RegistrarError('REGISTRAR_MASTER_INFO_INVALID', message, { cause: error }),
      );
    }
    const recovering = this.#runtime.dispatch(this.pid, 'recover', copy);
    return failIfAbandoned(recovering, closed);
  }

  /**
   * Performs an operation on the registry. Ready once the store that holds it is durable: with
   * true if it was permitted (also if there was nothing to change), with false if it was refused.
   * One applied during the recovery waits for it.
   *
   * Fails with `REGISTRAR_NOT_RECOVERED` before `recover` is called, `REGISTRAR_OPERATION_INVALID`,
   * `REGISTRAR_QUEUE_FULL` (too many operations wait; nothing was done with this one),
   * `REGISTRAR_OPERATION_FAILED` (the operation threw; only this call fails),
   * `REGISTRAR_REGISTRY_TOO_LARGE` or `REGISTRAR_REGISTRY_INVALID` (nothing was written; the
   * operations that shared the store fail, later ones do not), `REGISTRAR_STORE_TIMEOUT`,
   * `REGISTRAR_STORE_FAILED`, `REGISTRAR_VERSION_MISMATCH` (these abort the registrar; `outcome`
   * says whether the operation may still have been stored), `REGISTRAR_ABORTED`,
   * `REGISTRAR_CLOSED`.
   *
   * Discarding the future withdraws an operation that still waits for its turn, and has no effect
   * on one whose store is in flight.
   */
  apply(operation: RegistryOperation): Future<boolean> {
    const candidate: Partial<RegistryOperation> | undefined | null = operation;
    if (typeof candidate?.perform !== 'function') {
      const message = 'expected a registry operation, such as admitAgent(info) returns';
      return Future.failed(new RegistrarError('REGISTRAR_OPERATION_INVALID', message));
    }
    const applying = this.#runtime.dispatch(this.pid, 'apply', operation);
    return failIfAbandoned(applying, closed);
  }

  /**
   * The registry as of the last operation that was acknowledged; undefined before the recovery.
   * Frozen. `toProtoJson(Registry, registry)` gives it in the shape of upstream's endpoint.
   *
   * A list of agents in it is decoded when it is first looked at, which takes seconds for 100,000.
   */
  registry(): Registry | undefined {
    return this.#process.registry;
  }

  /**
   * The registry as of now, and again after each store that changed it; the first is the one that the
   * recovery stores, if that is still to come. Stores that follow each other faster than they are asked
   * for come as one: the last is never left out. To watch from elsewhere, use `State.watch`.
   *
   * Leaving the loop, `return()` and an abort of `signal` end the iteration, without an error, and hold
   * nothing. It rejects, once, with `REGISTRAR_ABORTED` or `REGISTRAR_CLOSED` when nothing more will be stored.
   */
  watch(options: WatchOptions = {}): AsyncIterableIterator<Registry, undefined> {
    const process = this.#process;
    const read = (): Observed<Registry> | undefined => {
      const { registry } = process;
      return registry && { value: registry, version: registry };
    };
    const source: WatchSource<Registry> = {
      subscribe: (listener) => process.subscribe(listener),
      read: () => Future.ready(read()),
    };
    return new WatchStream(source, options);
  }

  /**
   * The ids of the agents that were admitted when the registry was recovered: those that a new master
   * waits for. Empty before the recovery. Known without decoding the agents.
   */
  recoveredAgentIds(): readonly string[] {
    return this.#process.recoveredAgentIds;
  }

  /** Fails what is under way with `REGISTRAR_CLOSED` and ends the process; the state stays open. */
  close(): Future<void> {
    this.#closing ??= this.#terminate();
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #terminate(): Future<void> {
    this.#runtime.terminate(this.pid);
    return this.#runtime.wait(this.pid).andThen(() => undefined);
  }
}

function closed(): RegistrarError {
  const options = { outcome: 'unknown' } as const;
  return new RegistrarError('REGISTRAR_CLOSED', 'the registrar is closed', options);
}
