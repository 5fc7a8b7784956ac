import {
  AcknowledgeOperationStatusMessage,
  formatUuid,
  UpdateOperationStatusMessage,
} from '@quorate/messages';
import { Process } from '@quorate/process';
import type { Future, Pid } from '@quorate/process';
import {
  fileStreamStorage,
  journalStreamStorage,
  operationUpdates,
  operationUpdatesPath,
  parseUuid,
  StatusUpdateError,
  StatusUpdateManager,
} from '@quorate/status-updates';
import type { RecoveredStreams, StreamStorage } from '@quorate/status-updates';
import type { Tallies } from '../tallies.ts';
import type { NodeContext } from '../world/simulated-node.ts';
import type { FoundStream, StreamRecord, UpdateHistory, UpdateRecord } from './update-history.ts';
import type { AgentPace, UpdatesPlan } from './updates-plan.ts';

export interface AgentProgramOptions {
  readonly plan: UpdatesPlan;
  readonly context: NodeContext;
  readonly receiver: Pid;
  readonly history: UpdateHistory;
  readonly tallies: Tallies;
  /** As it is at the moment. */
  readonly pace: () => AgentPace;
  /** Whether nothing new is to be begun. */
  readonly isQuiet: () => boolean;
}

const AGENT = '/agent';
/** The files of the journal, if there is one. */
export const JOURNAL_FILES: readonly string[] = ['0', '1'].map(
  (name) => `${AGENT}/updates.journal/${name}`,
);
/** Small, so that it goes round. */
const JOURNAL_BYTES_MAX = 4_096;
const TERMINAL_PERMILLE = 250;
/** How long a pause of the manager is. */
const PAUSE_MS = [10, 3_000] as const;

/** Takes what comes back for the agent. */
class Mailbox extends Process {
  readonly #onAcknowledgement: (message: AcknowledgeOperationStatusMessage) => void;

  constructor(onAcknowledgement: (message: AcknowledgeOperationStatusMessage) => void) {
    super({ id: 'agent' });
    this.#onAcknowledgement = onAcknowledgement;
  }

  protected override initialize(): void {
    this.install(AcknowledgeOperationStatusMessage, (_from, message) => {
      this.#onAcknowledgement(message);
    });
  }

  forward(to: Pid, update: UpdateOperationStatusMessage): void {
    this.send(to, UpdateOperationStatusMessage, update);
  }
}

/**
 * One life of an agent: it recovers the streams that it finds on its disk, hands over updates, some of
 * them twice, and acknowledges what the receiver has; now and then something that is not right.
 */
export class AgentProgram {
  readonly #options: AgentProgramOptions;
  readonly #mailbox: Mailbox;
  readonly #manager: StatusUpdateManager<string, UpdateOperationStatusMessage>;
  #resumes = 0;
  #failure: string | undefined;

