import {
  admitAgent,
  markAgentGone,
  markAgentUnreachable,
  prune,
  Registrar,
  removeAgent,
  reregisterAgent,
} from '@quorate/registrar';
import type { RegistryOperation } from '@quorate/registrar';
import { Future, FutureError } from '@quorate/process';
import type { Runtime } from '@quorate/process';
import { LogStorage, State } from '@quorate/state';
import type { Log } from '@quorate/log';
import type { SlaveInfo } from '@quorate/messages';
import type { Chance } from '../chance.ts';
import type { AgentPool } from './agent-pool.ts';
import { outcomeOf, RecordingStorage } from './recording-storage.ts';
import type { MasterPace } from './registrar-plan.ts';
import type { RegistryHistory, RequestRecord, Term } from './registry-history.ts';
import type { AgentRequest } from './registry-model.ts';

/** Whether this node is meant to lead now, to leave that to others, or nobody is to write. */
export type MasterRole = 'leader' | 'follower' | 'idle';

export interface MasterClientOptions {
  readonly address: string;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly chance: Chance;
  readonly history: RegistryHistory;
  readonly agents: AgentPool;
  /** As it is at the moment. */
  readonly pace: () => MasterPace;
  readonly role: () => MasterRole;
}

/** How long one waits that has lost its leadership, before it tries to lead again. */
const BACK_OFF_MS = [100, 1_000] as const;
const FETCH_TIMEOUT_MS = 10_000;
/** How often in a thousand the registrar of a former term is asked for something. */
const FORMER_PERMILLE = 20;

/**
 * A master as far as its registrar can tell: it recovers when it is meant to lead, or believes so, asks
 * for many things at once, and begins anew with another registrar when that one has aborted.
 */
export class MasterClient {
  readonly #options: MasterClientOptions;
  #terms = 0;
  /** Kept from one term to the next, if that is the way of this run: it may have been demoted since. */
  #storage: LogStorage | undefined;
  /** The registrar of a term before, which nobody has closed. */
  #former: { readonly term: Term; readonly registrar: Registrar } | undefined;

  constructor(options: MasterClientOptions) {
    this.#options = options;
  }

  /** Works until the log is of no more use. Gives the code that says why. */
  async run(): Promise<string> {
    const { runtime, chance, log } = this.#options;
    await log.recovered.recover(() => Future.ready(undefined));
    if (log.recovered.isFailed) return codeOf(log.recovered.failure());
    for (;;) {
      const { thinkMsMin, thinkMsMax, duelPermille } = this.#options.pace();
      await runtime.after(chance.between(thinkMsMin, thinkMsMax));
      const role = this.#options.role();
      if (role === 'idle' || (role === 'follower' && !chance.permille(duelPermille))) continue;
      const end = await this.#lead();
      if (end !== undefined) return end;
      await runtime.after(chance.between(...BACK_OFF_MS));
    }
  }

