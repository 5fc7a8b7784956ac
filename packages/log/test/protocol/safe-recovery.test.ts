import { describe, expect, test } from '@jest/globals';
import type { KnownIncarnation, RecoverResponse, WriteResponse } from '@quorate/messages';
import { AnnounceTally } from '../../src/protocol/announce.ts';
import type { Incarnation } from '../../src/protocol/incarnations.ts';
import { ExplicitPromiseTally, ImplicitPromiseTally } from '../../src/protocol/promise-phase.ts';
import { METADATA_INITIAL } from '../../src/protocol/restore.ts';
import { RecoverTally } from '../../src/protocol/recover.ts';
import { ReserveTally } from '../../src/protocol/reserve.ts';
import { toPosition, toProposal } from '../../src/protocol/types.ts';
import { WriteTally } from '../../src/protocol/write-phase.ts';
import { AcceptorHarness } from '../support/acceptor-harness.ts';

const MEMBERS = ['a', 'b', 'c'];
const GROUP = { quorum: 2, members: 3 };
const PROPOSAL = toProposal(4);
const POSITION = toPosition(9);
const WAITING = { type: 'waiting' };

/** The safe recovery fields of an answer: of a member by its name, in its first life. */
const life = (replicaId: string, incarnation = 1, known: readonly KnownIncarnation[] = []) => ({
  replicaId,
  incarnation,
  ...(known.length > 0 && { known }),
});

const invalid = (text: RegExp): object => ({
  code: 'PEER_ANSWER_INVALID',
  text: expect.stringMatching(text),
});

const accepted = (fields: Partial<WriteResponse>): WriteResponse => ({
  okay: true,
  proposal: PROPOSAL,
  position: POSITION,
  type: 'accept',
  ...fields,
});

function writeTally(): WriteTally {
  return new WriteTally(2, MEMBERS, { proposal: PROPOSAL, position: POSITION }, 'safe');
}

describe('with safe recovery a write', () => {
  test('is accepted by a quorum of lives that go on', () => {
    const tally = writeTally();
    expect(tally.onResponse('a', accepted(life('a')))).toEqual(WAITING);
    expect(tally.onResponse('b', accepted(life('b')))).toEqual({
      type: 'decided',
      outcome: { type: 'accepted' },
    });
  });

  test('does not count the answer of a life that a later answer knows to have ended', () => {
    const tally = writeTally();
    tally.onResponse('a', accepted(life('a')));
    const known = [{ replicaId: 'a', incarnation: 2 }];
    expect(tally.onResponse('b', accepted(life('b', 1, known)))).toEqual(WAITING);
    expect(tally.onResponse('c', accepted(life('c')))).toMatchObject({
      outcome: { type: 'accepted' },
    });
  });

  test('does not count the answer of a life that an earlier answer knows to have ended', () => {
    const tally = writeTally();
    tally.onResponse('b', accepted(life('b', 1, [{ replicaId: 'a', incarnation: 2 }])));
    expect(tally.onResponse('a', accepted(life('a')))).toEqual(WAITING);
  });

  test('ends when those that are left can make no quorum', () => {
    const tally = writeTally();
    const known = [{ replicaId: 'a', incarnation: 2 }];
    tally.onResponse('a', accepted(life('a')));
    tally.onLost('c');
    expect(tally.onResponse('b', accepted(life('b', 1, known)))).toEqual({
      type: 'decided',
      outcome: { type: 'ignored' },
    });
  });

  test('counts a replica once, whoever answers as it', () => {
    const tally = writeTally();
    tally.onResponse('a', accepted(life('a')));
    expect(tally.onResponse('b', accepted(life('a')))).toMatchObject({
      type: 'malformed',
      problem: {
        code: 'PEER_IDENTITY_TWICE',
        text: expect.stringContaining('answered as a, as a has done'),
      },
      next: WAITING,
    });
  });

  test.each([{}, { replicaId: 'b' }, { incarnation: 1 }])(
    'does not count an answer that does not say whose it is: %j',
    (fields) => {
      const tally = writeTally();
      tally.onResponse('a', accepted(life('a')));
      for (const type of ['accept', 'reject'] as const) {
        const again = writeTally();
        again.onResponse('a', accepted(life('a')));
        expect(again.onResponse('b', accepted({ ...fields, type }))).toMatchObject({
          type: 'malformed',
          problem: { code: 'PEER_NOT_SAFE' },
          next: WAITING,
        });
      }
    },
  );
});

describe('with safe recovery a promise', () => {
  test('for all positions does not count a life that has ended', () => {
    const tally = new ImplicitPromiseTally(2, MEMBERS, PROPOSAL, 'safe');
    const answer = { okay: true, proposal: PROPOSAL, position: 3, type: 'accept' } as const;
    tally.onResponse('a', { ...answer, ...life('a') });
    const known = [{ replicaId: 'a', incarnation: 2 }];
    expect(tally.onResponse('b', { ...answer, ...life('b', 1, known) })).toEqual(WAITING);
  });

  test('for one position does not count a life that has ended', () => {
    const tally = new ExplicitPromiseTally(2, MEMBERS, PROPOSAL, POSITION, 'safe');
    const answer = { okay: true, proposal: PROPOSAL, position: 9, type: 'accept' } as const;
    tally.onResponse('a', { ...answer, ...life('a') });
    const known = [{ replicaId: 'a', incarnation: 2 }];
    expect(tally.onResponse('b', { ...answer, ...life('b', 1, known) })).toEqual(WAITING);
  });
});

