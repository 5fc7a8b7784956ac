import type { PeerProblemEvent } from '../events.ts';
import { groupProblem } from '../protocol/group.ts';
import type { GroupClaim } from '../protocol/group.ts';
import type { PeerProblem } from '../protocol/tally.ts';
import type { GroupFields } from '@quorate/messages';

/** Tells of what is wrong with members, once for each member and code: every write may meet it again. */
export class PeerProblems {
  readonly #told = new Set<string>();
  readonly #tell: (event: PeerProblemEvent) => void;

  constructor(tell: (event: PeerProblemEvent) => void) {
    this.#tell = tell;
  }

  readonly report = (member: string, { code, text }: PeerProblem): void => {
    this.#once({ type: 'peer-problem', member, code, text, isCounted: false });
  };

  /** Another quorum is no obstacle as long as any two must overlap, and yet nobody may forget it. */
  compare(member: string, own: GroupClaim, { quorum, ...claim }: GroupFields): void {
    if (quorum === undefined || quorum === own.quorum) return;
    if (groupProblem(own, { quorum, ...claim })) return;
    const text = `has a quorum of ${quorum}, and this replica of ${own.quorum}; end the change of the quorum by starting all with the new one`;
    const code = 'PEER_QUORUM_DIFFERS';
    this.#once({ type: 'peer-problem', member, code, text, isCounted: true });
  }

  #once(event: PeerProblemEvent): void {
    const key = `${event.code} ${event.member}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#tell(event);
  }
}
