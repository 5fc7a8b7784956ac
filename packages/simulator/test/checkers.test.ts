import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RecoveryWaiting } from '@quorate/log';
import { LogRecord } from '@quorate/messages';
import type { Action, Metadata, PromiseResponse, WriteResponse } from '@quorate/messages';
import { AcknowledgedEntries } from '../src/log/checkers/acknowledged-entries.ts';
import { AskedAppends } from '../src/log/checkers/asked-appends.ts';
import { AskedTruncations } from '../src/log/checkers/asked-truncations.ts';
import { Agreement } from '../src/log/checkers/agreement.ts';
import type { Checker } from '../src/log/checkers/checker.ts';
import { CompleteCatchUp } from '../src/log/checkers/complete-catch-up.ts';
import { DurableReplies } from '../src/log/checkers/durable-replies.ts';
import { ElectedReads } from '../src/log/checkers/elected-reads.ts';
import { EqualLogs } from '../src/log/checkers/equal-logs.ts';
import { LearnedValues } from '../src/log/checkers/learned-values.ts';
import { MonotonePromises } from '../src/log/checkers/monotone-promises.ts';
import { SingleWrites } from '../src/log/checkers/single-writes.ts';
import { TrueDiagnoses } from '../src/log/checkers/true-diagnoses.ts';
import { History } from '../src/log/history.ts';
import type { LogMessage } from '../src/log/log-message.ts';
import { ReplicaView } from '../src/log/replica-view.ts';

/** The disks of three replicas, as a checker sees them change. */
class Disks {
  readonly a = new ReplicaView('a');
  readonly b = new ReplicaView('b');
  readonly c = new ReplicaView('c');
  readonly #checker: Checker;

  constructor(checker: Checker) {
    this.#checker = checker;
  }

  get all(): readonly ReplicaView[] {
    return [this.a, this.b, this.c];
  }

  write(view: ReplicaView, action: Action): string | undefined {
    const key = String(action.position + 1).padStart(10, '0');
    return this.#apply(view, key, LogRecord.encode({ type: 'action', action }));
  }

  status(view: ReplicaView, status: Metadata['status'], promised = 0): string | undefined {
    const record = LogRecord.encode({ type: 'metadata', metadata: { status, promised } });
    return this.#apply(view, '0000000000', record);
  }

  /** Which life it is in, and which of another one it has recorded. */
  life(view: ReplicaView, incarnation: number, known: Metadata['known'] = []): string | undefined {
    const metadata: Metadata = {
      status: 'voting',
      promised: 0,
      replicaId: view.address,
      incarnation,
      known,
    };
    return this.#apply(view, '0000000000', LogRecord.encode({ type: 'metadata', metadata }));
  }

  wipe(view: ReplicaView): void {
    view.reset([]);
    this.#checker.replaced?.(view);
  }

  #apply(view: ReplicaView, key: string, value: Uint8Array): string | undefined {
    const change = view.apply({ key, value });
    return change && this.#checker.durable?.(view, change);
  }
}

const RECOVER_REQUEST: LogMessage = { type: 'recover-request', message: {} };

const accepted = (position: number, proposal: number, value: string): Action => ({
  position,
  promised: proposal,
  performed: proposal,
  type: 'append',
  append: { bytes: new TextEncoder().encode(value) },
});
const learned = (action: Action): Action => ({ ...action, learned: true });
const promised = (position: number, proposal: number): Action => ({ position, promised: proposal });
const truncation = (position: number, to: number): Action =>
  learned({ position, promised: 1, performed: 1, type: 'truncate', truncate: { to } });
const tombstone = (position: number): Action =>
  learned({ position, promised: 1, performed: 1, type: 'nop', nop: { tombstone: true } });