const SELF: Incarnation = { replicaId: 'c', incarnation: 2, startCounter: 3, startToken: 'x' };

const voting = (replicaId: string, more: Partial<RecoverResponse> = {}): RecoverResponse => ({
  ...life(replicaId, 1, [SELF]),
  status: 'voting',
  begin: 1,
  end: 5,
  promised: 7,
  ...more,
});

describe('with safe recovery a replica that lost its disk', () => {
  function tally(): RecoverTally {
    const group = { quorum: 2, clusterSize: 3 };
    return new RecoverTally(MEMBERS, {
      ...group,
      status: 'empty',
      autoInitialize: false,
      self: SELF,
    });
  }

  test('takes over the highest promise and all lives of a quorum that has recorded its own', () => {
    const recover = tally();
    recover.onResponse('a', voting('a'));
    const known = [SELF, { replicaId: 'd', incarnation: 4 }];
    const step = recover.onResponse('b', voting('b', { begin: 0, end: 8, promised: 9, known }));
    expect(step).toEqual({
      type: 'decided',
      outcome: { type: 'recovering', begin: 0, end: 8, adopted: { promised: 9, known } },
    });
  });

  test.each([
    ['has not recorded the announcement', { known: [] }, invalid(/has not recorded/)],
    [
      'has recorded an earlier start',
      { known: [{ ...SELF, startCounter: 2 }] },
      invalid(/not recorded/),
    ],
    ['does not say what it has promised', { promised: undefined }, invalid(/has promised/)],
    ['does not say which life it is in', { incarnation: undefined }, { code: 'PEER_NOT_SAFE' }],
    ['does not say who it is', { replicaId: undefined }, { code: 'PEER_NOT_SAFE' }],
  ])('does not count one that %s', (_, fields, problem) => {
    const recover = tally();
    recover.onResponse('a', voting('a'));
    const step = recover.onResponse('b', voting('b', fields as Partial<RecoverResponse>));
    expect(step).toMatchObject({ type: 'malformed', problem });
  });

  test('does not count the vote of a life that has ended', () => {
    const recover = tally();
    recover.onResponse('a', voting('a'));
    const known = [SELF, { replicaId: 'a', incarnation: 2 }];
    expect(recover.onResponse('b', voting('b', { known }))).toEqual(WAITING);
  });

  test('is refused when one knows a later life of it', () => {
    const later = { ...SELF, incarnation: 3 };
    expect(tally().onResponse('a', voting('a', { known: [later] }))).toEqual({
      type: 'decided',
      outcome: { type: 'outdated', known: later },
    });
  });
});

describe('with safe recovery a start', () => {
  const answer = (replicaId: string, known: readonly KnownIncarnation[]): RecoverResponse => ({
    status: 'recovering',
    ...life(replicaId, 1, known),
  });

  test('is announced once a quorum has recorded it', () => {
    const tally = new AnnounceTally(GROUP, MEMBERS, SELF);
    expect(tally.onResponse('a', answer('a', []))).toEqual(WAITING);
    expect(tally.onResponse('b', answer('b', [SELF]))).toEqual(WAITING);
    expect(tally.onResponse('c', answer('c', [SELF]))).toMatchObject({
      outcome: { type: 'announced' },
    });
  });

  test.each([
    ['a later life', { ...SELF, incarnation: 3, startCounter: 1 }],
    ['a later start', { ...SELF, startCounter: 4 }],
    ['another start that counts the same', { ...SELF, startToken: 'y' }],
  ])('is refused when one knows %s', (_, known) => {
    const tally = new AnnounceTally(GROUP, MEMBERS, SELF);
    expect(tally.onResponse('a', answer('a', [known]))).toMatchObject({
      outcome: { type: 'outdated' },
    });
  });
});

