import type {
  Action,
  Metadata,
  PromiseRequest,
  PromiseResponse,
  RecoverRequest,
  RecoverResponse,
  ReplicaStatus,
  WriteRequest,
  WriteResponse,
} from '@quorate/messages';
import {
  joinGroup,
  merged,
  onIdentify,
  recordIncarnation,
  signed,
} from './acceptor-incarnation.ts';
import { applyRecord, hasRecord, isLearned, isVoting } from './acceptor-state.ts';
import type { AcceptorState } from './acceptor-state.ts';
import type { GroupClaim } from './group.ts';
import type { Adopted, Incarnation } from './incarnations.ts';
import { PROPOSAL_JUMP_MAX } from './proposal-jump.ts';
import { mayBecome } from './replica-status.ts';
import { beginAfter, deletableBelow } from './truncation.ts';

/** What a replica is asked or told. */
export type AcceptorInput =
  | { readonly type: 'promise'; readonly request: PromiseRequest }
  | { readonly type: 'write'; readonly request: WriteRequest }
  | { readonly type: 'learned'; readonly action: Action }
  | { readonly type: 'recover'; readonly request?: RecoverRequest }
  | {
      readonly type: 'update-status';
      readonly status: ReplicaStatus;
      /** With safe recovery: what a quorum remembers that this replica has forgotten. */
      readonly adopted?: Adopted;
    }
  /** With safe recovery: which life this is, and which start in it. */
  | { readonly type: 'identify'; readonly self: Incarnation }
  /** With safe recovery: a quorum has recorded this start. */
  | { readonly type: 'announced' }
  /** With safe recovery: the members of the group have changed. */
  | { readonly type: 'regroup'; readonly group: GroupClaim };

/**
 * What the driver must do about it. What is to be persisted comes first, and must be durable
 * before a response leaves: an accept that a crash can take back is no accept.
 */
export type AcceptorEffect =
  | { readonly type: 'persist-metadata'; readonly metadata: Metadata }
  /** Write down, apart from the records, that the replica is a voting member of a named group. */
  | { readonly type: 'persist-membership'; readonly memberOf: string }
  | { readonly type: 'persist-action'; readonly action: Action }
  /** Delete the records below `to`, in the write that persists the action before. */
  | { readonly type: 'truncate'; readonly to: number }
  | { readonly type: 'promise-response'; readonly response: PromiseResponse }
  | { readonly type: 'write-response'; readonly response: WriteResponse }
  | { readonly type: 'recover-response'; readonly response: RecoverResponse }
  /** Nothing is done and nobody is answered. */
  | { readonly type: 'dropped'; readonly reason: DropReason };

export type DropReason =
  | 'truncated' // about a position below the begin of the log
  | 'already-learned' // the position's value is known, and never changes: nothing to do
  | 'not-marked-learned' // a learned message whose action is not marked so
  | 'no-value' // the action declares a type without its payload, or was never performed
  | 'mark-unmatched' // a mark without a value, and the value held here is of another proposal
  | 'record-unavailable' // the record could not be read
  | 'proposal-jump' // with safe recovery: a number so high that it would use up those below it
  | 'status-transition'; // the replica's life does not go this way

/** The records that `step` may ask for; at least the one that `recordNeeded` names. */
export interface Records {
  get(position: number): Action | undefined;
}

const NO_EFFECTS: readonly AcceptorEffect[] = [];

/**
 * The position whose record `step` must be given to serve `input`, if any.
 *
 * None for a write behind the end of the log, and none for the learned message that follows it:
 * the path of every append reads nothing.
 */
export function recordNeeded(state: AcceptorState, input: AcceptorInput): number | undefined {
  switch (input.type) {
    case 'promise':
    case 'write': {
      const { position } = input.request;
      if (position === undefined || !isVoting(state)) return undefined;
      return hasRecord(state, position) ? position : undefined;
    }
    case 'learned': {
      const { position, type } = input.action;
      return type === undefined && state.unlearned.contains(position) ? position : undefined;
    }
    case 'recover':
    case 'update-status':
    case 'identify':
    case 'announced':
    case 'regroup':
      return undefined;
  }
}

/**
 * Serves one request by the rules of Paxos, as Mesos' replica does (src/log/replica.cpp).
 *
 * Changes `state` as if what is to be persisted already were: the driver keeps every response
 * back until it is, and throws the state away if it cannot be.
 */
export function step(
  state: AcceptorState,
  input: AcceptorInput,
  records: Records,
): readonly AcceptorEffect[] {
  const effects = serve(state, input, records);
  return state.safe ? effects.map((effect) => signed(state, effect)) : effects;
}

