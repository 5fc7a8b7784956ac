import type { FileSystem } from '@quorate/checkpoint';
import type { Runtime } from '@quorate/process';
import type { Chance } from '../chance.ts';
import type { ChangePace } from './checkpoint-plan.ts';

/** What a keeper works with in one life of its program. */
export interface KeeperContext {
  readonly runtime: Runtime;
  readonly fileSystem: FileSystem;
  readonly chance: Chance;
  readonly pace: () => ChangePace;
  /** Whether nothing more is to be changed. */
  readonly isQuiet: () => boolean;
  /** Something that must never be. */
  readonly violate: (invariant: string, text: string) => void;
  /** A change was acknowledged. */
  readonly acknowledged: (what: string) => void;
  /** What is in its files was read, and is relied upon from here on. */
  readonly recovered: () => void;
}

/** A part of a file, from its beginning. */
export interface FilePart {
  readonly path: string;
  /** Where it ends; default: with the file. */
  readonly endBytes?: number;
}

/**
 * Keeps something on a disk, through all lives of the program, and holds what it finds there against what
 * it was told.
 */
export interface Keeper {
  /**
   * One life: finds out what there is, then changes it again and again. Gives the code of what ended it;
   * never ends otherwise.
   */
  live(context: KeeperContext): Promise<string>;
  /** What has checksums, so that its next life has to report any bit of it that has flipped. Default: nothing. */
  readonly checksummed?: readonly FilePart[];
}

/** Waits for a moment, and for as long as nothing is to be changed. */
export async function think(context: KeeperContext): Promise<void> {
  const { thinkMsMin, thinkMsMax } = context.pace();
  do {
    await context.runtime.after(context.chance.between(thinkMsMin, thinkMsMax));
  } while (context.isQuiet());
}

/** The code of an error: everything that goes wrong with files has one. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}

/** Whether nothing has changed, by what an error says. */
export function isDefinite(error: unknown): boolean {
  return error instanceof Error && 'outcome' in error && error.outcome === 'definite';
}