describe('agreement', () => {
  let disks: Disks;
  let checker: Agreement;
  beforeEach(() => {
    checker = new Agreement(2);
    disks = new Disks(checker);
    for (const view of disks.all) disks.status(view, 'voting');
  });

  it('finds a second value that a quorum accepts under a higher proposal', () => {
    disks.write(disks.a, accepted(4, 1, 'x'));
    expect(disks.write(disks.b, accepted(4, 1, 'x'))).toBeUndefined();
    expect(checker.chosen(4)).toBe('append x');
    expect(disks.write(disks.b, accepted(4, 2, 'y'))).toBeUndefined();
    expect(disks.write(disks.c, accepted(4, 2, 'y'))).toContain('"append x" was chosen');
  });

  it('lets the same value be chosen again, and another one that only a minority had', () => {
    for (const view of disks.all) {
      expect(disks.write(view, accepted(4, 1, 'x'))).toBeUndefined();
      expect(disks.write(view, accepted(4, 2, 'x'))).toBeUndefined();
    }
    expect(disks.write(disks.a, accepted(5, 1, 'x'))).toBeUndefined();
    expect(disks.write(disks.b, accepted(5, 2, 'y'))).toBeUndefined();
    expect(disks.write(disks.c, accepted(5, 2, 'y'))).toBeUndefined();
    expect(checker.chosen(5)).toBe('append y');
  });

  it('finds two values of one proposal', () => {
    disks.write(disks.a, accepted(4, 1, 'x'));
    expect(disks.write(disks.b, accepted(4, 1, 'y'))).toContain('proposal 1 has two values');
  });

  it('counts what a lost disk held until the replica votes again', () => {
    disks.write(disks.a, accepted(4, 1, 'x'));
    disks.wipe(disks.a);
    disks.write(disks.b, accepted(4, 1, 'x'));
    expect(checker.chosen(4)).toBe('append x');
  });

  it('does not count it any more from then on', () => {
    disks.write(disks.a, accepted(4, 1, 'x'));
    disks.wipe(disks.a);
    disks.status(disks.a, 'recovering');
    disks.status(disks.a, 'voting');
    disks.write(disks.b, accepted(4, 1, 'x'));
    expect(checker.chosen(4)).toBeUndefined();
  });
});

describe('agreement, where lives of replicas are recorded', () => {
  let disks: Disks;
  let checker: Agreement;
  beforeEach(() => {
    checker = new Agreement(2);
    disks = new Disks(checker);
    for (const view of disks.all) disks.life(view, 1);
  });

  // Seed 2005 of `swarm`: no proposer counts an answer of a life that another answer retires.
  it('does not count a lost disk with one that knew of the next life when it accepted', () => {
    disks.write(disks.a, accepted(4, 1, 'x'));
    disks.wipe(disks.a);
    disks.life(disks.b, 1, [{ replicaId: 'a', incarnation: 2 }]);
    expect(disks.write(disks.b, accepted(4, 1, 'x'))).toBeUndefined();
    expect(checker.chosen(4)).toBeUndefined();
    disks.life(disks.a, 2);
    expect(disks.write(disks.a, accepted(4, 2, 'y'))).toBeUndefined();
    expect(disks.write(disks.c, accepted(4, 2, 'y'))).toBeUndefined();
    expect(checker.chosen(4)).toBe('append y');
  });

  it('counts a lost disk with one that had not heard of the next life', () => {
    disks.write(disks.a, accepted(4, 1, 'x'));
    disks.wipe(disks.a);
    disks.write(disks.b, accepted(4, 1, 'x'));
    expect(checker.chosen(4)).toBe('append x');
  });
});

describe('learned values', () => {
  let disks: Disks;
  beforeEach(() => {
    disks = new Disks(new LearnedValues(2));
  });

  const choose = (value: string): void => {
    disks.write(disks.a, accepted(4, 1, value));
    disks.write(disks.b, accepted(4, 1, value));
  };

  it('finds a value that fewer than a quorum had accepted', () => {
    disks.write(disks.a, accepted(4, 1, 'x'));
    expect(disks.write(disks.a, learned(accepted(4, 1, 'x')))).toContain('no quorum has accepted');
  });

  it('finds a value whose accepts are of two proposals', () => {
    disks.write(disks.a, accepted(4, 1, 'x'));
    disks.write(disks.b, accepted(4, 2, 'x'));
    expect(disks.write(disks.a, learned(accepted(4, 2, 'x')))).toContain('no quorum has accepted');
  });

  it('lets one be learned that a quorum accepted, under any number, by everybody', () => {
    choose('x');
    expect(disks.write(disks.a, learned(accepted(4, 1, 'x')))).toBeUndefined();
    expect(disks.write(disks.c, learned(accepted(4, 9, 'x')))).toBeUndefined();
  });

  it('finds another value learned elsewhere', () => {
    choose('x');
    disks.write(disks.a, learned(accepted(4, 1, 'x')));
    expect(disks.write(disks.c, learned(accepted(4, 1, 'y')))).toContain('was learned before');
  });

  it('takes a tombstone for any value', () => {
    choose('x');
    disks.write(disks.a, learned(accepted(4, 1, 'x')));
    expect(disks.write(disks.c, tombstone(4))).toBeUndefined();
  });

  it('finds a learned record that is overwritten', () => {
    choose('x');
    disks.write(disks.a, learned(accepted(4, 1, 'x')));
    expect(disks.write(disks.a, accepted(4, 2, 'x'))).toContain('overwrites its learned position');
  });

  it('lets a promise be written over an accept', () => {
    choose('x');
    expect(disks.write(disks.a, { ...accepted(4, 1, 'x'), promised: 3 })).toBeUndefined();
  });
});

