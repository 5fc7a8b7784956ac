import type { PendingJournal } from './pending-journal.ts';
import { printable } from './text-style.ts';
import type { UpdatesDamage, UpdatesFile, UpdatesRecord } from './updates-file.ts';

const WIDTHS = { offset: 10, bytes: 9, record: 6, uuid: 36 } as const;

/** Above the lines of `updatesRecordText`. */
export const UPDATES_HEADER = columns('offset', 'bytes', 'record', 'uuid', 'state');

/** A record as one line for people. */
export function updatesRecordText(record: UpdatesRecord): string {
  const { type, offset, bytes, uuid } = record;
  const state = record.type === 'update' ? record.state : '';
  return columns(`${offset}`, `${bytes}`, type, uuid, state).trimEnd();
}

/** What the file comes to, as one line for people. */
export function updatesSummaryText(file: UpdatesFile): string {
  const { updates, pending, terminated, validBytes, fileBytes, errors } = file;
  const stream = `${counted(updates, 'update')}, ${pending} pending${terminated ? ', terminated' : ''}`;
  return `${stream}, ${validBytes} of ${fileBytes} bytes valid, ${counted(errors, 'error')}`;
}

/** What is wrong, and what a recovery does about it. */
export function damageText({ damage, fate }: UpdatesFile): string | undefined {
  return damage && `${describeDamage(damage)}; ${CONSEQUENCES[fate]}`;
}

const CONSEQUENCES = {
  stream: 'a recovery cuts the file off there',
  none: 'a recovery removes the file: no update was ever recorded in it',
  absent: 'a recovery leaves the file alone, and has no such stream',
} as const;

/** `torn at byte 238: …` */
export function describeDamage({ type, offset, reason }: UpdatesDamage): string {
  return `${type} at byte ${offset}: ${printable(reason)}`;
}

/** What a journal means for who looks at a file that it is about. */
export function journalText(journal: PendingJournal): string {
  const path = printable(journal.path);
  if ('error' in journal) return `${path} may hold more: ${printable(journal.error.message)}`;
  const records = counted(journal.records, 'record');
  return `${records} of this file in ${path}, which it may lack; start its program, or flush, first`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function columns(
  offset: string,
  bytes: string,
  record: string,
  uuid: string,
  state: string,
): string {
  return [
    offset.padStart(WIDTHS.offset),
    bytes.padStart(WIDTHS.bytes),
    record.padEnd(WIDTHS.record),
    uuid.padEnd(WIDTHS.uuid),
    state,
  ].join('  ');
}