function serve(
  state: AcceptorState,
  input: AcceptorInput,
  records: Records,
): readonly AcceptorEffect[] {
  switch (input.type) {
    case 'promise':
      return input.request.position === undefined
        ? onImplicitPromise(state, input.request.proposal)
        : onExplicitPromise(state, input.request.proposal, input.request.position, records);
    case 'write':
      return onWrite(state, input.request, records);
    case 'learned':
      return onLearned(state, input.action, records);
    case 'recover':
      return onRecover(state, input.request ?? {});
    case 'update-status':
      return onUpdateStatus(state, input.status, input.adopted);
    case 'identify':
      return onIdentify(state, input.self);
    case 'announced':
      if (!state.safe) return NO_EFFECTS;
      state.safe.isAnnounced = true;
      return isVoting(state) ? joinGroup(state) : NO_EFFECTS;
    case 'regroup':
      if (state.safe) state.safe.group = input.group;
      return NO_EFFECTS;
  }
}

// ------------------------------------------------------------------------- promises

/** A promise for every position this replica has no record of. */
function onImplicitPromise(state: AcceptorState, proposal: number): readonly AcceptorEffect[] {
  const { metadata } = state;
  if (!isVoting(state)) return respondToPromise(ignoredPromise(proposal));
  // The same number twice is refused too: two coordinators may have chosen it independently, and
  // one number must not be promised to both.
  if (proposal <= metadata.promised) return respondToPromise(rejectedPromise(metadata.promised));
  if (isJump(state, proposal)) return dropped('proposal-jump');
  state.metadata = { ...metadata, promised: proposal };
  return [
    { type: 'persist-metadata', metadata: state.metadata },
    {
      type: 'promise-response',
      // The proposer fills all up to the highest end of a quorum, and writes on behind it.
      response: { okay: true, proposal, position: state.end, type: 'accept' },
    },
  ];
}

/** A promise for one position, by a proposer that wants to learn or fill it. */
function onExplicitPromise(
  state: AcceptorState,
  proposal: number,
  position: number,
  records: Records,
): readonly AcceptorEffect[] {
  if (!isVoting(state)) return respondToPromise(ignoredPromise(proposal));
  if (position < state.begin) return respondToPromise(tombstone(state, proposal, position));
  if (!hasRecord(state, position)) return promiseHole(state, proposal, position);

  const record = records.get(position);
  if (!record) return dropped('record-unavailable');
  // The position's own promise counts, not the implicit one: whoever holds that one fills what
  // has a record by explicit promises, too.
  const promised = promisedAt(record);
  if (proposal <= promised) return respondToPromise(rejectedPromise(promised));
  if (isJump(state, proposal, promised)) return dropped('proposal-jump');
  return [
    ...persist(state, { ...record, promised: proposal }),
    {
      type: 'promise-response',
      // As it was before: the proposer must see what was accepted under which number.
      response: { okay: true, proposal, action: record, type: 'accept' },
    },
  ];
}

/** The first promise of a position is recorded there, and from then on its own counts. */
function promiseHole(
  state: AcceptorState,
  proposal: number,
  position: number,
): readonly AcceptorEffect[] {
  // The implicit promise covers this position: without the comparison this replica would accept
  // for two proposers, and each of them might find a quorum.
  const { promised } = state.metadata;
  if (proposal <= promised) return respondToPromise(rejectedPromise(promised));
  if (isJump(state, proposal)) return dropped('proposal-jump');
  return [
    ...persist(state, { position, promised: proposal }),
    { type: 'promise-response', response: { okay: true, proposal, position, type: 'accept' } },
  ];
}

/**
 * The answer for a truncated position: whatever it held, nobody will ask for it again. It is
 * marked as learned, or the proposer would go on to a write that this replica ignores, and would
 * never end. No number is compared, as nothing is promised.
 */
function tombstone(state: AcceptorState, proposal: number, position: number): PromiseResponse {
  const { promised } = state.metadata;
  const action: Action = {
    position,
    promised,
    performed: promised,
    learned: true,
    type: 'nop',
    nop: { tombstone: true },
  };
  return { okay: true, proposal, action, type: 'accept' };
}

function ignoredPromise(proposal: number): PromiseResponse {
  // `okay` is what peers before Mesos 0.26 look at; to them this is a rejection.
  return { okay: false, proposal, type: 'ignored' };
}

function rejectedPromise(promised: number): PromiseResponse {
  return { okay: false, proposal: promised, type: 'reject' };
}

function respondToPromise(response: PromiseResponse): readonly AcceptorEffect[] {
  return [{ type: 'promise-response', response }];
}

// --------------------------------------------------------------------------- writes