describe('durable replies', () => {
  let checker: DurableReplies;
  let disks: Disks;
  beforeEach(() => {
    checker = new DurableReplies();
    disks = new Disks(checker);
    disks.status(disks.a, 'voting', 5);
  });

  const promise = (response: Partial<PromiseResponse>): string | undefined =>
    checker.sent(disks.a, {
      type: 'promise-response',
      message: { okay: true, proposal: 5, type: 'accept', ...response },
    });
  const ask = (proposal: number, position: number): void => {
    checker.sent(disks.b, { type: 'promise-request', message: { proposal, position } });
  };
  const write = (response: Partial<WriteResponse>): string | undefined =>
    checker.sent(disks.a, {
      type: 'write-response',
      message: { okay: true, proposal: 5, position: 4, type: 'accept', ...response },
    });

  it('finds a promise for all positions that is not on disk', () => {
    expect(promise({ proposal: 6, position: 9 })).toContain('does not know of it');
    expect(promise({ proposal: 5, position: 9 })).toBeUndefined();
  });

  it('finds a promise for one position that is not on disk', () => {
    ask(6, 4);
    ask(7, 4);
    disks.write(disks.a, promised(4, 6));
    expect(promise({ proposal: 7, position: 4 })).toContain('does not know of it');
    expect(promise({ proposal: 6, position: 4 })).toBeUndefined();
  });

  it('does not take a promise for one position for one for all', () => {
    disks.write(disks.a, promised(4, 6));
    expect(promise({ proposal: 6, position: 4 })).toContain('does not know of it');
  });

  it('lets a promise be replaced by the learned value that came in the same write', () => {
    disks.write(disks.a, learned(accepted(4, 5, 'x')));
    expect(promise({ proposal: 6, position: 4 })).toContain('does not know of it');
    expect(promise({ proposal: 6, action: accepted(4, 5, 'x') })).toBeUndefined();
    ask(6, 4);
    expect(promise({ proposal: 6, position: 4 })).toBeUndefined();
  });

  // Seed 1016 of `swarm`: later tombstones of that write had deleted the record already.
  it('lets a promise be removed by tombstones that came in the same write', () => {
    ask(6, 4);
    expect(promise({ proposal: 6, position: 4 })).toContain('does not know of it');
    disks.write(disks.a, tombstone(5));
    expect(promise({ proposal: 6, position: 4 })).toBeUndefined();
  });

  it('finds an accept that is not on disk', () => {
    expect(write({})).toContain('does not know of it');
    disks.write(disks.a, promised(4, 5));
    expect(write({})).toContain('does not know of it');
    disks.write(disks.a, accepted(4, 5, 'x'));
    expect(write({})).toBeUndefined();
    expect(write({ proposal: 6 })).toContain('does not know of it');
  });

  it.each(['empty', 'starting', 'recovering'] as const)(
    'finds an answer of a replica that is %s, but for a refusal',
    (status) => {
      disks.wipe(disks.a);
      disks.status(disks.a, status, 5);
      disks.write(disks.a, accepted(4, 5, 'x'));
      expect(promise({ position: 9 })).toContain(`a replica that is ${status}`);
      expect(write({})).toContain(`a replica that is ${status}`);
      expect(promise({ okay: false, type: 'ignored' })).toBeUndefined();
      expect(write({ okay: false, type: 'ignored' })).toBeUndefined();
    },
  );

  it('asks for nothing where nothing is promised: learned and truncated positions', () => {
    disks.write(disks.a, learned(accepted(4, 2, 'x')));
    expect(promise({ proposal: 9, action: learned(accepted(4, 2, 'x')) })).toBeUndefined();
    expect(write({ proposal: 9 })).toBeUndefined();
    disks.write(disks.a, truncation(8, 7));
    ask(9, 6);
    ask(9, 7);
    expect(promise({ proposal: 9, position: 6 })).toBeUndefined();
    expect(promise({ proposal: 9, position: 7 })).toContain('does not know of it');
    expect(write({ proposal: 9, position: 6 })).toBeUndefined();
  });
});

