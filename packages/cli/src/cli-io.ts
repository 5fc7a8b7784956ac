import type { Writable } from 'node:stream';
import { isSystemError, OutputClosedError } from './cli-error.ts';

/** Where a command writes. */
export interface CliOutput {
  readonly isTTY: boolean;
  /** Width of the terminal; undefined when it is none. */
  readonly columns: number | undefined;
  /** Resolves when more may be written; rejects with `OutputClosedError` when nobody reads it. */
  write(text: string): Promise<void>;
}

/** The surroundings of a command: tests pass their own. */
export interface CliIo {
  /** Data: what was asked for. */
  readonly stdout: CliOutput;
  /** Everything else: errors, warnings, hints. */
  readonly stderr: CliOutput;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The surroundings of this process. */
export function processIo(): CliIo {
  return {
    stdout: streamOutput(process.stdout),
    stderr: streamOutput(process.stderr),
    env: process.env,
  };
}

const guarded = new WeakSet<Writable>();

function streamOutput(stream: NodeJS.WriteStream): CliOutput {
  if (!guarded.has(stream)) {
    guarded.add(stream);
    // write() reports the error to its caller; without a listener it would be thrown as well.
    stream.on('error', () => undefined);
  }
  return {
    // Undefined for a pipe or a file, whatever its type says.
    isTTY: Boolean(stream.isTTY),
    columns: stream.isTTY ? stream.columns : undefined,
    write: (text) => write(stream, text),
  };
}

function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (!error) resolve();
      else if (isSystemError(error, 'EPIPE', 'ERR_STREAM_DESTROYED')) {
        reject(new OutputClosedError(error.message, { cause: error }));
      } else reject(error);
    });
  });
}
