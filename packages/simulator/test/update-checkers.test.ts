import { describe, expect, it } from '@jest/globals';
import { PausedForwards } from '../src/updates/checkers/paused-forwards.ts';
import type { UpdateChecker } from '../src/updates/checkers/update-checker.ts';
import { UpdateHistory } from '../src/updates/update-history.ts';
import type { StreamRecord, UpdateRecord } from '../src/updates/update-history.ts';

/** A history that one checker listens to, and what that has said. */
function heard(checkerOf: (streams: () => readonly StreamRecord[]) => UpdateChecker) {
  const said: string[] = [];
  const hear = (problem: string | undefined): void => {
    if (problem !== undefined) said.push(problem);
  };
  const checker = checkerOf(() => history.streams);
  const history: UpdateHistory = new UpdateHistory({
    kept: () => undefined,
    forwarded: (update, forward, latest) => hear(checker.forwarded?.(update, forward, latest)),
    acknowledged: (update, goesOn) => hear(checker.acknowledged?.(update, goesOn)),
    recovered: (streams) => hear(checker.recovered?.(streams)),
    paused: () => checker.paused?.(),
    resuming: () => checker.resuming?.(),
    resumed: (at) => hear(checker.resumed?.(at)),
    crashed: () => checker.crashed?.(),
  });
  let resumes = 0;
  const forward = ({ uuid }: UpdateRecord): void =>
    history.forwarded(uuid, { life: 1, atMs: 0, resumes }, uuid);
  const keep = (stream: StreamRecord): UpdateRecord => {
    const update = history.makeUpdate(stream, false);
    history.kept(update);
    return update;
  };
  const resume = (...fronts: readonly UpdateRecord[]): void => {
    history.resuming();
    resumes++;
    fronts.forEach(forward);
    history.resumed({ life: 1, resumes });
  };
  return { said, history, forward, keep, resume };
}

const paused = () => heard((streams) => new PausedForwards(streams));

describe('the checker of pauses', () => {
  it('has nothing to say when each front is forwarded after a pause, and nothing in it', () => {
    const { said, history, forward, keep, resume } = paused();
    const [one, other] = [keep(history.beginStream()), keep(history.beginStream())];
    forward(one);
    history.paused();
    keep(one.stream);
    history.acknowledgedBy(other, true);
    resume(one);
    history.paused();
    history.crashed();
    forward(one);
    expect(said).toEqual([]);
  });

  it('sees what is forwarded in a pause', () => {
    const { said, history, forward, keep } = paused();
    const update = keep(history.beginStream());
    history.paused();
    forward(update);
    expect(said).toEqual([expect.stringContaining('by a manager that is paused')]);
  });

  it('sees a front that a pause has lost', () => {
    const { said, history, forward, keep, resume } = paused();
    const [one, other] = [keep(history.beginStream()), keep(history.beginStream())];
    forward(one);
    history.paused();
    resume(other);
    expect(said).toEqual([expect.stringContaining('is not forwarded by a manager that goes on')]);
  });

  it('leaves out a front of which it is not certain', () => {
    const { said, history, keep, resume } = paused();
    const [one, other, third] = [1, 2, 3].map(() => keep(history.beginStream()));
    if (!one || !other || !third) throw new Error('three were made');
    one.kept = 'unknown';
    other.acknowledged = 'pending';
    history.paused();
    history.resuming();
    third.acknowledged = 'pending'; // While the manager has its turns.
    history.resumed({ life: 1, resumes: 1 });
    resume(third);
    expect(said).toEqual([]);
  });
});