describe('monotone promises', () => {
  let disks: Disks;
  beforeEach(() => {
    disks = new Disks(new MonotonePromises());
  });

  it('finds a promise for all positions that goes back', () => {
    expect(disks.status(disks.a, 'voting', 5)).toBeUndefined();
    expect(disks.status(disks.a, 'voting', 6)).toBeUndefined();
    expect(disks.status(disks.a, 'voting', 5)).toContain('went back from its promise 6 to 5');
  });

  it('finds a status that goes back', () => {
    for (const status of ['empty', 'starting', 'recovering', 'voting'] as const) {
      expect(disks.status(disks.a, status)).toBeUndefined();
    }
    expect(disks.status(disks.a, 'recovering')).toContain('from voting to recovering');
  });

  it('lets both begin anew on a new disk', () => {
    disks.status(disks.a, 'voting', 5);
    disks.wipe(disks.a);
    expect(disks.status(disks.a, 'empty')).toBeUndefined();
  });

  it('finds a promise for one position that goes back', () => {
    disks.write(disks.a, promised(4, 6));
    expect(disks.write(disks.a, promised(4, 7))).toBeUndefined();
    expect(disks.write(disks.a, promised(4, 5))).toContain('for position 4 to 5');
  });

  it('finds a value that is accepted under less than was promised', () => {
    disks.write(disks.a, promised(4, 6));
    const low = { ...accepted(4, 5, 'x'), promised: 6 };
    expect(disks.write(disks.a, low)).toContain('under 5, having promised 6');
    disks.write(disks.b, promised(4, 6));
    expect(disks.write(disks.b, accepted(4, 6, 'x'))).toBeUndefined();
  });

  it('finds a value that is replaced by one of a lower proposal, or by none', () => {
    disks.write(disks.a, accepted(4, 6, 'x'));
    expect(disks.write(disks.a, { ...accepted(4, 5, 'y'), promised: 6 })).toContain('by 5');
    disks.write(disks.b, accepted(4, 6, 'x'));
    expect(disks.write(disks.b, promised(4, 7))).toContain('by nothing');
    disks.write(disks.c, accepted(4, 6, 'x'));
    expect(disks.write(disks.c, { ...accepted(4, 6, 'x'), promised: 7 })).toBeUndefined();
  });

  it('lets a learned value come under any number', () => {
    disks.write(disks.a, promised(4, 6));
    expect(disks.write(disks.a, learned(accepted(4, 2, 'x')))).toBeUndefined();
  });
});

describe('single writes', () => {
  it('finds a write beside another', () => {
    const checker = new SingleWrites();
    expect(checker.writing(new ReplicaView('a'), 0)).toBeUndefined();
    expect(checker.writing(new ReplicaView('a'), 1)).toContain('1 of its writes are under way');
  });
});

