import { SingleBar } from 'cli-progress';
import type { CliIo } from './cli-io.ts';

/** How far a command is. */
export interface Progress {
  /** One more is done. */
  advance(failed: number): void;
  /** Makes room for a line. */
  clear(): void;
  stop(): void;
}

const SILENT: Progress = {
  advance: () => undefined,
  clear: () => undefined,
  stop: () => undefined,
};

/** A bar on a terminal; nothing where nobody would see it move. */
export function progressOf(io: CliIo, total: number): Progress {
  if (!io.stderr.isTTY || !process.stderr.isTTY || total < 2) return SILENT;
  const bar = new SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    format: '{bar} {value} of {total} seeds, {failed} failed, {eta_formatted} left',
  });
  bar.start(total, 0, { failed: 0 });
  return {
    advance: (failed) => bar.increment(1, { failed }),
    clear: () => process.stderr.write('\r\x1b[K'),
    stop: () => bar.stop(),
  };
}
