import { parseArgs } from 'node:util';

/** What every bench understands on its command line. */
export interface BenchOptions {
  /** One JSON object a line, for programs. */
  readonly json: boolean;
  /** Seconds instead of minutes: shows that it works, measures little. */
  readonly short: boolean;
  /** Where files go; default: a temporary folder. */
  readonly dir: string | undefined;
}

export function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      dir: { type: 'string' },
    },
  });
  return { json: values.json, short: values.short, dir: values.dir };
}