describe('acknowledged entries', () => {
  let checker: AcknowledgedEntries;
  let problem: string | undefined;
  let history: History;
  let disks: Disks;
  beforeEach(() => {
    checker = new AcknowledgedEntries();
    problem = undefined;
    history = new History((operation, phase) => {
      if (phase === 'returned') problem ??= checker.returned(operation);
    });
    disks = new Disks(checker);
  });

  const append = (value: string, position: number): void => {
    history.succeed(history.invoke('a', 'append', { value }), { position });
  };
  const read = (...entries: readonly (readonly [number, string])[]): void => {
    history.succeed(history.invoke('b', 'read'), { entries });
  };

  it('finds a read of something else', () => {
    append('x', 4);
    read([4, 'x']);
    expect(problem).toBeUndefined();
    read([4, 'y']);
    expect(problem).toContain('where "x" was before');
  });

  it('finds two reads that differ where nothing was acknowledged', () => {
    read([4, 'x']);
    read([4, 'y']);
    expect(problem).toContain('where "x" was before');
  });

  it('finds a value that is there twice', () => {
    append('x', 4);
    read([4, 'x'], [5, 'x']);
    expect(problem).toContain('it was at 4 before');
  });

  it('finds an append that failed for certain and is there', () => {
    history.fail(history.invoke('a', 'append', { value: 'x' }), 'failed');
    read([4, 'x']);
    expect(problem).toContain('failed for certain');
  });

  it('finds an append that was there and fails for certain', () => {
    const operation = history.invoke('a', 'append', { value: 'x' });
    read([4, 'x']);
    history.fail(operation, 'failed');
    expect(problem).toContain('failed for certain and is at position 4');
  });

  it('lets one be there whose outcome is unknown', () => {
    history.fail(history.invoke('a', 'append', { value: 'x' }), 'unknown');
    read([4, 'x']);
    expect(problem).toBeUndefined();
  });

  it('finds a position that is lower than one returned before', () => {
    append('x', 4);
    append('y', 3);
    expect(problem).toContain('began after position 4 was returned got position 3');
  });

  it('lets appends that overlap get positions in any order', () => {
    const early = history.invoke('a', 'append', { value: 'x' });
    append('y', 4);
    history.succeed(early, { position: 3 });
    expect(problem).toBeUndefined();
  });

  it('finds what is missing in the end, unless it was truncated, or is the last', () => {
    append('x', 4);
    append('y', 5);
    expect(checker.finished([disks.a])).toContain('where a has nothing learned');
    disks.write(disks.a, accepted(4, 1, 'x'));
    expect(checker.finished([disks.a])).toContain('where a has nothing learned');
    disks.write(disks.a, learned(accepted(4, 1, 'x')));
    expect(checker.finished([disks.a])).toBeUndefined();
    disks.write(disks.b, truncation(6, 5));
    expect(checker.finished([disks.b])).toBeUndefined();
  });

  it('finds what else is there in the end', () => {
    append('x', 4);
    disks.write(disks.a, learned(accepted(4, 1, 'y')));
    expect(checker.finished([disks.a])).toContain('where "x" was before');
  });
});

describe('asked truncations', () => {
  it('finds a truncation to a position that no client named', () => {
    const checker = new AskedTruncations();
    const disks = new Disks(checker);
    const history = new History((operation, phase) => {
      if (phase === 'invoked') checker.invoked(operation);
    });
    history.invoke('a', 'truncate', { to: 3 });
    expect(disks.write(disks.a, truncation(5, 3))).toBeUndefined();
    expect(disks.write(disks.a, truncation(5, 4))).toContain('a truncation to 4 at position 5');
  });
});

describe('true diagnoses', () => {
  const says = (diagnosis: RecoveryWaiting['diagnosis'], ...voting: readonly ('a' | 'b')[]) => {
    const checker = new TrueDiagnoses(2);
    const disks = new Disks(checker);
    for (const name of voting) disks.status(disks[name], 'voting');
    const counts = { empty: 0, starting: 0, recovering: 0, voting: 0 };
    const size = { members: 3, quorum: 2, clusterSize: 3 };
    return checker.waits(
      { type: 'recovery-waiting', diagnosis, status: 'empty', counts, unanswered: [], ...size },
      disks.all,
    );
  };

  it.each(['quorum-lost', 'initialisation-stuck', 'initialised-before'] as const)(
    'finds "%s" said of a group of which a quorum votes',
    (diagnosis) => {
      expect(says(diagnosis, 'a', 'b')).toContain('while a, b vote');
      expect(says(diagnosis, 'a')).toBeUndefined();
    },
  );

  it('lets a replica wait for others, whoever votes', () => {
    expect(says('waiting-for-replicas', 'a', 'b')).toBeUndefined();
  });
});

