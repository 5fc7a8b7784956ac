// Random requests against the acceptor's invariants, and restarts that must change nothing.
import { expect, test } from '@jest/globals';
import type { Action, WriteRequest } from '@quorate/messages';
import fc from 'fast-check';
import type { AcceptorEffect } from '../../src/protocol/acceptor-effect.ts';
import type { AcceptorInput } from '../../src/protocol/acceptor-input.ts';
import { beginAfter } from '../../src/protocol/truncation.ts';
import { AcceptorHarness, bytes, summary } from '../support/acceptor-harness.ts';

const POSITION_LIMIT = 12;
const position = fc.nat({ max: POSITION_LIMIT });
const proposal = fc.nat({ max: 8 });
const type = fc.constantFrom('nop' as const, 'append' as const, 'truncate' as const);

/** A payload, sometimes missing, which no honest peer sends. */
function payload(
  name: 'nop' | 'append' | 'truncate',
  to: number,
  present: boolean,
): Partial<Action> {
  if (!present) return {};
  if (name === 'nop') return { nop: {} };
  return name === 'append' ? { append: { bytes: bytes(`v${to}`) } } : { truncate: { to } };
}

const value = fc
  .record({
    type,
    to: fc.nat({ max: POSITION_LIMIT + 3 }),
    present: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ type: name, to, present }) => ({ type: name, ...payload(name, to, present > 0) }));

const promise = fc
  .record({ proposal, position: fc.option(position, { nil: undefined }) })
  .map(({ proposal: number, position: at }): AcceptorInput => {
    const request = at === undefined ? { proposal: number } : { proposal: number, position: at };
    return { type: 'promise', request };
  });

const write = fc
  .record({
    proposal,
    position,
    value,
    learned: fc.constantFrom(undefined, undefined, true, false),
  })
  .map(({ value: content, learned, ...rest }): AcceptorInput => {
    const request: WriteRequest = {
      ...rest,
      ...content,
      ...(learned !== undefined && { learned }),
    };
    return { type: 'write', request };
  });

const learned = fc
  .record({ position, performed: proposal, value, kind: fc.integer({ min: 0, max: 9 }) })
  .map(({ position: at, performed, value: content, kind }): AcceptorInput => {
    const base = { position: at, promised: performed, performed, learned: kind !== 0 };
    if (kind === 1) return { type: 'learned', action: base };
    if (kind === 2) {
      return { type: 'learned', action: { ...base, type: 'nop', nop: { tombstone: true } } };
    }
    return { type: 'learned', action: { ...base, ...content } };
  });

const status = fc
  .constantFrom('starting' as const, 'recovering' as const, 'voting' as const)
  .map((next): AcceptorInput => ({ type: 'update-status', status: next }));

const input = fc.oneof(
  { weight: 3, arbitrary: promise },
  { weight: 5, arbitrary: write },
  { weight: 4, arbitrary: learned },
  { weight: 1, arbitrary: status },
  { weight: 1, arbitrary: fc.constant<AcceptorInput>({ type: 'recover' }) },
);

test('any sequence of requests keeps the invariants, and a restart anywhere changes nothing', () => {
  fc.assert(
    fc.property(fc.array(input, { maxLength: 40 }), fc.boolean(), (inputs, startsVoting) => {
      const replica = startsVoting ? AcceptorHarness.voting() : new AcceptorHarness();
      for (const next of inputs) serveChecked(replica, next);
    }),
    { numRuns: 600 },
  );
});

function serveChecked(replica: AcceptorHarness, next: AcceptorInput): void {
  const { metadata, begin, end } = replica.state;
  const before = new Map(replica.records);
  const effects = replica.serve(next);
  const rule = (holds: boolean, name: string): void => {
    if (!holds)
      throw new Error(`${name}: ${JSON.stringify({ next, effects, before: [...before] })}`);
  };
  const { state } = replica;

  rule(state.metadata.promised >= metadata.promised, 'the implicit promise never decreases');
  rule(state.begin >= begin && state.end >= end, 'begin and end never decrease');
  rule(state.begin <= state.end + 1, 'the log is not negative');
  rule(respondsLast(effects), 'what is persisted comes before the response');
  rule(metadata.status === 'voting' || !accepts(effects), 'only a voting replica accepts');
  for (const effect of effects) {
    if (effect.type !== 'persist-action') continue;
    const old = before.get(effect.action.position);
    rule(effect.action.position >= begin, 'a truncated record never comes back');
    rule(isAllowed(old, effect.action, next), 'a record is only replaced by the rules');
  }
  for (let at = 0; at <= POSITION_LIMIT + 3; at++) {
    const record = replica.records.get(at);
    const inLog = at >= state.begin && at <= state.end;
    rule(state.holes.contains(at) === (inLog && !record), `hole at ${at}`);
    const accepted = inLog && record !== undefined && record.learned !== true;
    rule(state.unlearned.contains(at) === accepted, `unlearned at ${at}`);
  }
  // The witness of the begin is on disk, and so is everything else a restart needs.
  expect(summary(replica.restored())).toEqual(summary(state));
}

function respondsLast(effects: readonly AcceptorEffect[]): boolean {
  const response = effects.findIndex((effect) => effect.type.endsWith('-response'));
  return response === -1 || response === effects.length - 1;
}

function accepts(effects: readonly AcceptorEffect[]): boolean {
  return effects.some(
    (effect) => 'response' in effect && 'okay' in effect.response && effect.response.okay,
  );
}

function valueOf({ type: name, nop, append, truncate }: Action): string {
  return JSON.stringify([name, nop?.tombstone ?? false, append && [...append.bytes], truncate?.to]);
}

function isAllowed(old: Action | undefined, written: Action, next: AcceptorInput): boolean {
  if (old?.learned === true) {
    const immutable = valueOf(old) === valueOf(written) && written.learned === true;
    return immutable ? written.promised >= old.promised : beginAfter(written) > 0;
  }
  // A chosen value overrides every promise; all else respects it.
  if (next.type === 'learned') return written.learned === true;
  const promisedBefore = Math.max(old?.promised ?? 0, old?.performed ?? 0);
  if (written.promised < promisedBefore) return false;
  return (written.performed ?? 0) <= written.promised;
}
