import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { main } from 'quorate';
import type { CliOutput, ExitCode } from 'quorate';

export const BIN = join(__dirname, '../../bin/quorate.cjs');
const CLASSIC_LEVEL = require.resolve('classic-level');

export interface CliResult {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSurroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** The width of the terminal; undefined: there is none. */
  readonly columns?: number;
}

/** Runs the command in this process and keeps what it prints. */
export async function runCli(
  argv: readonly string[],
  { env = {}, columns }: CliSurroundings = {},
): Promise<CliResult> {
  const printed = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr'): CliOutput => ({
    isTTY: columns !== undefined,
    columns,
    write: (text) => {
      printed[name] += text;
      return Promise.resolve();
    },
  });
  const io = { stdout: output('stdout'), stderr: output('stderr'), env };
  const exitCode = await main(argv, io);
  return { exitCode, ...printed };
}

/** Runs the command, expects it to succeed, and parses its lines of JSON. */
export async function readJsonLines(argv: readonly string[]): Promise<readonly JsonLine[]> {
  const { exitCode, stdout, stderr } = await runCli([...argv, '--json']);
  if (exitCode !== 0) throw new Error(`exit code ${exitCode}: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonLine);
}

export type JsonLine = Readonly<Record<string, unknown>>;

/** Another process that has a LevelDB directory open, until it is killed. */
export async function holdDirectory(path: string): Promise<ChildProcess> {
  const script = `
    const { ClassicLevel } = require(process.argv[1]);
    new ClassicLevel(process.argv[2]).open().then(
      () => { console.log('open'); setInterval(() => {}, 1000); },
      (error) => console.log(error.cause.code),
    );`;
  const child = spawn(process.execPath, ['-e', script, CLASSIC_LEVEL, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [answer] = (await once(child.stdout, 'data')) as [Buffer];
  if (answer.toString().trim() === 'open') return child;
  throw new Error(`the other process could not open ${path}: ${answer.toString()}`);
}

export async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
