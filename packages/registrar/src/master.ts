import type { MasterInfo, Registry, SlaveInfo } from '@quorate/messages';
import { defaultRuntime, Future, type Pid, type Runtime } from '@quorate/process';
import { failIfAbandoned } from '@quorate/process/sync';
import type { State } from '@quorate/state';
import { RegistrarError } from './errors.ts';
import { FrameworkRecords } from './framework-records.ts';
import { checkMasterOptions, type MasterOptions } from './master-options.ts';
import { MasterProcess } from './master-process.ts';
import { checkAgent } from './operation-input.ts';
import { admitAgent } from './operations.ts';
import { Registrar } from './registrar.ts';
import type { RegistryOperation } from './registry-operation.ts';

/**
 * What a leading master does with the record of its agents: it recovers the registry, gives the agents
 * in it time to come back, and marks those unreachable that do not. So an agent that died while no
 * master led is noticed. (Mesos src/master/master.cpp)
 *
 * Make one when this program is elected, and close it when it is not any more. It ends by itself, see
 * `ended`, when its registrar cannot go on: another master may lead then.
 */
export class Master {
  /** The record of the frameworks. */
  readonly frameworks: FrameworkRecords;
  /** The registry's keeper. */
  readonly registrar: Registrar;
  readonly #runtime: Runtime;
  readonly #process: MasterProcess;
  #closing: Future<void> | undefined;

  /** Throws `REGISTRAR_OPTION_INVALID`, `SYNC_OPTION_INVALID` or `METRIC_EXISTS`. */
  constructor(state: State, options: MasterOptions = {}) {
    const settings = checkMasterOptions(options);
    this.#runtime = options.runtime ?? defaultRuntime();
    this.registrar = new Registrar(state, options);
    this.frameworks = new FrameworkRecords(state);
    this.#process = new MasterProcess(this.registrar, settings, this.#runtime);
    this.#runtime.spawn(this.#process);
  }

  /** The process behind it. */
  get pid(): Pid<MasterProcess> {
    return this.#process.self;
  }

  /**
   * Never ready; fails with what ends this master: `REGISTRAR_REMOVAL_LIMIT_EXCEEDED`,
   * `REGISTRAR_CAPABILITY_MISSING`, a failure of the registrar, or `REGISTRAR_CLOSED`.
   */
  get ended(): Future<never> {
    return this.#process.ended.future;
  }

  /** The ids of recovered agents that have not come back yet, while there is time. */
  get awaitedAgents(): ReadonlySet<string> {
    return this.#process.awaited;
  }

  /**
   * Recovers the registry; from then on the time runs in which its agents have to come back. Only the
   * first call does anything. Fails as `Registrar.recover` does, and with `REGISTRAR_CAPABILITY_MISSING`.
   */
  recover(info: MasterInfo): Future<Registry> {
    return failIfAbandoned(this.#runtime.dispatch(this.pid, 'recover', info), closed);
  }

  /** A new agent. Ready with false if its id is taken. Fails as `Registrar.apply` does. */
  registerAgent(info: SlaveInfo): Future<boolean> {
    return Future.try(() => this.apply(admitAgent(info)));
  }

  /**
   * An agent that has been there before: it is admitted, if it was unreachable or forgotten as well, with
   * what it says of itself now, and is not given up any more. Ready with false if it was marked gone.
   */
  reregisterAgent(info: SlaveInfo): Future<boolean> {
    return this.#ask(info, (agent) => this.#runtime.dispatch(this.pid, 'reregister', agent));
  }

  /**
   * An agent that does not answer any more: it is marked unreachable, as fast as
   * `agentRemovalRateLimit` lets it. Ready with false if it was not admitted, or came back in time.
   */
  loseAgent(info: SlaveInfo): Future<boolean> {
    return this.#ask(info, (agent) => this.#runtime.dispatch(this.pid, 'lose', agent));
  }

  /** Any other operation on the registry. */
  apply(operation: RegistryOperation): Future<boolean> {
    return failIfAbandoned(this.#runtime.dispatch(this.pid, 'apply', operation), closed);
  }

  /** Ends the master and its registrar; the state stays open. */
  close(): Future<void> {
    this.#closing ??= this.#terminate();
    return this.#closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #ask(info: SlaveInfo, ask: (agent: SlaveInfo) => Future<boolean>): Future<boolean> {
    return failIfAbandoned(
      Future.try(() => ask(checkAgent(info).info)),
      closed,
    );
  }

  #terminate(): Future<void> {
    this.#runtime.terminate(this.pid);
    return this.#runtime.wait(this.pid).andThen(() => this.registrar.close());
  }
}

function closed(): RegistrarError {
  return new RegistrarError('REGISTRAR_CLOSED', 'the master is closed', { outcome: 'unknown' });
}
