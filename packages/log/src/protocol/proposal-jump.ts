import type { AcceptorState } from './acceptor-state.ts';

/**
 * With safe recovery, how far a number may be above what a replica has promised: one election adds 1, and
 * numbers end at 2^53-1. Whoever took the last one would keep all others from being elected, for good.
 */
export const PROPOSAL_JUMP_MAX = 2 ** 32;

/**
 * How far above the number asked for a rejection may be. Less, by so much that a proposer which follows
 * rejections is still heard by a replica that has missed 256 of its elections.
 */
export const REJECTION_JUMP_MAX = 2 ** 24;

/** With recovery `mesos` any number is promised, as by the members that are Mesos'. */
export function isJump({ safe, metadata }: AcceptorState, proposal: number, promised = 0): boolean {
  if (!safe) return false;
  return proposal - Math.max(promised, metadata.promised) > PROPOSAL_JUMP_MAX;
}