  constructor(options: AgentProgramOptions) {
    this.#options = options;
    const { context, pace, receiver } = options;
    const { runtime, node } = context;
    const { retryMsMin, retryMsMax } = pace();
    this.#mailbox = new Mailbox((message) => this.#onAcknowledgement(message));
    runtime.spawn(this.#mailbox);
    this.#manager = new StatusUpdateManager({
      runtime,
      format: operationUpdates,
      storage: this.#storage(),
      pathOf: (id) => operationUpdatesPath(AGENT, id),
      retryMsMin,
      retryMsMax: Math.max(retryMsMin, retryMsMax),
      removeFinishedStreams: options.plan.removesFinished,
      forward: (update) => {
        const { life } = node;
        const at = { life, atMs: runtime.clock.now(), resumes: this.#resumes };
        const latest = update.latestStatus?.uuid?.value;
        options.history.forwarded(uuidOf(update), at, latest && formatUuid(latest));
        runtime.tell(this.#mailbox.self, () => this.#mailbox.forward(receiver, update));
      },
    });
  }

  /** Works until its storage fails. Gives the code that says why. */
  async run(): Promise<string> {
    const { runtime, chance } = this.#options.context;
    const failure = await this.#recover();
    if (failure !== undefined) return failure;
    while (this.#failure === undefined) {
      const { thinkMsMin, thinkMsMax, pausePermille } = this.#options.pace();
      await runtime.after(chance.between(thinkMsMin, thinkMsMax));
      if (chance.permille(pausePermille)) await this.#pause();
      this.#repeatUnknown();
      if (!this.#options.isQuiet()) this.#work();
    }
    return this.#failure;
  }

  #storage(): StreamStorage {
    const { fileSystem } = this.#options.context.disk;
    return this.#options.plan.storage === 'files'
      ? fileStreamStorage({ fileSystem })
      : journalStreamStorage({
          fileSystem,
          path: `${AGENT}/updates.journal`,
          sizeBytesMax: JOURNAL_BYTES_MAX,
        });
  }

  /** Gives the code of what went wrong. */
  async #recover(): Promise<string | undefined> {
    try {
      await this.#manager.flush();
      const ids = await this.#found();
      const recovered = await this.#recoverStreams(ids);
      // One that could not be read, or written to, is left out: another start may find it.
      if (ids.some((id) => !recovered.streams.has(id))) return 'STREAM_FAILED';
      this.#options.history.recovered(foundStreams(recovered));
      return undefined;
    } catch (error) {
      const code = codeOf(error);
      // What no crash leaves behind.
      if (code === 'STREAM_CORRUPT') throw error;
      return code;
    }
  }

  /**
   * A crash leaves nothing in a journal that a strict recovery refuses. In files without checksums what a
   * loss of power has torn may look like damage: then it takes one that is not strict.
   */
  async #recoverStreams(ids: readonly string[]) {
    try {
      return await this.#manager.recover(ids, { strict: true });
    } catch (error) {
      const isTorn = codeOf(error) === 'STREAM_CORRUPT' && this.#options.plan.storage === 'files';
      if (!isTorn) throw error;
      this.#options.tallies.count('recovery: not strict');
      return await this.#manager.recover(ids, { strict: false });
    }
  }

  async #found(): Promise<readonly string[]> {
    const { fileSystem } = this.#options.context.disk;
    try {
      const entries = await fileSystem.readDirectory(`${AGENT}/operations`);
      return entries.map(({ name }) => name);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async #pause(): Promise<void> {
    const { context, history } = this.#options;
    const { runtime, chance, node } = context;
    this.#manager.pause();
    await this.#managerTurn();
    history.paused();
    await runtime.after(chance.between(...PAUSE_MS));
    history.resuming();
    this.#resumes++;
    this.#manager.resume();
    // One in which it hears of that, and one behind what it has put off until then.
    await this.#managerTurn();
    await this.#managerTurn();
    if (this.#failure === undefined) {
      history.resumed({ life: node.life, resumes: this.#resumes });
    }
  }

  /** Ready when the manager has served all that was asked of it before. */
  async #managerTurn(): Promise<void> {
    await this.#manager.reconcile([]);
  }

  #work(): void {
    const { history, context, pace } = this.#options;
    const { chance } = context;
    const open = history.streams.filter((stream) => isOpen(stream));
    const stream = open.length < pace().streamsMax ? undefined : chance.pick(open);
    const kind = chance.between(0, 99);
    if (kind < 10) this.#repeat();
    else if (kind < 20) this.#acknowledgeAnything();
    else if (!stream) this.#update(history.makeUpdate(history.beginStream(), false));
    else this.#update(history.makeUpdate(stream, chance.permille(TERMINAL_PERMILLE)));
  }

  /** As whoever has made an update does that does not know whether it was kept. */
  #repeatUnknown(): void {
    for (const { updates, isOver } of this.#options.history.streams) {
      if (isOver) continue;
      for (const update of updates) {
        if (update.kept !== 'unknown') continue;
        if (update.forwards.length > 0) update.kept = 'done';
        else this.#update(update);
      }
    }
  }

  /** An update that the manager has already. */
  #repeat(): void {
    const { history, context } = this.#options;
    const kept = history.streams
      .filter(({ isOver, updates }) => !isOver && !updates.some(({ isTerminal }) => isTerminal))
      .flatMap(({ updates }) => updates.filter((update) => update.kept === 'done'));
    if (kept.length > 0) this.#update(context.chance.pick(kept));
  }

  #acknowledgeAnything(): void {
    const { history, context } = this.#options;
    const updates = history.streams.slice(-10).flatMap((stream) => stream.updates);
    const wrong = updates.filter(({ stream, index, acknowledged, forwards }) => {
      // Not the front, which may be acknowledged whether it was forwarded or not.
      const before = stream.updates[index - 1];
      const waits = before?.kept === 'done' && before.acknowledged === 'none';
      return acknowledged === 'done' || (acknowledged === 'none' && !forwards.length && waits);
    });
    if (wrong.length > 0) this.#acknowledge(context.chance.pick(wrong));
  }

  #update(update: UpdateRecord): void {
    const { history, tallies } = this.#options;
    const { life } = this.#options.context.node;
    if (update.kept !== 'done') update.kept = 'pending';
    this.#manager.update(update.stream.id, messageOf(update)).onAny((done) => {
      if (this.#options.context.node.life !== life) return;
      if (done.isReady) {
        history.kept(update);
        return;
      }
      if (update.kept === 'pending') update.kept = 'unknown';
      this.#onFailure(done, 'update', tallies);
    });
  }

  #acknowledge(update: UpdateRecord): void {
    const { history, tallies } = this.#options;
    const { life } = this.#options.context.node;
    const before = update.acknowledged;
    if (before !== 'done') update.acknowledged = 'pending';
    this.#manager.acknowledge(update.stream.id, update.uuid).onAny((done) => {
      if (this.#options.context.node.life !== life) return;
      if (done.isReady) {
        update.acknowledged = before;
        history.acknowledgedBy(update, done.value());
        return;
      }
      const isUnknown = done.isFailed && outcomeOf(done.failure()) === 'unknown';
      if (update.acknowledged === 'pending') update.acknowledged = isUnknown ? 'unknown' : before;
      this.#onFailure(done, 'acknowledgement', tallies);
    });
  }

  #onAcknowledgement({ statusUuid }: AcknowledgeOperationStatusMessage): void {
    const update = this.#options.history.find(formatUuid(statusUuid.value));
    if (update) this.#acknowledge(update);
  }

  /** What is refused is no matter; what could not be written ends the program. */
  #onFailure(done: Future<unknown>, what: string, tallies: Tallies): void {
    const code = done.isFailed ? codeOf(done.failure()) : 'discarded';
    tallies.count(`${what}: ${code}`);
    if (FATAL.has(code)) this.#failure ??= code;
  }
}

