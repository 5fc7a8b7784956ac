import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LogError } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { CliError, messageOf } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { checkInitializable } from '../log-directory.ts';
import { statusName } from '../record-json.ts';

export interface LogInitializeOptions {
  readonly path: string;
  readonly json?: boolean;
}

/**
 * Makes the replica of an empty directory a voting one, without asking any other.
 *
 * Throws `LOG_NOT_EMPTY` when the directory holds a log that was in use, which is then unchanged.
 */
export async function logInitialize(options: LogInitializeOptions, io: CliIo): Promise<void> {
  const path = resolve(options.path);
  await checkInitializable(path);
  await makeFolder(path);
  const storage = levelStorage({ path });
  try {
    const { metadata, end, learned, unlearned, memberOf } = await storage.restore();
    if (memberOf !== undefined) throw wasMember(path, memberOf);
    if (metadata.status !== 'empty' || !learned.isEmpty || !unlearned.isEmpty) {
      throw notEmpty(path, `its replica is ${statusName(metadata.status)}, its end ${end}`);
    }
    await storage.persist({ metadata: { ...metadata, status: 'voting' }, actions: [] });
  } finally {
    await storage.close();
  }
  const summary = { status: 'VOTING', promised: 0, path };
  const text =
    options.json === true ? JSON.stringify(summary) : `${path}: the replica is VOTING now`;
  await io.stdout.write(`${text}\n`);
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const message = `${path} cannot be created: ${messageOf(error)}`;
    throw new LogError('LOG_PATH_INVALID', message, { cause: error });
  }
}

function wasMember(path: string, memberOf: string): CliError {
  const what = `${path} was the directory of a voting member of ${memberOf}, and its records are gone`;
  const advice = `start the replica and it joins its group again; to begin anew, without what was written, remove ${path}.group first`;
  return new CliError('LOG_NOT_EMPTY', `${what}; ${advice}`);
}

function notEmpty(path: string, what: string): CliError {
  const why = 'initializing it again would make it forget what it promised';
  return new CliError('LOG_NOT_EMPTY', `${path} holds a log already (${what}); ${why}`);
}