  /** One term. Gives a code if the log is of no more use. */
  async #lead(): Promise<string | undefined> {
    const { runtime, log, history, address } = this.#options;
    const { diffsBetweenSnapshots, compactAfterPositions, ...pace } = this.#options.pace();
    const master = `${address}.${runtime.ids.unique()}.${++this.#terms}`;
    const term = history.begin(address, master);
    const limits = { diffsBetweenSnapshots, compactAfterPositions };
    const storage = this.#storage ?? new LogStorage(log, { runtime, ...limits });
    const recording = new RecordingStorage(storage, history, term);
    const state = new State(recording, { random: runtime.random });
    const times = { storeTimeoutMs: pace.storeTimeoutMs, fetchTimeoutMs: FETCH_TIMEOUT_MS };
    const registrar = new Registrar(state, { runtime, ...times });
    const failure = await this.#serve(term, registrar);
    await this.#former?.registrar.close();
    this.#former = undefined;
    if (pace.keepsStorage) {
      this.#storage = storage;
      this.#former = { term, registrar };
    } else {
      await registrar.close();
      await storage.close();
      this.#storage = undefined;
    }
    return failure && END.has(failure) ? failure : undefined;
  }

  async #serve(term: Term, registrar: Registrar): Promise<string | undefined> {
    const { runtime, chance, history } = this.#options;
    let failure: string | undefined;
    const recovering = registrar.recover(infoOf(term.master));
    // Asked for again it has to be the same recovery; and what is asked for meanwhile has to wait.
    const again = registrar.recover(infoOf(`${term.master} again`));
    again.onFailed(() => undefined);
    if (chance.permille(300)) this.#ask(term, registrar, () => undefined);
    try {
      history.recovered(term, await recovering);
      history.recovered(term, await again);
    } catch (error) {
      return endOf(error) ?? codeOf(error as Error);
    }
    let waiting = 0;
    let untilMs = Infinity;
    while (failure === undefined && runtime.clock.now() < untilMs) {
      const { thinkMsMin, thinkMsMax, waitingMax, lingerMs } = this.#options.pace();
      await runtime.after(chance.between(thinkMsMin, thinkMsMax));
      if (this.#options.role() === 'leader') untilMs = Infinity;
      else if (untilMs === Infinity) untilMs = runtime.clock.now() + lingerMs;
      for (let count = chance.between(1, waitingMax); waiting < waitingMax && count > 0; count--) {
        waiting++;
        this.#ask(term, registrar, (code) => {
          waiting--;
          failure ??= code;
        });
      }
      // Somebody has not noticed that there is another registrar now, on the same storage.
      if (chance.permille(FORMER_PERMILLE)) this.#askFormer();
    }
    if (failure !== undefined && chance.permille(500)) this.#ask(term, registrar, () => undefined);
    return failure;
  }

  #askFormer(): void {
    const former = this.#former;
    if (former) this.#ask(former.term, former.registrar, () => undefined);
  }

  #ask(term: Term, registrar: Registrar, onReturn: (code: string | undefined) => void): void {
    const { chance, history, agents } = this.#options;
    const request = agents.draw(chance);
    const record = history.request(term, request);
    registrar.apply(noticed(term, record)).onAny((done) => {
      if (done.isReady) {
        if (request.type === 'admit') agents.admitted(request.id);
        history.succeeded(record, done.value());
        onReturn(undefined);
        return;
      }
      const error = done.isFailed ? done.failure() : new FutureError('FUTURE_DISCARDED', 'gone');
      const outcome = outcomeOf(error) === 'definite' ? 'failed' : 'unknown';
      history.failed(record, outcome, codeOf(error));
      onReturn(endOf(error) ?? codeOf(error));
    });
  }
}

/** What a request is to the registrar, which is overheard when it performs it. */
function noticed(term: Term, record: RequestRecord): RegistryOperation {
  const operation = operationOf(record.request);
  return {
    name: operation.name,
    perform(registry) {
      term.performed.push(record);
      return operation.perform(registry);
    },
  };
}

function operationOf(request: AgentRequest): RegistryOperation {
  const id = { value: request.id };
  const info: SlaveInfo = { hostname: '', resources: [], attributes: [], id };
  switch (request.type) {
    case 'admit':
      return admitAgent({ ...info, hostname: request.host });
    case 'reregister':
      return reregisterAgent({ ...info, hostname: request.host });
    case 'unreachable':
      return markAgentUnreachable(info, { nanoseconds: 0n });
    case 'gone':
      return markAgentGone(id, { nanoseconds: 0n });
    case 'remove':
      return removeAgent(info);
    case 'prune':
      return prune([id], [id]);
  }
}

function infoOf(id: string) {
  const hostname = 'localhost';
  return { id, ip: 0, port: 5050, pid: `master@${hostname}:5050`, hostname, capabilities: [] };
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}

/** Why the log is of no more use, if that is what an error comes from. */
function endOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  return END.has(code) ? code : endOf(error.cause);
}

/** The log cannot be used any more. */
const END: ReadonlySet<string> = new Set(['LOG_CLOSED', 'LOG_CORRUPT', 'REPLICA_OUTDATED']);