function onWrite(
  state: AcceptorState,
  request: WriteRequest,
  records: Records,
): readonly AcceptorEffect[] {
  const { proposal, position } = request;
  if (!isVoting(state)) {
    return respondToWrite({ okay: false, proposal, position, type: 'ignored' });
  }
  // No answer: the proposer finds out by an explicit promise, which gives it a tombstone.
  if (position < state.begin) return dropped('truncated');
  if (hasRecord(state, position)) {
    const record = records.get(position);
    return record ? overwrite(state, request, record) : dropped('record-unavailable');
  }
  const { promised } = state.metadata;
  if (proposal < promised) return rejectWrite(promised, position);
  return accept(state, request, promised, undefined);
}

function overwrite(
  state: AcceptorState,
  request: WriteRequest,
  record: Action,
): readonly AcceptorEffect[] {
  const promised = promisedAt(record);
  if (request.proposal < promised) return rejectWrite(promised, request.position);
  // The learned message may have overtaken this write (MESOS-1271), or another proposer may have
  // finished the position.
  if (isLearned(state, record.position)) return writeLearned(request, record);
  return accept(state, request, promised, record);
}

/**
 * What was chosen is chosen under every later number: the proposer may count it, or an election that
 * fills this position would wait for an answer until it is started again. Mesos stays silent. A write
 * of another value comes from a proposer that has missed a truncation; it finds out by a promise.
 */
function writeLearned(request: WriteRequest, record: Action): readonly AcceptorEffect[] {
  if (!isSameValue(request, record)) return dropped('already-learned');
  const { proposal, position } = request;
  return respondToWrite({ okay: true, proposal, position, type: 'accept' });
}

function isSameValue(request: WriteRequest, record: Action): boolean {
  if (request.type !== record.type) return false;
  switch (request.type) {
    case 'nop':
      return true;
    case 'append':
      return isSameBytes(request.append?.bytes, record.append?.bytes);
    case 'truncate':
      return request.truncate !== undefined && request.truncate.to === record.truncate?.to;
  }
}

function isSameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a?.length !== b?.length) return false;
  return a !== undefined && b !== undefined && a.every((byte, index) => byte === b[index]);
}

/**
 * Accepting a number promises it as well, even when the promise request never came here. Mesos
 * keeps the lower promise; then a write of an older coordinator that was held up on its way
 * would replace what a quorum, this replica included, has chosen since.
 */
function accept(
  state: AcceptorState,
  request: WriteRequest,
  promised: number,
  record: Action | undefined,
): readonly AcceptorEffect[] {
  const { proposal, position } = request;
  if (isJump(state, proposal, promised)) return dropped('proposal-jump');
  const action = acceptedAction(request, Math.max(promised, proposal), record);
  if (!action) return dropped('no-value');
  const effects = persist(state, action);
  effects.push({
    type: 'write-response',
    response: { okay: true, proposal, position, type: 'accept' },
  });
  return effects;
}

type MutableAction = { -readonly [K in keyof Action]: Action[K] };

/** The record that accepts `request`; undefined when the request has no value to accept. */
function acceptedAction(
  request: WriteRequest,
  promised: number,
  record: Action | undefined,
): Action | undefined {
  const { proposal, position, learned, type } = request;
  const action: MutableAction = { position, promised, performed: proposal, type };
  if (learned !== undefined) action.learned = learned;
  if (record?.unknownFields) action.unknownFields = record.unknownFields;
  switch (type) {
    case 'nop':
      if (!request.nop) return matchingMark(request, record);
      // Rebuilt empty: tombstones are made by replicas that truncated, never by a write.
      action.nop = {};
      return action;
    case 'append':
      if (!request.append) return matchingMark(request, record);
      action.append = request.append;
      return action;
    case 'truncate':
      if (!request.truncate) return matchingMark(request, record);
      action.truncate = request.truncate;
      return action;
  }
}

/**
 * A write marked as learned may leave its value out when this replica has accepted it before. It
 * has only if the number is the same: under another one it may hold another value.
 */
function matchingMark(request: WriteRequest, record: Action | undefined): Action | undefined {
  if (request.learned !== true || record?.type !== request.type) return undefined;
  return record.performed === request.proposal ? { ...record, learned: true } : undefined;
}

function rejectWrite(promised: number, position: number): readonly AcceptorEffect[] {
  return respondToWrite({ okay: false, proposal: promised, position, type: 'reject' });
}

function respondToWrite(response: WriteResponse): readonly AcceptorEffect[] {
  return [{ type: 'write-response', response }];
}

// -------------------------------------------------------------------------- learning

