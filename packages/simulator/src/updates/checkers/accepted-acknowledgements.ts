import type { UpdateRecord } from '../update-history.ts';
import { isKept, nameOf } from './update-checker.ts';
import type { UpdateChecker } from './update-checker.ts';

/**
 * Only the acknowledgement of the update that was forwarded last is taken, and once; that of a terminal
 * one ends the stream, and no other does (U5, U6).
 */
export class AcceptedAcknowledgements implements UpdateChecker {
  readonly invariant = 'accepted-acknowledgements';

  acknowledged(update: UpdateRecord, goesOn: boolean): string | undefined {
    const { stream, index, acknowledged, isTerminal, forwards } = update;
    if (acknowledged === 'done') return `${nameOf(update)} is acknowledged twice`;
    if (forwards.length === 0) return `${nameOf(update)} is acknowledged and was never forwarded`;
    if (stream.isOver) return `${nameOf(update)} is acknowledged in a stream that is over`;
    const before = stream.updates.find(
      (other) => other.index < index && isKept(other) && other.acknowledged === 'none',
    );
    if (before) return `${nameOf(update)} is acknowledged before ${nameOf(before)}`;
    if (goesOn !== isTerminal) return undefined;
    return `${nameOf(update)} is ${isTerminal ? '' : 'not '}terminal, and its stream ${goesOn ? 'goes on' : 'is over'}`;
  }
}
