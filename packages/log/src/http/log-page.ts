import { LogError } from '../errors.ts';
import type { LogErrorCode } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Position } from '../protocol/types.ts';
import type { LogPage, LogPageEntry } from './log-messages.ts';

/** A page ends with the entry that brings it to this size. */
const PAGE_BYTES = 1024 * 1024;
const PAGE_ENTRIES_MAX = 1_000;

/**
 * The entries from `from` on, or from the beginning, as far as this replica has learned them. What it
 * missed in between it catches up with first. Fails with `READ_TRUNCATED`.
 */
export async function readPage(log: Log, from: Position | undefined): Promise<LogPage> {
  try {
    return await pageFrom(log, from);
  } catch (error) {
    if (!isGap(error)) throw error;
    await log.reader().catchUp();
    return pageFrom(log, from);
  }
}

async function pageFrom(log: Log, from: Position | undefined): Promise<LogPage> {
  const reader = log.reader();
  const begin = await reader.beginning();
  const end = await reader.ending();
  let next: number = from ?? begin;
  if (next < begin) {
    throw new LogError('READ_TRUNCATED', `the log begins at ${begin}, after ${next}`);
  }
  const entries: LogPageEntry[] = [];
  let bytes = 0;
  for await (const { position, data } of reader.entries(next as Position)) {
    entries.push({ position, data: Buffer.from(data).toString('base64') });
    next = position + 1;
    bytes += data.length;
    if (bytes >= PAGE_BYTES || entries.length >= PAGE_ENTRIES_MAX) break;
  }
  return { begin, end, entries, next };
}

const GAPS: ReadonlySet<LogErrorCode> = new Set(['READ_MISSING', 'READ_PENDING']);

function isGap(error: unknown): boolean {
  return error instanceof LogError && GAPS.has(error.code);
}