/**
 * A value that was chosen is stored whatever this replica has promised, and in every status: it
 * cannot change any more. Nobody is answered.
 */
function onLearned(
  state: AcceptorState,
  action: Action,
  records: Records,
): readonly AcceptorEffect[] {
  const { position } = action;
  if (action.learned !== true) return dropped('not-marked-learned');
  // Storing it would bring a deleted record back, and nothing would delete it again.
  if (position < state.begin) return dropped('truncated');
  // The first learned record stays, unless a peer tells that it has truncated the position since.
  const isTombstone = action.type === 'nop' && action.nop?.tombstone === true;
  if (isLearned(state, position) && !isTombstone) return dropped('already-learned');
  if (action.type === undefined) return onLearnedMark(state, action, records);
  return hasValue(action) ? persist(state, action) : dropped('no-value');
}

/**
 * The bare mark that a position is learned, without its value. It says that the value of proposal
 * `performed` was chosen; what this replica accepted under another number may be another value.
 */
function onLearnedMark(
  state: AcceptorState,
  mark: Action,
  records: Records,
): readonly AcceptorEffect[] {
  if (!state.unlearned.contains(mark.position)) return dropped('mark-unmatched');
  const record = records.get(mark.position);
  if (!record) return dropped('record-unavailable');
  const matches = record.performed !== undefined && record.performed === mark.performed;
  if (!matches || !hasValue(record)) return dropped('mark-unmatched');
  return persist(state, { ...record, learned: true });
}

/** Whether an action was performed and carries the payload that its type declares. */
function hasValue(action: Action): boolean {
  if (action.performed === undefined || action.type === undefined) return false;
  switch (action.type) {
    case 'nop':
      return true;
    case 'append':
      return action.append !== undefined;
    case 'truncate':
      return action.truncate !== undefined;
  }
}

// ------------------------------------------------------------------ recovery, status

/**
 * Every replica tells its status; bounds only one that votes, as the others' mean nothing yet.
 *
 * With safe recovery the request announces a life of the asking replica. It is recorded first, and
 * what is told is told as of that write: whatever this replica promises or accepts later goes out
 * with the knowledge that earlier lives of the other one do not count any more. In any other order
 * two values can be chosen for one position.
 */
function onRecover(state: AcceptorState, request: RecoverRequest): readonly AcceptorEffect[] {
  const effects = recordIncarnation(state, request);
  const { metadata, begin, end, safe } = state;
  if (!isVoting(state)) {
    // A vote that was not announced yet counts for nothing.
    const status = metadata.status === 'voting' ? 'recovering' : metadata.status;
    effects.push({ type: 'recover-response', response: { status } });
    return effects;
  }
  const { status, promised } = metadata;
  const response: RecoverResponse = { status, begin, end, ...(safe && { promised }) };
  effects.push({ type: 'recover-response', response });
  return effects;
}

function onUpdateStatus(
  state: AcceptorState,
  status: ReplicaStatus,
  adopted: Adopted | undefined,
): readonly AcceptorEffect[] {
  const { metadata } = state;
  if (!mayBecome(metadata.status, status)) return dropped('status-transition');
  if (metadata.status === status && !adopted) return NO_EFFECTS;
  state.metadata = { ...metadata, status, ...(adopted && merged(state, adopted)) };
  const joining = status === 'voting' ? joinGroup(state) : NO_EFFECTS;
  return [...joining, { type: 'persist-metadata', metadata: state.metadata }];
}

// ---------------------------------------------------------------------------- shared

/**
 * The highest number this record rules others out with. Records that Mesos wrote may be performed
 * under a higher number than they promise.
 */
function promisedAt(record: Action): number {
  return Math.max(record.promised, record.performed ?? 0);
}

/** With recovery `mesos` any number is promised, as by the members that are Mesos'. */
function isJump({ safe, metadata }: AcceptorState, proposal: number, promised = 0): boolean {
  if (!safe) return false;
  return proposal - Math.max(promised, metadata.promised) > PROPOSAL_JUMP_MAX;
}

function persist(state: AcceptorState, action: Action): AcceptorEffect[] {
  const beginBefore = state.begin;
  applyRecord(state, action);
  const effects: AcceptorEffect[] = [{ type: 'persist-action', action }];
  if (action.learned !== true) return effects;
  // A truncation that reaches no further than earlier ones deletes nothing: among what it would
  // delete is the record that witnesses where the log begins.
  if (beginAfter(action) < beginBefore) return effects;
  const to = deletableBelow(action);
  if (to > 0) effects.push({ type: 'truncate', to });
  return effects;
}

function dropped(reason: DropReason): readonly AcceptorEffect[] {
  return [{ type: 'dropped', reason }];
}
