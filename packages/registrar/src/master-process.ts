import type { MasterInfo, Registry, SlaveInfo } from '@quorate/messages';
import { Completer, type Future, Process, type Pid, type Runtime } from '@quorate/process';
import { RateLimiter } from '@quorate/process/sync';
import { RegistrarError } from './errors.ts';
import type { MasterEvent, MasterSettings } from './master-options.ts';
import { missingCapabilities } from './minimum-capabilities.ts';
import { markUnreachable, reregisterAgent } from './operations.ts';
import type { Registrar } from './registrar.ts';
import type { RegistryOperation } from './registry-operation.ts';

/** The actor behind `Master`. */
export class MasterProcess extends Process {
  declare readonly self: Pid<MasterProcess>;
  /** Fails with what ends the master. */
  readonly ended = new Completer<never>();
  readonly #registrar: Registrar;
  readonly #settings: MasterSettings;
  readonly #limiter: RateLimiter | undefined;
  /** Agents of the registry that have not come back since the fail-over. */
  #awaited: Set<string> = new Set();
  /** Agents that wait to be given up; coming back takes them out of the line. */
  readonly #leaving = new Map<string, Future<void>>();
  #recovering: Future<Registry> | undefined;

  constructor(registrar: Registrar, settings: MasterSettings, { clock }: Runtime) {
    super({ idPrefix: 'master' });
    this.#registrar = registrar;
    this.#settings = settings;
    // It is logged: that nobody looks at it is no mistake.
    this.ended.future.onFailed(() => undefined);
    const rate = settings.agentRemovalRateLimit;
    this.#limiter = rate && new RateLimiter({ ...rate, clock });
  }

  recover(info: MasterInfo): Future<Registry> {
    this.#recovering ??= this.#failing(this.#registrar.recover(info)).andThen(
      this.defer((registry: Registry) => this.#onRecovered(registry)),
    );
    return this.#recovering.undiscardable();
  }

  reregister(info: SlaveInfo): Future<boolean> {
    const id = info.id?.value ?? '';
    this.#awaited.delete(id);
    this.#leaving.get(id)?.discard();
    this.#leaving.delete(id);
    return this.apply(reregisterAgent(info));
  }

  lose(info: SlaveInfo): Future<boolean> {
    return this.#lose(info.id?.value ?? '');
  }

  apply(operation: RegistryOperation): Future<boolean> {
    return this.#failing(this.#registrar.apply(operation));
  }

  get awaited(): ReadonlySet<string> {
    return new Set(this.#awaited);
  }

  protected override finalize(): void {
    this.#limiter?.[Symbol.dispose]();
    this.ended.fail(new RegistrarError('REGISTRAR_CLOSED', 'the master was closed'));
  }

  #onRecovered(registry: Registry): Registry {
    const missing = missingCapabilities(registry.minimumCapabilities, this.#settings.capabilities);
    if (missing.length > 0) {
      const message = `the registry asks masters for ${missing.join(', ')}, which this one cannot do: let a newer one lead`;
      throw this.#end(new RegistrarError('REGISTRAR_CAPABILITY_MISSING', message));
    }
    this.#awaited = new Set(this.#registrar.recoveredAgentIds());
    const awaited = this.#awaited.size;
    this.#tell({ type: 'recovered', registry, awaited });
    const { agentReregisterTimeoutMs } = this.#settings;
    this.delay(agentReregisterTimeoutMs, () => this.#giveUpMissing(awaited));
    return registry;
  }

  /** Who did not come back died while nobody led, or is cut off: nobody else would notice. */
  #giveUpMissing(recovered: number): void {
    const missing = [...this.#awaited];
    if (missing.length === 0) return;
    this.#tell({ type: 'agents-missing', ids: missing });
    const { recoveryAgentRemovalLimit: limit } = this.#settings;
    if (missing.length > limit * recovered) {
      const message = `${missing.length} of ${recovered} recovered agents have not come back, more than recoveryAgentRemovalLimit, which is ${limit}: look for what is wrong with the network, or raise the limit`;
      this.#end(new RegistrarError('REGISTRAR_REMOVAL_LIMIT_EXCEEDED', message));
      return;
    }
    this.#awaited.clear();
    // Their failures end the master, which is told there.
    for (const id of missing) this.#lose(id).onFailed(() => undefined);
  }

  #lose(id: string): Future<boolean> {
    const operation = markUnreachable(id, this.#now());
    if (!this.#limiter) return this.#giveUp(id, operation);
    const permit = this.#limiter.acquire();
    this.#leaving.set(id, permit);
    return permit
      .andThen(this.defer(() => this.#giveUp(id, operation)))
      .recover((done) => (done.isDiscarded ? false : done));
  }

  #giveUp(id: string, operation: RegistryOperation): Future<boolean> {
    this.#leaving.delete(id);
    return this.apply(operation).andThen((isDone) => {
      if (isDone) this.#tell({ type: 'agent-unreachable', id });
      return isDone;
    });
  }

  /** A registrar that has failed for good ends its master. */
  #failing<T>(work: Future<T>): Future<T> {
    return work.onFailed((error) => {
      const isFinal = error instanceof RegistrarError && FINAL.has(error.code);
      if (isFinal) this.#end(error);
    });
  }

  #end(error: RegistrarError): RegistrarError {
    this.runtime.logger.error({ err: error }, 'master ends');
    this.ended.fail(error);
    return error;
  }

  #tell(event: MasterEvent): void {
    try {
      this.#settings.onEvent(event);
    } catch (error) {
      this.runtime.logger.error({ err: error }, 'onEvent of a master threw');
    }
  }

  #now() {
    return { nanoseconds: BigInt(Math.round(this.runtime.clock.now() * 1e6)) };
  }
}

const FINAL: ReadonlySet<string> = new Set([
  'REGISTRAR_ABORTED',
  'REGISTRAR_FETCH_FAILED',
  'REGISTRAR_FETCH_TIMEOUT',
  'REGISTRAR_REGISTRY_MALFORMED',
  'REGISTRAR_STORE_FAILED',
  'REGISTRAR_STORE_TIMEOUT',
  'REGISTRAR_VERSION_MISMATCH',
]);
