import type { Action, LogRecord } from '@quorate/messages';
import type { LogSummary, PositionRange } from './log-contents.ts';
import { statusName } from './record-json.ts';
import { printable } from './text-style.ts';

/** Bytes of an entry shown to people; `--json` shows all. */
const PREVIEW_BYTES_MAX = 64;

const WIDTHS = { position: 10, proposal: 9, learned: 7 } as const;

/** Above the lines of `recordText`. */
export const RECORD_HEADER = columns('position', 'promised', 'performed', 'learned', 'action');

/** A record as one line for people. */
export function recordText(record: LogRecord): string {
  switch (record.type) {
    case 'metadata': {
      const { status, promised } = record.metadata ?? { status: 'empty', promised: 0 };
      return `metadata: ${statusName(status)}, promised ${promised}`;
    }
    case 'promise':
      return `promise of an early Mesos: VOTING, promised ${record.promise?.proposal ?? 0}`;
    case 'action':
      return record.action ? actionText(record.action) : '';
  }
}

/** What the replica would be, as one line for people. */
export function summaryText({ status, promised, begin, end, missing }: LogSummary): string {
  const state = `${statusName(status)}, promised ${promised}, begin ${begin}, end ${end}`;
  return `${state}, missing ${rangesText(missing)}`;
}

/** `7-8, 12`, both ends included, or `none`. */
export function rangesText(ranges: readonly PositionRange[]): string {
  if (ranges.length === 0) return 'none';
  return ranges
    .map(([from, until]) => (until === from + 1 ? `${from}` : `${from}-${until - 1}`))
    .join(', ');
}

function actionText(action: Action): string {
  const { position, promised, performed, learned } = action;
  return columns(
    `${position}`,
    `${promised}`,
    performed === undefined ? '-' : `${performed}`,
    learned === true ? 'yes' : 'no',
    valueText(action),
  );
}

function valueText(action: Action): string {
  const { type, append, truncate, nop } = action;
  if (type === undefined) return 'promised only';
  switch (type) {
    case 'append':
      return appendText(append?.bytes ?? new Uint8Array());
    case 'truncate':
      return `truncate to ${truncate?.to ?? 0}`;
    case 'nop':
      return nop?.tombstone === true ? 'nop (truncated)' : 'nop';
  }
}

function appendText(bytes: Uint8Array): string {
  const preview = bytes.subarray(0, PREVIEW_BYTES_MAX);
  const more = bytes.length > preview.length ? '…' : '';
  return `append ${bytes.length} bytes ${previewText(preview, more !== '')}${more}`.trimEnd();
}

/** Text in quotes if it is any; a cut may have split its last character. */
function previewText(bytes: Uint8Array, isCut: boolean): string {
  if (bytes.length === 0) return '';
  const text = new TextDecoder().decode(bytes);
  const whole = isCut ? text.replace(/�$/, '') : text;
  const isText = !/[�\p{Cc}]/u.test(whole);
  return isText ? JSON.stringify(printable(whole)) : Buffer.from(bytes).toString('hex');
}

function columns(
  position: string,
  promised: string,
  performed: string,
  learned: string,
  action: string,
): string {
  return [
    position.padStart(WIDTHS.position),
    promised.padStart(WIDTHS.proposal),
    performed.padStart(WIDTHS.proposal),
    learned.padEnd(WIDTHS.learned),
    action,
  ].join('  ');
}
