import { Completer, Pid, Runtime } from '@quorate/process';
import type { Future, Logger } from '@quorate/process';
import { healthEndpoints, helpEndpoints, httpTransport } from '@quorate/process/http';
import { metricsEndpoints, processEndpoints, serveHttp } from '@quorate/process/http';
import type { HttpServiceOptions, HttpTransport } from '@quorate/process/http';
import type { HttpTransportOptions, Route } from '@quorate/process/http';
import { Metrics } from '@quorate/process/metrics';
import { toLogError } from '../errors.ts';
import type { LogError } from '../errors.ts';
import type { LogEvent } from '../events.ts';
import type { LogOptions } from '../log-options.ts';
import { Log } from '../log.ts';
import { checkStaticMembers, memberPid, REPLICA_ID } from '../static-members.ts';
import { logMetrics } from './log-metrics.ts';
import { LogService } from './log-service.ts';

/** A replica as a program: of which group, on which address, with which storage. */
export interface ReplicaServerOptions extends Omit<
  LogOptions,
  'runtime' | 'peers' | 'clusterSize'
> {
  /** Where it listens, and who may connect. Its address is that of the replica's pid. */
  readonly transport: HttpTransportOptions;
  /**
   * All replicas of the group, this one included; see `checkStaticMembers`. Exclusive with `membership`.
   */
  readonly members?: readonly (Pid | string)[];
  /** Any pino-shaped logger. Default: silent. */
  readonly logger?: Logger;
  /** Who may ask it by HTTP; see `serveHttp`. Default: whoever can connect. */
  readonly service?: Pick<
    HttpServiceOptions,
    'realms' | 'authorizations' | 'firewall' | 'insecure'
  >;
  /** The realm of everything but `/livez` and `/readyz`. Default: none. */
  readonly realm?: string;
}

/**
 * Starts a replica that others and clients reach by HTTP, all on one address: messages of the group,
 * `LogService` at `/log`, `/livez`, `/readyz` (503 while the replica does not vote, or after its disk
 * failed), `/metrics`, `/metrics/snapshot`, `/processes`, `/help`.
 *
 * Ready when the storage has been read. Fails with `LOG_MEMBERS_INVALID`, and as `httpTransport` and
 * `Log.open` do; nothing is left open then.
 */
export async function serveReplica(options: ReplicaServerOptions): Promise<ReplicaServer> {
  const id = options.replicaId ?? REPLICA_ID;
  const { logger, members } = options;
  const transport = await httpTransport({
    exposes: [id],
    // The group is who is on the list: nobody else is to vote.
    ...(members && { peers: members.map((member) => memberPid(member).address) }),
    ...options.transport,
  });
  const runtime = new Runtime({ transport, ...(logger && { logger }) });
  try {
    return await startReplica(options, { id, transport, runtime });
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

interface Surroundings {
  readonly id: string;
  readonly transport: HttpTransport;
  readonly runtime: Runtime;
}

async function startReplica(
  options: ReplicaServerOptions,
  { id, transport, runtime }: Surroundings,
): Promise<ReplicaServer> {
  const { members, transport: transportOptions, logger, service, realm, ...logOptions } = options;
  const state = new ReplicaState();
  const log = await Log.open({
    ...logOptions,
    ...groupOf(options, new Pid(id, runtime.address)),
    runtime,
    replicaId: id,
    onEvent: (event) => {
      state.onEvent(event);
      options.onEvent?.(event);
    },
  });
  log.recovered.onFailed((error) => state.onRecoveryFailed(error));
  try {
    const metrics = new Metrics(runtime.clock);
    metrics.add(...logMetrics(log, transport));
    const waitingFor = (): string | undefined => state.waitingFor;
    runtime.spawn(new LogService({ log, waitingFor, ...(realm !== undefined && { realm }) }));
    await serveHttp(runtime, {
      ...service,
      at: transport,
      endpoints: endpointsOf(runtime, metrics, () => state.notReady(log), realm),
    });
    return new ReplicaServer(log, state.failed);
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** The list is the whole group: auto-initialisation waits for all that are on it, and for no more. */
function groupOf(
  { members, quorum }: ReplicaServerOptions,
  self: Pid,
): Pick<LogOptions, 'peers' | 'clusterSize'> {
  if (!members) return {};
  const peers = checkStaticMembers({ members, self, quorum });
  return { peers, clusterSize: peers.length + 1 };
}

function endpointsOf(
  runtime: Runtime,
  metrics: Metrics,
  notReady: () => string | undefined,
  realm: string | undefined,
): readonly Route[] {
  const guarded = realm === undefined ? {} : { realm };
  return [
    ...healthEndpoints({ notReady }),
    ...metricsEndpoints(metrics, guarded),
    ...processEndpoints(runtime, guarded),
    ...helpEndpoints(runtime, guarded),
  ];
}

/** What its log has said of a replica. */
class ReplicaState {
  readonly #failed = new Completer<LogError>();
  /** Of the last round of its recovery, while it does not vote. */
  waitingFor: string | undefined;

  get failed(): Future<LogError> {
    return this.#failed.future;
  }

  onEvent(event: LogEvent): void {
    if (event.type === 'failed') this.#failed.set(event.error);
    else if (event.type === 'recovery-waiting') this.waitingFor = event.diagnosis;
    else if (event.type === 'status') this.waitingFor = undefined;
  }

  /** What its directory holds is refused by the group, or by itself. Nothing else tells of that. */
  onRecoveryFailed(error: Error): void {
    const failure = toLogError('RECOVERY_FAILED', 'the replica cannot join its group', error);
    if (failure.code !== 'LOG_CLOSED') this.#failed.set(failure);
  }

  notReady({ recovered }: Log): string | undefined {
    if (this.failed.isReady) return `failed: ${this.failed.value().message}`;
    if (recovered.isReady) return undefined;
    if (recovered.isFailed) return `failed: ${recovered.failure().message}`;
    return `does not vote yet${this.waitingFor === undefined ? '' : `: ${this.waitingFor}`}`;
  }
}

/** What `serveReplica` gives. */
export class ReplicaServer implements AsyncDisposable {
  readonly log: Log;
  /**
   * Ready, with the reason, when the replica has stopped for good: its disk failed, its directory is refused
   * (`REPLICA_OUTDATED`), or its members cannot be found. It goes on answering then, so that `/readyz` can say so, until it is closed.
   */
  readonly failed: Future<LogError>;
  #closing: Promise<void> | undefined;

  /** @internal */
  constructor(log: Log, failed: Future<LogError>) {
    this.log = log;
    this.failed = failed;
  }

  /** `host:port`. */
  get address(): string {
    return this.log.runtime.address;
  }

  /** Finishes the write of the storage that is under way, closes it, and ends all connections. Idempotent. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    try {
      await this.log.close();
    } finally {
      await this.log.runtime.close();
    }
  }
}
