import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { CliError, messageOf } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { withClient } from '../group-client.ts';
import type { GroupFlags } from '../group-client.ts';
import { readPlainFile } from '../plain-file.ts';

export const DATA_TYPES = ['zero', 'one', 'random'] as const;
const TRACE_BYTES_MAX = 64 * 1024 * 1024;
const UNITS_BYTES: Readonly<Record<string, number>> = {
  B: 1,
  KB: 2 ** 10,
  MB: 2 ** 20,
  GB: 2 ** 30,
};

export interface LogBenchmarkOptions extends GroupFlags {
  /** A file of sizes, one a line, such as `100B` or `2MB`. */
  readonly input: string;
  /** Where a line for each append is written to. */
  readonly output: string;
  /** What the entries hold: bits that are 0, that are 1, or one byte that is drawn for each. */
  readonly type: (typeof DATA_TYPES)[number];
  readonly json?: boolean;
}

interface Sample {
  readonly time: Date;
  readonly bytes: number;
  readonly ms: number;
}

/** Appends entries of the sizes of a trace, one after the other, and writes down how long each took. */
export async function logBenchmark(options: LogBenchmarkOptions, io: CliIo): Promise<void> {
  const sizes = sizesOf(
    options.input,
    await readPlainFile(nodeFileSystem(), options.input, TRACE_BYTES_MAX),
  );
  const samples: Sample[] = [];
  const began = performance.now();
  await withClient(options, async (client) => {
    for (const bytes of sizes) {
      const data = dataOf(options.type, bytes);
      const start = performance.now();
      await client.append(data);
      samples.push({ time: new Date(), bytes, ms: performance.now() - start });
    }
  });
  const totalMs = performance.now() - began;
  await writeSamples(options.output, samples);
  await io.stdout.write(
    options.json === true ? summaryJson(samples, totalMs) : summaryText(samples, totalMs),
  );
}

/** Throws `CLI_FILE_INVALID`. */
function sizesOf(path: string, trace: Uint8Array): readonly number[] {
  const lines = new TextDecoder().decode(trace).trimEnd().split('\n');
  return lines.map((line, index) => {
    const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)(B|KB|MB|GB)$/.exec(line.trim()) ?? [];
    const bytes = Math.floor(Number(digits) * (UNITS_BYTES[unit] ?? Number.NaN));
    if (digits !== '' && Number.isSafeInteger(bytes)) return bytes;
    const message = `${path}: line ${index + 1} is no size such as 100B or 2MB: ${JSON.stringify(line)}`;
    throw new CliError('CLI_FILE_INVALID', message);
  });
}

function dataOf(type: LogBenchmarkOptions['type'], bytes: number): Uint8Array {
  switch (type) {
    case 'zero':
      return new Uint8Array(bytes);
    case 'one':
      return new Uint8Array(bytes).fill(0xff);
    case 'random':
      return new Uint8Array(bytes).fill(randomBytes(1)[0] ?? 0);
  }
}

async function writeSamples(path: string, samples: readonly Sample[]): Promise<void> {
  const lines = samples.map(
    ({ time, bytes, ms }) =>
      `${time.toISOString()} Appended ${bytes} bytes in ${ms.toFixed(3)} ms\n`,
  );
  try {
    await writeFile(path, lines.join(''));
  } catch (error) {
    const message = `${path} cannot be written: ${messageOf(error)}`;
    throw new CliError('CLI_FILE_UNWRITABLE', message, { cause: error });
  }
}

function percentiles(samples: readonly Sample[]): Readonly<Record<'p50' | 'p90' | 'p99', number>> {
  const sorted = samples.map(({ ms }) => ms).toSorted((left, right) => left - right);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}

function summaryJson(samples: readonly Sample[], totalMs: number): string {
  return `${JSON.stringify({ appends: samples.length, totalMs, ms: percentiles(samples) })}\n`;
}

function summaryText(samples: readonly Sample[], totalMs: number): string {
  const { p50, p90, p99 } = percentiles(samples);
  const [low, high, highest] = [p50, p90, p99].map((ms) => ms.toFixed(2));
  return (
    `Total number of appends: ${samples.length}\n` +
    `Total time used: ${(totalMs / 1000).toFixed(3)} s\n` +
    `Latency: p50 ${low} ms, p90 ${high} ms, p99 ${highest} ms\n`
  );
}
