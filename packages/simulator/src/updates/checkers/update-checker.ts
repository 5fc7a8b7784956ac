import type { NamedChecker } from '../../checks.ts';
import type { FoundStream, Forward, Resumption, UpdateRecord } from '../update-history.ts';

/** Holds one property of status updates against everything that happens to them. */
export interface UpdateChecker extends NamedChecker {
  forwarded?(
    update: UpdateRecord,
    forward: Forward,
    latest: string | undefined,
  ): string | undefined;
  acknowledged?(update: UpdateRecord, goesOn: boolean): string | undefined;
  recovered?(streams: ReadonlyMap<string, FoundStream>): string | undefined;
  paused?(): void;
  resuming?(): void;
  resumed?(at: Resumption): string | undefined;
  crashed?(): void;
}

/** An update, for people. */
export function nameOf({ stream, index }: UpdateRecord): string {
  return `update ${index + 1} of stream ${stream.id.slice(-4)}`;
}

/** Whether the manager has it for certain. */
export function isKept({ kept, forwards }: UpdateRecord): boolean {
  return kept === 'done' || forwards.length > 0;
}