describe('with safe recovery the number of a life', () => {
  const mine = { replicaId: 'c', incarnation: 2, token: 'mine' };
  const answer = (replicaId: string, entry?: Partial<KnownIncarnation>): RecoverResponse => ({
    status: 'voting',
    ...life(replicaId, 1, entry ? [{ replicaId: 'c', incarnation: 1, ...entry }] : []),
  });

  test('is reserved once enough others have written it down for this disk', () => {
    const tally = new ReserveTally(GROUP, MEMBERS, mine, 2);
    const written = { reserved: 2, reservedBy: 'mine' };
    expect(tally.onResponse('c', answer('c', written))).toEqual(WAITING);
    expect(tally.onResponse('a', answer('a', written))).toEqual(WAITING);
    expect(tally.onResponse('b', answer('b', written))).toEqual({
      type: 'decided',
      outcome: { type: 'reserved' },
    });
  });

  test.each([
    ['another disk has asked for it', { reserved: 2, reservedBy: 'other' }, 2],
    ['another disk has asked for a higher one', { reserved: 5, reservedBy: 'other' }, 5],
    ['it has begun', { incarnation: 2, reserved: 2, reservedBy: 'mine' }, 2],
    ['a higher one has begun', { incarnation: 4 }, 4],
  ])('is taken when %s', (_, entry, highest) => {
    const tally = new ReserveTally(GROUP, MEMBERS, mine, 2);
    expect(tally.onResponse('a', answer('a', entry))).toEqual({
      type: 'decided',
      outcome: { type: 'taken', highest },
    });
  });

  test('is written down for the disk that asked first', () => {
    const peer = new AcceptorHarness({ status: 'voting', promised: 0 }, [], { replicaId: 'a' });
    const ask = (reserve: number, reserveBy: string): KnownIncarnation | undefined => {
      const request = { replicaId: 'c', reserve, reserveBy };
      const response = peer.serve({ type: 'recover', request }).at(-1);
      if (response?.type !== 'recover-response') throw new Error('no answer');
      return response.response.known?.find(({ replicaId }) => replicaId === 'c');
    };
    expect(ask(1, 'first')).toMatchObject({ reserved: 1, reservedBy: 'first' });
    expect(ask(1, 'second')).toMatchObject({ reserved: 1, reservedBy: 'first' });
    expect(ask(2, 'second')).toMatchObject({ reserved: 2, reservedBy: 'second' });
    expect(peer.metadata.known).toEqual([
      { replicaId: 'c', incarnation: 0, reserved: 2, reservedBy: 'second' },
    ]);
  });
});

describe('with safe recovery an acceptor', () => {
  const known = [{ replicaId: 'b', incarnation: 2 }];
  const metadata = {
    status: 'voting',
    promised: 3,
    replicaId: 'a',
    incarnation: 1,
    known,
  } as const;

  test('does not vote before its start was announced, and tells by its bounds that it will', () => {
    const replica = new AcceptorHarness(metadata, [], { replicaId: 'a' });
    const refused = { response: { type: 'ignored' } };
    expect(replica.promise({ proposal: 5 })).toMatchObject([refused]);
    expect(replica.promise({ proposal: 5, position: 1 })).toMatchObject([refused]);
    const write = { proposal: 5, position: 1, type: 'nop', nop: {} } as const;
    expect(replica.write(write)).toMatchObject([refused]);
    expect(replica.serve({ type: 'recover' })).toEqual([
      {
        type: 'recover-response',
        response: {
          status: 'recovering',
          ...{ begin: 0, end: 0 },
          ...life('a', 1, [{ replicaId: 'a', incarnation: 1, startToken: '' }, ...known]),
        },
      },
    ]);
    replica.serve({ type: 'announced' });
    expect(replica.promise({ proposal: 5 }).at(-1)).toMatchObject({
      response: { type: 'accept', ...life('a', 1, known) },
    });
  });

  test('records a life before it answers, and answers as of that write', () => {
    const replica = new AcceptorHarness(metadata, [], { replicaId: 'a' });
    replica.serve({ type: 'announced' });
    const effects = replica.serve({ type: 'recover', request: SELF });
    expect(effects.map(({ type }) => type)).toEqual(['persist-metadata', 'recover-response']);
    expect(effects.at(-1)).toMatchObject({ response: { status: 'voting', promised: 3 } });
    expect(replica.metadata.known).toEqual([...known, SELF]);
    // An earlier start that arrives late changes nothing.
    const late = { ...SELF, startCounter: 2, startToken: 'w' };
    const again = replica.serve({ type: 'recover', request: late });
    expect(again.map(({ type }) => type)).toEqual(['recover-response']);
    expect(replica.metadata.known).toEqual([...known, SELF]);
  });

  test.each([
    ['a life', SELF],
    ['a wish for one', { replicaId: SELF.replicaId, reserve: 9, reserveBy: 'token' }],
  ])('takes no notice of %s of a replica of another cluster', (_what, request) => {
    const group = { quorum: 2, members: 3, clusterId: 'east' };
    const replica = new AcceptorHarness(metadata, [], { replicaId: 'a', group });
    const types = (clusterId: string): readonly string[] =>
      replica
        .serve({ type: 'recover', request: { ...request, clusterId } })
        .map(({ type }) => type);
    expect(types('west')).toEqual(['recover-response']);
    expect(replica.metadata.known).toEqual(known);
    expect(types('east')).toEqual(['persist-metadata', 'recover-response']);
  });

  test('signs with its own name, whoever else has the same to say', () => {
    const replicas = ['a', 'b'].map(
      (id) => new AcceptorHarness(METADATA_INITIAL, [], { replicaId: id }),
    );
    for (const id of ['a', 'b', 'a']) {
      const replica = replicas[id === 'a' ? 0 : 1];
      const response = { status: 'empty', replicaId: id };
      expect(replica?.serve({ type: 'recover' })).toEqual([{ type: 'recover-response', response }]);
    }
  });
});
