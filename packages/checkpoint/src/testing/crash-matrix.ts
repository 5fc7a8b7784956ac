import { SimulatedDisk } from '../simulated/simulated-disk.ts';
import type { Ending, Fault, FaultPlan } from '../simulated/simulated-disk.ts';
import type { SimulatedFileSystem } from '../simulated/simulated-file-system.ts';

/** A fault at a persistence point, and how the program's life ends then. */
export interface CrashCase extends FaultPlan {
  readonly ending: Ending;
}

/** What is to survive a crash anywhere. */
export interface CrashMatrixOptions<Note> {
  /** What is on the disk, durably, before: called once. Default: nothing but the root directory. */
  readonly prepare?: (fileSystem: SimulatedFileSystem) => Promise<void>;
  /**
   * The work. It notes what was acknowledged, at once; nothing that it does after the end of its
   * life settles, and what it rejects with counts as its answer.
   */
  readonly run: (fileSystem: SimulatedFileSystem, notes: Note[]) => Promise<void>;
  /** The next life: recovers, and throws if anything is not as it has to be. */
  readonly check: (fileSystem: SimulatedFileSystem, notes: readonly Note[]) => Promise<void>;
  /** Default: all but `sync-lie`, against which nothing can be done. */
  readonly faults?: readonly Fault[];
  /** How many times chance decides what survives a loss of power, beside none and all. Default 3. */
  readonly seeds?: number;
  /** Plays this case alone: the one that an error named. */
  readonly only?: CrashCase;
  /** Crashes at every point of `check`, too, and then checks once more. Default false. */
  readonly recoveryCrashes?: boolean;
}

const FAULTS: readonly Fault[] = [
  ...(['crash', 'crash-after', 'crash-amid'] as const),
  ...(['sync-error', 'write-error', 'disk-full'] as const),
];

/**
 * Runs the work once for each persistence point, fault and end of the life, and checks each time. An
 * error names the case that it happened in.
 *
 * @returns how many cases there were
 */
export async function crashMatrix<Note>(options: CrashMatrixOptions<Note>): Promise<number> {
  const { faults = FAULTS } = options;
  const disk = await prepared(options);
  if (options.only) return playNamed(options, disk, options.only);
  const points = await countPoints(options, disk.clone());
  let cases = 0;
  for (let at = 1; at <= points; at++) {
    for (const fault of faults) {
      for (const ending of endings(options.seeds ?? 3)) {
        cases += await playNamed(options, disk, { at, fault, ending });
      }
    }
  }
  return cases;
}

function endings(seeds: number): readonly Ending[] {
  const chances = Array.from({ length: seeds }, (_, seed) => ({ power: seed + 1 }));
  return ['process', { power: 'none' }, { power: 'all' }, ...chances];
}

/** Without any fault the work has to succeed. */
async function countPoints<Note>(
  options: CrashMatrixOptions<Note>,
  disk: SimulatedDisk,
): Promise<number> {
  const notes: Note[] = [];
  const life = disk.start();
  await options.run(life, notes);
  disk.crash({ power: 'none' });
  await options.check(disk.start(), notes);
  return life.operations;
}

async function prepared<Note>({ prepare }: CrashMatrixOptions<Note>): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  await prepare?.(disk.start());
  disk.syncAll();
  return disk;
}

async function playNamed<Note>(
  options: CrashMatrixOptions<Note>,
  before: SimulatedDisk,
  crash: CrashCase,
): Promise<number> {
  try {
    return await play(options, before.clone(), crash);
  } catch (error) {
    const { at, fault, ending } = crash;
    const end = ending === 'process' ? 'the process ends' : `power is lost (${ending.power})`;
    const replay = `only: ${JSON.stringify({ at, fault, ending })}`;
    throw new Error(
      `${fault} at persistence point ${at}, then ${end} (${replay}): ${String(error)}`,
      {
        cause: error,
      },
    );
  }
}

async function play<Note>(
  options: CrashMatrixOptions<Note>,
  disk: SimulatedDisk,
  crash: CrashCase,
): Promise<number> {
  const notes: Note[] = [];
  const life = disk.start(crash);
  await Promise.race([options.run(life, notes).catch(() => undefined), life.ended]);
  disk.crash(crash.ending);
  const crashed = disk.clone();
  const recovery = disk.start();
  // A check may note what it has done itself, for the one after it.
  await options.check(recovery, [...notes]);
  if (options.recoveryCrashes !== true) return 1;
  for (let at = 1; at <= recovery.operations; at++) {
    const again = crashed.clone();
    const noted = [...notes];
    const interrupted = again.start({ at, fault: 'crash-after' });
    await Promise.race([options.check(interrupted, noted), interrupted.ended]);
    again.crash(at % 2 === 0 ? 'process' : { power: at });
    await options.check(again.start(), noted);
  }
  return 1 + recovery.operations;
}