describe('asked appends', () => {
  it('finds an entry that nobody asked for, and no other', () => {
    const checker = new AskedAppends();
    const disks = new Disks(checker);
    const history = new History((operation, phase) => {
      if (phase === 'invoked') checker.invoked(operation);
    });
    history.invoke('a', 'append', { value: 'x' });
    expect(disks.write(disks.a, accepted(5, 1, 'x'))).toBeUndefined();
    expect(disks.write(disks.b, accepted(5, 1, 'y'))).toContain('"append y" at position 5');
  });
});

describe('elected reads', () => {
  const read = (isAfterElection: boolean, code: string): string | undefined => {
    const history = new History();
    const operation = history.invoke('a', 'read', { isAfterElection });
    history.fail(operation, 'unknown', code);
    return new ElectedReads().returned(operation);
  };

  it.each(['READ_MISSING', 'READ_PENDING', 'READ_PAST_END'])(
    'finds a read behind an election that fails with %s, and no other read',
    (code) => {
      expect(read(true, code)).toContain(code);
      expect(read(false, code)).toBeUndefined();
    },
  );

  it.each(['READ_TRUNCATED', 'STORAGE_FAILED', 'FUTURE_TIMEOUT'])(
    'lets such a read fail with %s',
    (code) => {
      expect(read(true, code)).toBeUndefined();
    },
  );
});

describe('equal logs', () => {
  let disks: Disks;
  let checker: EqualLogs;
  beforeEach(() => {
    checker = new EqualLogs();
    disks = new Disks(checker);
    for (const view of disks.all) {
      for (const position of [1, 2, 3]) {
        disks.write(view, learned(accepted(position, 1, `${position}`)));
      }
      view.apply({ key: '0000000002', value: undefined });
      disks.write(view, truncation(4, 2));
    }
  });

  it('is silent about equal logs', () => {
    expect(checker.finished(disks.all)).toBeUndefined();
  });

  it('finds another value', () => {
    disks.write(disks.b, learned(accepted(3, 1, 'x')));
    expect(checker.finished(disks.all)).toContain('position 3: a has append 3, b has append x');
  });

  it('finds a hole, and a value that is not learned', () => {
    disks.b.apply({ key: '0000000004', value: undefined });
    expect(checker.finished(disks.all)).toContain('b has nothing learned');
    disks.write(disks.b, accepted(3, 1, '3'));
    expect(checker.finished(disks.all)).toContain('b has nothing learned');
  });

  it('leaves out what one has truncated, and the last position', () => {
    disks.write(disks.a, learned(accepted(5, 1, '5')));
    disks.write(disks.b, accepted(5, 1, '5'));
    disks.write(disks.c, truncation(5, 4));
    disks.b.apply({ key: '0000000004', value: undefined });
    expect(checker.finished(disks.all)).toBeUndefined();
  });
});

describe('complete-catch-up', () => {
  let disks: Disks;
  let checker: CompleteCatchUp;
  beforeEach(() => {
    checker = new CompleteCatchUp();
    disks = new Disks(checker);
    for (const view of disks.all) disks.status(view, 'voting');
    for (const position of [1, 2, 3]) {
      disks.write(disks.a, learned(accepted(position, 1, `${position}`)));
    }
    disks.write(disks.a, truncation(4, 2));
    disks.wipe(disks.c);
    checker.sent(disks.c, RECOVER_REQUEST);
    disks.status(disks.c, 'recovering');
  });

  it('finds a position without a record behind a truncation', () => {
    disks.write(disks.c, learned(accepted(2, 1, '2')));
    disks.write(disks.c, truncation(4, 2));
    expect(disks.status(disks.c, 'voting')).toContain('c votes and has not learned position 3');
  });

  it('finds a position that is accepted only', () => {
    disks.write(disks.c, learned(accepted(2, 1, '2')));
    disks.write(disks.c, accepted(3, 1, '3'));
    disks.write(disks.c, truncation(4, 2));
    expect(disks.status(disks.c, 'voting')).toContain('c votes and has not learned position 3');
  });

  it('demands neither what is truncated nor what was learned after it had asked', () => {
    for (const position of [2, 3]) {
      disks.write(disks.c, learned(accepted(position, 1, `${position}`)));
    }
    disks.write(disks.c, truncation(4, 2));
    disks.write(disks.a, learned(accepted(5, 1, '5')));
    checker.sent(disks.c, RECOVER_REQUEST);
    expect(disks.status(disks.c, 'voting')).toBeUndefined();
  });
});
