import { equalUuids } from '@quorate/state';

/** A variable's znode, as it was read. */
export type Seen =
  /** There is none. The version counts each creation and removal among the znodes beside it. */
  | { readonly type: 'absent'; readonly siblingsVersion: number }
  | {
      readonly type: 'present';
      /** The transaction that created it: another one makes another znode. */
      readonly czxid: bigint;
      readonly version: number;
      readonly uuid: Uint8Array;
    };

/** A write that was sent and not answered. */
export interface LostWrite {
  /** What it was conditional on: the server refuses it in any other state. */
  readonly before: Seen;
  /** The version of the entry it stores; undefined if it removes the znode. */
  readonly uuid: Uint8Array | undefined;
}

/**
 * What became of a lost write. `done`: it was done. `not-done`: all is as before. `overtaken`: another
 * one was done instead. `unknown`: too much has happened to tell.
 */
export type Verdict = 'done' | 'not-done' | 'overtaken' | 'unknown';

/** Judges a lost write by what is there now, all that was sent before having been served or dropped. */
export function judge({ before, uuid }: LostWrite, now: Seen): Verdict {
  const isOurs = uuid !== undefined && now.type === 'present' && equalUuids(now.uuid, uuid);
  if (isOurs) return 'done';
  return before.type === 'absent' ? judgeCreation(before, now) : judgeChange(before, uuid, now);
}

function judgeCreation(before: Seen & { readonly type: 'absent' }, now: Seen): Verdict {
  // It was created by somebody else, and that may have come after ours was removed.
  if (now.type === 'present') return 'unknown';
  return now.siblingsVersion === before.siblingsVersion ? 'not-done' : 'unknown';
}

function judgeChange(
  before: Seen & { readonly type: 'present' },
  uuid: Uint8Array | undefined,
  now: Seen,
): Verdict {
  if (now.type === 'absent' || now.czxid !== before.czxid) return 'unknown';
  if (now.version === before.version) return 'not-done';
  // It is the same znode, so it was not removed since. A version is taken by one write alone.
  const isNextTaken = now.version === before.version + 1;
  return uuid === undefined || isNextTaken ? 'overtaken' : 'unknown';
}
