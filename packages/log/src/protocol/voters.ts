import type { SafeRecoveryFields } from '@quorate/messages';
import { KnownIncarnations } from './incarnations.ts';
import { REJECTION_JUMP_MAX } from './proposal-jump.ts';
import { invalidAnswer } from './tally.ts';
import type { PeerProblem } from './tally.ts';

/**
 * How a replica that lost its disk comes back, and with that whose answers count: in mode `safe`
 * those that say which life they come from, as long as no other answer knows of a later one.
 */
export type RecoveryMode = 'safe' | 'mesos';

/** Why an answer cannot be counted with safe recovery. */
export const NOT_SAFE: PeerProblem = {
  code: 'PEER_NOT_SAFE',
  text: `does not say which life of which replica it is; start it with recovery 'safe', or all with 'mesos'`,
};

/**
 * Whose answers to one question count. A replica that lost its disk has forgotten what its earlier
 * life answered: once any answer knows of the new life, those of the old one are withdrawn, and
 * what is left may be no quorum any more.
 */
export class Voters {
  readonly #mode: RecoveryMode;
  readonly #known = new KnownIncarnations();
  /** Who answered as whom. */
  readonly #admitted = new Map<
    string,
    { readonly replicaId: string; readonly incarnation: number }
  >();

  constructor(mode: RecoveryMode) {
    this.#mode = mode;
  }

  /** Why an answer cannot be counted; undefined when it can. */
  problemOf(member: string, answer: SafeRecoveryFields): PeerProblem | undefined {
    if (this.#mode === 'mesos') return undefined;
    const { replicaId, incarnation } = answer;
    if (replicaId === undefined || incarnation === undefined) {
      return NOT_SAFE;
    }
    for (const [other, admitted] of this.#admitted) {
      if (other !== member && admitted.replicaId === replicaId) {
        return {
          code: 'PEER_IDENTITY_TWICE',
          text: `answered as ${replicaId}, as ${other} has done; give each replica its own identity`,
        };
      }
    }
    return undefined;
  }

  /** What is wrong with the number that a rejection of `asked` names. */
  problemOfRejection(asked: number, named: number): PeerProblem | undefined {
    // A replica rejects only what is not above its promise: a lower number would make the next
    // attempt lower than this one.
    if (named < asked) {
      return invalidAnswer(`rejected proposal ${asked} in favour of the lower ${named}`);
    }
    if (this.#mode === 'mesos' || named - asked <= REJECTION_JUMP_MAX) return undefined;
    return invalidAnswer(
      `rejected proposal ${asked} in favour of ${named}, more than ${REJECTION_JUMP_MAX} above it`,
    );
  }

  /** Takes note of an answer. @returns the members whose answers do not count, this one included */
  admit(member: string, answer: SafeRecoveryFields): readonly string[] {
    const { replicaId, incarnation, known = [] } = answer;
    if (this.#mode === 'mesos' || replicaId === undefined || incarnation === undefined) return [];
    this.#admitted.set(member, { replicaId, incarnation });
    this.#known.record({ replicaId, incarnation });
    for (const each of known) this.#known.record(each);
    const retired: string[] = [];
    for (const [each, admitted] of this.#admitted) {
      if (this.#known.isRetired(admitted.replicaId, admitted.incarnation)) retired.push(each);
    }
    return retired;
  }
}