function isOpen({ isOver, updates }: StreamRecord): boolean {
  return !isOver && !updates.some(({ isTerminal }) => isTerminal);
}

function messageOf({ stream, uuid, isTerminal }: UpdateRecord): UpdateOperationStatusMessage {
  return {
    frameworkId: { value: 'framework' },
    operationUuid: { value: parseUuid(stream.id) },
    status: {
      state: isTerminal ? 'OPERATION_FINISHED' : 'OPERATION_PENDING',
      convertedResources: [],
      uuid: { value: parseUuid(uuid) },
    },
  };
}

function uuidOf({ status }: UpdateOperationStatusMessage): string {
  return formatUuid(status.uuid?.value ?? new Uint8Array());
}

function foundStreams({
  streams,
}: RecoveredStreams<UpdateOperationStatusMessage>): ReadonlyMap<string, FoundStream> {
  const found = new Map<string, FoundStream>();
  for (const [key, stream] of streams) {
    if (!stream) continue;
    const updates = stream.updates.map(uuidOf);
    found.set(key, { updates, pending: stream.pending, isOver: stream.terminated });
  }
  return found;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function outcomeOf(error: Error): string | undefined {
  return error instanceof StatusUpdateError ? error.outcome : undefined;
}

/** The manager, or one of its streams, is of no more use: an agent ends then, and starts again. */
const FATAL: ReadonlySet<string> = new Set(['JOURNAL_FAILED', 'STREAM_FAILED']);
