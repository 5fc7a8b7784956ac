import type { GroupFields, Metadata, RecoverRequest, SafeRecoveryFields } from '@quorate/messages';
import type { AcceptorState, SafeState } from './acceptor-state.ts';
import type { AcceptorEffect } from './acceptor-effect.ts';
import { isOtherCluster } from './group.ts';
import { KnownIncarnations } from './incarnations.ts';
import type { Adopted, Incarnation } from './incarnations.ts';

// What safe recovery adds to an acceptor: which life it is in, which lives of others have ended, and that
// its answers say so. With Mesos' own recovery all of this does nothing.

/** Writes down the life, or the wish for one, that a request of another replica announces. */
export function recordIncarnation(state: AcceptorState, request: RecoverRequest): AcceptorEffect[] {
  const { replicaId, incarnation, startCounter, startToken, reserve, reserveBy } = request;
  const { safe, metadata } = state;
  if (!safe || replicaId === undefined || replicaId === safe.replicaId) return [];
  // Its replicas may be called like ours: none of ours has ended because one of theirs has.
  if (safe.group && isOtherCluster(safe.group, request)) return [];
  const known = new KnownIncarnations(metadata.known);
  const start = {
    ...(startCounter !== undefined && { startCounter }),
    ...(startToken !== undefined && { startToken }),
  };
  const isNews =
    incarnation !== undefined
      ? known.record({ replicaId, incarnation, ...start })
      : reserve !== undefined && known.reserve(replicaId, reserve, reserveBy ?? '');
  if (!isNews) return [];
  state.metadata = { ...metadata, known: known.list() };
  return [{ type: 'persist-metadata', metadata: state.metadata }];
}

/** The metadata with what a quorum remembers of a replica that has forgotten it. */
export function merged({ metadata, safe }: AcceptorState, adopted: Adopted): Partial<Metadata> {
  const known = new KnownIncarnations(metadata.known);
  for (const each of adopted.known) if (each.replicaId !== safe?.replicaId) known.adopt(each);
  return { promised: Math.max(metadata.promised, adopted.promised), known: known.list() };
}

/** Which life and start this is; nobody hears of it before it is durable. */
export function onIdentify(state: AcceptorState, self: Incarnation): readonly AcceptorEffect[] {
  if (!state.safe) return [];
  const { replicaId } = state.safe;
  const { incarnation, startCounter, startToken } = self;
  state.safe.startToken = startToken;
  state.metadata = { ...state.metadata, replicaId, incarnation, startCounter };
  return [{ type: 'persist-metadata', metadata: state.metadata }];
}

/** Says who answers, in which of its lives, and which lives of others it knows of. */
export function signed(state: AcceptorState, effect: AcceptorEffect): AcceptorEffect {
  switch (effect.type) {
    case 'promise-response':
      return { ...effect, response: { ...effect.response, ...signatures(state).short } };
    case 'write-response':
      return { ...effect, response: { ...effect.response, ...signatures(state).short } };
    case 'recover-response':
      return {
        ...effect,
        response: { ...effect.response, ...signatures(state).complete, ...groupOf(state.safe) },
      };
    default:
      return effect;
  }
}

/** Writes down that a replica votes in a named group, unless that is written down already. */
export function joinGroup({ safe }: AcceptorState): readonly AcceptorEffect[] {
  const memberOf = safe?.group?.clusterId;
  if (!safe || memberOf === undefined || memberOf === safe.memberOf) return [];
  safe.memberOf = memberOf;
  return [{ type: 'persist-membership', memberOf }];
}

function groupOf(safe: SafeState | undefined): GroupFields & { readonly memberOf?: string } {
  const { group, memberOf } = safe ?? {};
  return { ...group, ...(memberOf !== undefined && { memberOf }) };
}

/** What a replica signs its answers with. */
interface Signatures {
  /** They hold for as long as this is what it knows; a new start comes with new metadata. */
  readonly of: Metadata;
  readonly short: SafeRecoveryFields;
  /** First lives are named, too, which retire nobody, and its own. */
  readonly complete: SafeRecoveryFields;
}

const UNSIGNED = { short: {}, complete: {} };

/** Each write is answered with one, and few change the metadata. */
const made = new WeakMap<SafeState, Signatures>();

function signatures({ safe, metadata }: AcceptorState): Omit<Signatures, 'of'> {
  if (!safe) return UNSIGNED;
  const before = made.get(safe);
  if (before?.of === metadata) return before;
  const signature = makeSignatures(safe, metadata);
  made.set(safe, signature);
  return signature;
}

function makeSignatures({ replicaId, startToken }: SafeState, metadata: Metadata): Signatures {
  const { incarnation, startCounter, known = [] } = metadata;
  const self = { replicaId, ...(incarnation !== undefined && { incarnation }) };
  const started = startCounter === undefined ? {} : { startCounter };
  const own = incarnation === undefined ? [] : [{ replicaId, incarnation, startToken, ...started }];
  const later = known.filter((each) => each.incarnation > 1);
  const told = [...own, ...known];
  return {
    of: metadata,
    short: { ...self, ...(later.length > 0 && { known: later }) },
    complete: { ...self, ...(told.length > 0 && { known: told }) },
  };
}
