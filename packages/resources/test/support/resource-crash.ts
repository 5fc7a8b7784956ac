// Sequences of what an agent is asked for, every fault at every persistence point, every end of the
// program: what is recovered is what was acknowledged, and at most what was under way.
import { crashMatrix } from '@quorate/checkpoint/testing';
import type { CrashMatrixOptions, SimulatedFileSystem } from '@quorate/checkpoint/testing';
import type { OfferOperation, Resource, ResourceOperation } from '@quorate/messages';
import { applyOperation, ResourceError, Resources } from '@quorate/resources';
import { decodeInfo, decodeState } from '../../src/resource-files.ts';
import { Agent, META, namesIn, putFile, readWhole, VOLUMES } from './agent.ts';
import {
  CONFIGURED,
  create,
  destroy,
  disk,
  grow,
  reserve,
  reservedBy,
  reservedDisk,
  scalar,
  shrink,
  unreserve,
} from './operations.ts';

const OLD = disk(64, 'old');
const NEW = disk(32, 'new');
const CPUS = scalar('cpus', 1, reservedBy('web'));

/** What an agent is asked for. `old` is a volume with data in it that is there from the start. */
const OPERATIONS = {
  reserve: reserve(CPUS),
  unreserve: unreserve(CPUS),
  create: create(NEW),
  destroy: destroy(NEW),
  'destroy the old one': destroy(OLD),
  'create the old one anew': create(OLD),
  grow: grow(OLD, reservedDisk(64)),
  shrink: shrink(OLD, 32),
} satisfies Record<string, OfferOperation>;
export type Operation = keyof typeof OPERATIONS;

const AT_START = applyOperation(
  applyOperation(CONFIGURED, reserve(reservedDisk(256))),
  create(OLD),
);

/** All sequences of a length whose operations can be applied one after the other. */
export function sequences(length: number): readonly (readonly Operation[])[] {
  const from = (resources: Resources, left: number): readonly (readonly Operation[])[] => {
    if (left === 0) return [[]];
    return (Object.keys(OPERATIONS) as Operation[]).flatMap((name) => {
      const after = tryApply(resources, OPERATIONS[name]);
      return after ? from(after, left - 1).map((rest) => [name, ...rest]) : [];
    });
  };
  return from(AT_START, length);
}

function tryApply(resources: Resources, operation: OfferOperation): Resources | undefined {
  try {
    return applyOperation(resources, operation);
  } catch (error) {
    if (error instanceof ResourceError) return undefined;
    throw error;
  }
}

/** The three calls that each operation takes. */
type Step = 'add' | 'finish' | 'remove';
interface Note {
  readonly at: number;
  readonly step: Step;
  readonly done: boolean;
}

async function work(agent: Agent, operations: readonly Operation[], notes: Note[]): Promise<void> {
  for (const [index, name] of operations.entries()) {
    const at = index + 1;
    const take = async (step: Step, work: () => Promise<void>): Promise<void> => {
      notes.push({ at, step, done: false });
      await work();
      notes.push({ at, step, done: true });
    };
    await take('add', () => agent.begin(OPERATIONS[name], at));
    await take('finish', () => agent.finish(at));
    await take('remove', () => agent.forget(at));
  }
}

/** What an agent may have on its disk. */
interface Content {
  readonly total: Resources;
  /** Whether the volumes hold what was put into the first one of that name. */
  readonly hasOldData: boolean;
  readonly operation: string | undefined;
}

/** All that may be found after what was asked and answered. */
function possibleContents(
  operations: readonly Operation[],
  notes: readonly Note[],
): readonly Content[] {
  let contents: readonly Content[] = [{ total: AT_START, hasOldData: true, operation: undefined }];
  for (const { at, step, done } of notes) {
    const name = operations[at - 1];
    if (!name) throw new Error(`no operation ${at}`);
    if (done) contents = contents.slice(1);
    else contents = contents.map((content) => [content, take(content, step, at, name)]).flat();
  }
  return contents;
}

function take(content: Content, step: Step, at: number, name: Operation): Content {
  switch (step) {
    case 'add': {
      const isRemembered = ['CREATE', 'DESTROY'].includes(OPERATIONS[name].type ?? '');
      return isRemembered ? { ...content, operation: `${at} OPERATION_PENDING` } : content;
    }
    case 'finish':
      return {
        total: applyOperation(content.total, OPERATIONS[name]),
        hasOldData: content.hasOldData && name !== 'destroy the old one',
        operation: `${at} OPERATION_FINISHED`,
      };
    case 'remove':
      return { ...content, operation: undefined };
  }
}

