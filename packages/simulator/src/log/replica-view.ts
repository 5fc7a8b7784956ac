import { LogRecord } from '@quorate/messages';
import type { Action, Metadata } from '@quorate/messages';
import type { Change } from '../disk/database-state.ts';

/** A change of a replica's records that has become durable. */
export type RecordChange =
  | {
      readonly type: 'metadata';
      readonly metadata: Metadata;
      readonly before: Metadata | undefined;
    }
  | { readonly type: 'action'; readonly action: Action; readonly before: Action | undefined }
  | { readonly type: 'deleted'; readonly position: number };

const METADATA_KEY = '0000000000';

/**
 * What one replica has on its disk for certain, decoded: seen from outside, so that it can be held
 * against what the replica says.
 */
export class ReplicaView {
  readonly address: string;
  metadata: Metadata | undefined;
  readonly actions = new Map<number, Action>();
  /** The first position that is not truncated. */
  begin = 0;
  /** The highest position that has a record. */
  end = -1;

  constructor(address: string) {
    this.address = address;
  }

  /** The disk has become another one, which holds `values`. */
  reset(values: Iterable<readonly [string, Uint8Array]>): void {
    this.metadata = undefined;
    this.actions.clear();
    this.begin = 0;
    this.end = -1;
    for (const [key, value] of values) this.apply({ key, value });
  }

  apply({ key, value }: Change): RecordChange | undefined {
    const position = positionOf(key);
    if (position === undefined) return undefined;
    if (value === undefined) {
      this.actions.delete(position);
      return { type: 'deleted', position };
    }
    const record = LogRecord.decode(value);
    if (record.metadata) {
      const before = this.metadata;
      this.metadata = record.metadata;
      return { type: 'metadata', metadata: record.metadata, before };
    }
    if (!record.action) return undefined;
    const { action } = record;
    const before = this.actions.get(position);
    this.actions.set(position, action);
    this.end = Math.max(this.end, position);
    if (action.learned) this.begin = Math.max(this.begin, beginAfter(action));
    return { type: 'action', action, before };
  }
}

/** Where the log begins once an action is learned: a tombstone says that its own position is truncated. */
function beginAfter({ position, truncate, nop }: Action): number {
  if (truncate) return truncate.to;
  return nop?.tombstone === true ? position + 1 : 0;
}

/** Whether a replica has become a voting one by this change. */
export function begunToVote(change: RecordChange): boolean {
  if (change.type !== 'metadata' || change.metadata.status !== 'voting') return false;
  return change.before?.status !== 'voting';
}

/** -1 stands for the metadata. */
function positionOf(key: string): number | undefined {
  if (key === METADATA_KEY) return -1;
  if (/^\d{10}$/.test(key)) return Number(key) - 1;
  return /^A\d{20}$/.test(key) ? Number(key.slice(1)) - 1 : undefined;
}
