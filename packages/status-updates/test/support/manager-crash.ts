// Sequences of what a manager is asked for, every fault at every persistence point, every end of the
// program: what is recovered is what was acknowledged, and at most what was under way.
import { crashMatrix } from '@quorate/checkpoint/testing';
import type { CrashMatrixOptions, SimulatedFileSystem } from '@quorate/checkpoint/testing';
import type { UpdateOperationStatusMessage } from '@quorate/messages';
import type { Future } from '@quorate/process';
import { virtualCluster } from '@quorate/process/testing';
import {
  operationUpdates,
  StatusUpdateError,
  StatusUpdateManager,
  STREAM_PENDING_MAX,
} from '@quorate/status-updates';
import type { RecoveredStreams } from '@quorate/status-updates';
import { OPERATION, operationUpdate, uuidOf } from './agent.ts';
import type { OperationManager } from './agent.ts';
import { makeFile } from './files.ts';
import { makeStorage, pathOf } from './simulated-storage.ts';
import type { Durability } from './simulated-storage.ts';

/** `a`, `b`: updates; `f`: a terminal one, that the operation has finished; `acknowledge`: the front. */
export type Operation = 'a' | 'b' | 'f' | 'acknowledge' | 'clean up and remove';
const OPERATIONS: readonly Operation[] = ['a', 'b', 'f', 'acknowledge', 'clean up and remove'];

/** All sequences of these lengths. */
export function sequences(...lengths: readonly number[]): readonly (readonly Operation[])[] {
  const ofLength = (length: number): readonly (readonly Operation[])[] =>
    length === 0
      ? [[]]
      : ofLength(length - 1).flatMap((before) => OPERATIONS.map((last) => [...before, last]));
  return lengths.flatMap(ofLength);
}

/** The digit of an update, or what was done with the stream. */
type Step =
  | { readonly type: 'update'; readonly digit: string }
  | { readonly type: 'acknowledge'; readonly digit: string }
  | { readonly type: 'remove' };
type Answer = 'done' | 'definitely not' | 'unknown';
type Note = { readonly asked: Step } | { readonly answer: Answer };

/** What a stream's file may hold: `updates` in order, of which so many are acknowledged. */
interface Content {
  readonly updates: readonly string[];
  readonly acknowledged: number;
}
const NOTHING: Content = { updates: [], acknowledged: 0 };

function isOver({ updates, acknowledged }: Content): boolean {
  return updates[acknowledged - 1] === 'f';
}

/** What may be on the disk after a step that was taken; nothing if it cannot have been taken. */
function apply(content: Content, step: Step, removesFinished: boolean): readonly Content[] {
  const { updates, acknowledged } = content;
  switch (step.type) {
    case 'update':
      if (isOver(content)) return [];
      if (updates.includes(step.digit)) return [content];
      return [{ updates: [...updates, step.digit], acknowledged }];
    case 'acknowledge': {
      if (isOver(content) || updates[acknowledged] !== step.digit) return [];
      const next = { updates, acknowledged: acknowledged + 1 };
      return isOver(next) && removesFinished ? [next, NOTHING] : [next];
    }
    case 'remove':
      return [NOTHING];
  }
}

/** All that may be on the disk after what was asked and answered. */
function possibleContents(notes: readonly Note[], removesFinished: boolean): readonly Content[] {
  let contents: readonly Content[] = [NOTHING];
  for (const [index, note] of notes.entries()) {
    if (!('asked' in note)) continue;
    const next = notes[index + 1];
    const answer = next && 'answer' in next ? next.answer : 'unknown';
    const done = contents.flatMap((content) => apply(content, note.asked, removesFinished));
    if (answer === 'done') contents = done;
    else if (answer === 'unknown') contents = [...contents, ...done];
  }
  return contents;
}

/** One run of the program. */
class Life {
  readonly manager: OperationManager;
  readonly forwarded: string[] = [];
  readonly #cluster = virtualCluster({ nodes: 0 });

  constructor(fileSystem: SimulatedFileSystem, durability: Durability, removeFinished: boolean) {
    const runtime = this.#cluster.add('agent');
    void fileSystem.ended.then(() => runtime.halt());
    this.manager = new StatusUpdateManager<string, UpdateOperationStatusMessage>({
      format: operationUpdates,
      forward: (update) => {
        const uuid = operationUpdates.uuidOf(update) ?? '';
        this.forwarded.push(uuid.charAt(0));
      },
      storage: makeStorage(fileSystem, durability),
      pathOf,
      runtime,
      removeFinishedStreams: removeFinished,
      streamPendingMax: STREAM_PENDING_MAX,
    });
  }

  /** Lets what was set in motion come to rest. */
  async answer<T>(future: Future<T>): Promise<T> {
    future.onFailed(() => undefined);
    await this.#cluster.clock.settle();
    return future;
  }
}

function updateOf(digit: string): UpdateOperationStatusMessage {
  return operationUpdate(digit === 'f' ? 'OPERATION_FINISHED' : 'OPERATION_PENDING', digit);
}

