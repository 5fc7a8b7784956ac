import type { KnownIncarnation } from '@quorate/messages';

/** What a replica that lost its disk takes over from a quorum that has not. */
export interface Adopted {
  /** The highest promise. */
  readonly promised: number;
  /** The lives of all replicas, and what was asked for. */
  readonly known: readonly KnownIncarnation[];
}

/** Which replica it is, which of its lives, and which start in that life. */
export interface Incarnation {
  /** From configuration, never from the disk that may be lost. */
  readonly replicaId: string;
  /** Counts the disks that the replica has had, from 1. */
  readonly incarnation: number;
  /** Counts the starts on this disk, from 1. */
  readonly startCounter: number;
  /** Tells this start from one of a copy of the disk, which counts the same. */
  readonly startToken: string;
}

/**
 * The latest life of each replica that a replica or a proposer has heard of. What an earlier life
 * has promised or accepted is forgotten, and must not be counted.
 */
export class KnownIncarnations {
  readonly #latest = new Map<string, KnownIncarnation>();

  constructor(known: Iterable<KnownIncarnation> = []) {
    for (const each of known) this.record(each);
  }

  /** Takes note of a life or start. @returns whether that was news */
  record(heard: KnownIncarnation): boolean {
    const before = this.#latest.get(heard.replicaId);
    if (before && !isLater(heard, before)) return false;
    this.#latest.set(heard.replicaId, { ...before, ...heard });
    return true;
  }

  /** Takes note that a disk has asked for a life. @returns whether nobody had asked for it before */
  reserve(replicaId: string, reserved: number, reservedBy: string): boolean {
    const before = this.#latest.get(replicaId) ?? { replicaId, incarnation: 0 };
    if (reserved <= Math.max(before.reserved ?? 0, before.incarnation)) return false;
    this.#latest.set(replicaId, { ...before, reserved, reservedBy });
    return true;
  }

  /** Takes over all that somebody else knows of one replica. */
  adopt(heard: KnownIncarnation): void {
    const { replicaId, reserved, reservedBy, ...life } = heard;
    if (heard.incarnation > 0) this.record({ replicaId, ...life });
    if (reserved !== undefined) this.reserve(replicaId, reserved, reservedBy ?? '');
  }

  of(replicaId: string): KnownIncarnation | undefined {
    return this.#latest.get(replicaId);
  }

  /** Whether a later life than this one is known. */
  isRetired(replicaId: string, incarnation: number): boolean {
    return incarnation < (this.#latest.get(replicaId)?.incarnation ?? 0);
  }

  /** In the order in which the replicas were first heard of. */
  list(): readonly KnownIncarnation[] {
    return [...this.#latest.values()];
  }
}

/** Whether `a` is a later life of a replica than `b`, or a later start in the same one. */
export function isLater(a: KnownIncarnation, b: KnownIncarnation): boolean {
  if (a.incarnation !== b.incarnation) return a.incarnation > b.incarnation;
  return (a.startCounter ?? 0) > (b.startCounter ?? 0);
}