async function check(
  fileSystem: SimulatedFileSystem,
  operations: readonly Operation[],
  notes: readonly Note[],
  goesOn: boolean,
): Promise<void> {
  await checkForOlderAgent(fileSystem);
  const agent = new Agent(fileSystem);
  const { total, operations: found } = await agent.recover();
  const operation = found.map(textOf).join(', ');
  const content = possibleContents(operations, notes).find(
    (one) => one.total.equals(total) && (one.operation ?? '') === operation,
  );
  if (!content)
    throw new Error(`recovered [${operation}] and ${total} after ${JSON.stringify(notes)}`);
  await checkFiles(fileSystem, total, content.hasOldData);
  if (!goesOn) return;
  // Goes on as an agent does: what is pending is finished, and what is finished is forgotten.
  for (const { uuid, latestStatus } of found) {
    const at = uuid.value[0] ?? 0;
    if (latestStatus.state === 'OPERATION_PENDING') await agent.finish(at);
    await agent.forget(at);
  }
  await agent.apply(reserve(scalar('mem', 1, reservedBy('web'))), 50);
  await agent.apply(unreserve(scalar('mem', 1, reservedBy('web'))), 51);
}

/** What an agent of before the newer format would find: it knows of `resources.target` only. */
async function checkForOlderAgent(fileSystem: SimulatedFileSystem): Promise<void> {
  const volumesIn = async (name: string): Promise<readonly string[] | undefined> => {
    if (!(await fileSystem.stat(`${META}/${name}`))) return undefined;
    const resources = decodeInfo(await readWhole(fileSystem, `${META}/${name}`));
    return resources.persistentVolumes().toArray().map(idOf);
  };
  const committed = (await volumesIn('resources.info')) ?? [];
  const target = await volumesIn('resources.target');
  const directories = await namesIn(fileSystem, VOLUMES);
  const isFinished = directories.join() === [...committed].sort().join();
  const isUnderWay = directories.every((id) => committed.includes(id) || target?.includes(id));
  if (target ? isUnderWay : isFinished) return;
  throw new Error(
    `an older agent would find [${directories}] for [${committed}], target [${target}]`,
  );
}

function idOf({ disk }: Resource): string {
  return disk?.persistence?.id ?? '';
}

function textOf({ uuid, latestStatus }: ResourceOperation): string {
  return `${uuid.value[0]} ${latestStatus.state}`;
}

/** The files of both formats and the directories say what the agent says. */
async function checkFiles(
  fileSystem: SimulatedFileSystem,
  total: Resources,
  hasOldData: boolean,
): Promise<void> {
  const names = (await namesIn(fileSystem, META)).join(' ');
  if (names !== 'resources.info resources_and_operations.state') throw new Error(`found ${names}`);
  const wanted = total.checkpointed();
  const { resources } = decodeState(
    await readWhole(fileSystem, `${META}/resources_and_operations.state`),
  );
  const info = decodeInfo(await readWhole(fileSystem, `${META}/resources.info`));
  if (!Resources.from(resources).equals(wanted)) throw new Error('the state says something else');
  if (!info.equals(wanted)) throw new Error('the older format says something else');
  const volumes = total.persistentVolumes().toArray();
  const ids = volumes.map(idOf).sort();
  const directories = await namesIn(fileSystem, VOLUMES);
  if (ids.join() !== directories.join())
    throw new Error(`volumes ${ids}, directories ${directories}`);
  for (const id of ids) {
    const held = (await namesIn(fileSystem, `${VOLUMES}/${id}`)).join();
    const expected = id === 'old' && hasOldData ? 'data,more' : '';
    if (held !== expected) throw new Error(`volume ${id} holds [${held}], not [${expected}]`);
  }
}

async function prepare(fileSystem: SimulatedFileSystem): Promise<void> {
  const agent = await Agent.start(fileSystem);
  await agent.apply(reserve(reservedDisk(256)), 60);
  await agent.apply(create(OLD), 61);
  await putFile(fileSystem, `${VOLUMES}/old`, 'data', new Uint8Array(8));
  await putFile(fileSystem, `${VOLUMES}/old/more`, 'data', new Uint8Array(8));
}

/** @returns how many cases there were */
export function resourceCrashMatrix(
  operations: readonly Operation[],
  options: Pick<CrashMatrixOptions<Note>, 'seeds' | 'recoveryCrashes' | 'only' | 'faults'> = {},
): Promise<number> {
  return crashMatrix<Note>({
    ...options,
    prepare,
    run: async (fileSystem, notes) => work(await Agent.start(fileSystem), operations, notes),
    // Of a recovery that is to be interrupted, only what the recovery itself does.
    check: (fileSystem, notes) =>
      check(fileSystem, operations, notes, options.recoveryCrashes !== true),
  });
}