async function work(life: Life, operations: readonly Operation[], notes: Note[]): Promise<void> {
  const { manager } = life;
  /** Those that wait for an acknowledgement. */
  let pending: string[] = [];
  const ask = async (step: Step, asking: Future<unknown>): Promise<void> => {
    notes.push({ asked: step });
    try {
      await life.answer(asking);
      notes.push({ answer: 'done' });
    } catch (error) {
      const isDefinite = error instanceof StatusUpdateError && error.outcome === 'definite';
      notes.push({ answer: isDefinite ? 'definitely not' : 'unknown' });
    }
  };
  for (const operation of operations) {
    if (operation === 'clean up and remove') {
      manager.cleanup('framework-1');
      await ask({ type: 'remove' }, manager.remove(OPERATION));
      pending = [];
    } else if (operation === 'acknowledge') {
      const digit = pending.shift() ?? 'a';
      await ask({ type: 'acknowledge', digit }, manager.acknowledge(OPERATION, uuidOf(digit)));
      if (digit === 'f') pending = [];
    } else {
      const updating = manager.update(OPERATION, updateOf(operation));
      await ask({ type: 'update', digit: operation }, updating);
      if (!pending.includes(operation)) pending.push(operation);
    }
  }
}

async function recover(life: Life): Promise<RecoveredStreams<UpdateOperationStatusMessage>> {
  try {
    return await life.answer(life.manager.recover([OPERATION], { strict: true }));
  } catch (error) {
    const code = error instanceof StatusUpdateError ? error.code : undefined;
    if (code === 'STREAM_MISSING') return { streams: new Map(), errors: 0 };
    // Zeros where an append was torn: without checksums they look like damage.
    if (code === 'STREAM_CORRUPT') {
      return await life.answer(life.manager.recover([OPERATION], { strict: false }));
    }
    throw error;
  }
}

/** Recovers, and delivers what is left in order. */
async function check(makeLife: () => Life, notes: Note[], removesFinished: boolean): Promise<void> {
  const life = makeLife();
  const { streams } = await recover(life);
  const found = streams.get(OPERATION);
  const updates =
    found?.updates.map((update) => operationUpdates.uuidOf(update)?.charAt(0) ?? '') ?? [];
  const acknowledged = updates.length - (found?.pending ?? 0);
  const isPossible = possibleContents(notes, removesFinished).some(
    (content) =>
      content.updates.join('') === updates.join('') &&
      content.acknowledged === acknowledged &&
      isOver(content) === (found?.terminated ?? false),
  );
  if (!isPossible) {
    throw new Error(
      `recovered ${updates.join('')}, ${acknowledged} of them acknowledged, after ${JSON.stringify(notes)}`,
    );
  }
  const left = found?.terminated === true ? [] : updates.slice(acknowledged);
  const delivered: string[] = [];
  for (const digit of left) {
    delivered.push(...life.forwarded.splice(0));
    // Noted for another recovery, if this one is to be interrupted.
    notes.push({ asked: { type: 'acknowledge', digit } });
    const goesOn = await life.answer(life.manager.acknowledge(OPERATION, uuidOf(digit)));
    notes.push({ answer: 'done' });
    if (!goesOn) break;
  }
  delivered.push(...life.forwarded);
  const expected = left.slice(0, left.includes('f') ? left.indexOf('f') + 1 : left.length);
  if (delivered.join('') !== expected.join('')) {
    throw new Error(`delivered ${delivered.join('')} instead of ${expected.join('')}`);
  }
  await life.answer(life.manager.close());
  const last = makeLife();
  const { streams: rest, errors } = await recover(last);
  const stillPending = rest.get(OPERATION)?.pending ?? 0;
  if (errors > 0 || (stillPending > 0 && rest.get(OPERATION)?.terminated !== true)) {
    throw new Error(`${stillPending} pending and ${errors} errors after all was delivered`);
  }
  await last.answer(last.manager.close());
}

export interface ManagerCrashOptions extends Pick<
  CrashMatrixOptions<Note>,
  'faults' | 'seeds' | 'recoveryCrashes'
> {
  readonly durability: Durability;
  readonly removeFinishedStreams?: boolean;
}

/** Gives how many cases there were. */
export async function crashManager(
  operations: readonly Operation[],
  options: ManagerCrashOptions,
): Promise<number> {
  const { durability, removeFinishedStreams = false, ...matrix } = options;
  try {
    return await crashMatrix<Note>({
      ...matrix,
      prepare: (fileSystem) => makeFile(fileSystem, '/agent/operations/there', Uint8Array.of(1)),
      run: (fileSystem, notes) =>
        work(new Life(fileSystem, durability, removeFinishedStreams), operations, notes),
      check: (fileSystem, notes) =>
        check(
          () => new Life(fileSystem, durability, removeFinishedStreams),
          notes as Note[],
          removeFinishedStreams,
        ),
    });
  } catch (error) {
    throw new Error(`${operations.join(', ')} (${durability}): ${String(error)}`, { cause: error });
  }
}
