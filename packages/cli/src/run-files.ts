import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { parseRunPlan } from '@quorate/simulator/systems';
import type { RunPlan } from '@quorate/simulator/systems';
import type { Recording } from '@quorate/simulator';
import { htmlOf } from '@quorate/simulator/pictures';
import { CliError, messageOf } from './cli-error.ts';
import { readPlainFile } from './plain-file.ts';

const FILE_SIZE_BYTES_MAX = 16 * 1024 * 1024;

/** Reads a plan. Throws `CLI_USAGE` for a file that cannot be read, `REPLAY_INVALID` for no plan. */
export async function readRunPlan(path: string): Promise<RunPlan> {
  return parseRunPlan(await readText(path));
}

/** Reads the text of a scenario. Throws `CLI_USAGE` for a file that cannot be read. */
export function readScenario(path: string): Promise<string> {
  return readText(path);
}

/** Writes a plan into a directory, which is made. Gives the file's path. */
export async function writeRunPlan(directory: string, plan: RunPlan): Promise<string> {
  const path = join(directory, `quorate-seed-${plan.seed}.json`);
  await write(path, `${JSON.stringify(plan, undefined, 2)}\n`, directory);
  return path;
}

/** Draws a run as a page of its own. */
export async function writePicture(
  path: string,
  recording: Recording,
  replayCommand: string,
): Promise<void> {
  await write(path, htmlOf(recording, { replayCommand }));
}

async function write(path: string, text: string, directory?: string): Promise<void> {
  try {
    if (directory !== undefined) await mkdir(directory, { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    const what = `cannot write ${path}: ${messageOf(error)}`;
    throw new CliError('CLI_FILE_UNWRITABLE', what, { cause: error });
  }
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readPlainFile(nodeFileSystem(), path, FILE_SIZE_BYTES_MAX);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    throw new CliError('CLI_USAGE', messageOf(error), { cause: error });
  }
}
