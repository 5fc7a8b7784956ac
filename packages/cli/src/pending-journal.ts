import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { joinPath } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { findJournal, readPendingRecords } from '@quorate/status-updates';
import { messageOf } from './cli-error.ts';

/** A journal with records that a file of status updates may lack. */
export type PendingJournal = ReadableJournal | UnreadableJournal;

interface ReadableJournal {
  /** Of its directory. */
  readonly path: string;
  /** How many are of the file. */
  readonly records: number;
}

/** It cannot be read, and may hold records of the file. */
interface UnreadableJournal {
  readonly path: string;
  readonly error: { readonly code: string; readonly message: string };
}

/**
 * Looks for a journal of which a file is behind, without changing anything; undefined if there is
 * none, or if it holds no record of the file.
 */
export async function findPendingJournal(file: string): Promise<PendingJournal | undefined> {
  const fileSystem = nodeFileSystem();
  // An agent's directory is often named by the link `latest`; the journal may know another name.
  const physical = joinPath(await realpath(dirname(file)), basename(file));
  const path = await findJournal(fileSystem, physical);
  if (path === undefined) return undefined;
  try {
    const { length } = await readPendingRecords(fileSystem, path, physical);
    return length === 0 ? undefined : { path, records: length };
  } catch (error) {
    const code = (error as { code?: unknown } | undefined)?.code;
    if (typeof code !== 'string') throw error;
    return { path, error: { code, message: messageOf(error) } };
  }
}
