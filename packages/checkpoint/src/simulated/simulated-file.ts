import type { Chance } from './chance.ts';

/** What has been done to a file since its last sync. */
type FileOperation =
  | { readonly type: 'write'; readonly position: number; readonly bytes: Uint8Array }
  | { readonly type: 'truncate'; readonly size: number };

/** What is left of un-synced operations after a loss of power: none, all, or what chance leaves. */
export type Survivors = 'none' | 'all' | Chance;

/** Disks write sectors: what is torn is torn between them, mostly. */
const SECTOR_BYTES = 512;

/** The content of a file: what programs see, and what is on the disk. */
export class SimulatedFile {
  readonly kind = 'file';
  #cached = new Uint8Array();
  #durable = new Uint8Array();
  #operations: FileOperation[] = [];
  /** Whether programs see what no sync will ever write. */
  #hasLost = false;

  /** Another one that is as this one is. What bytes there are is never changed in place. */
  clone(): SimulatedFile {
    const copy = new SimulatedFile();
    copy.#cached = this.#cached;
    copy.#durable = this.#durable;
    copy.#operations = [...this.#operations];
    copy.#hasLost = this.#hasLost;
    return copy;
  }

  get size(): number {
    return this.#cached.length;
  }

  read(position: number, length: number): Uint8Array {
    return this.#cached.slice(position, position + length);
  }

  write(bytes: Uint8Array, position: number): void {
    this.#operations.push({ type: 'write', position, bytes: bytes.slice() });
    this.#cached = written(this.#cached, bytes, position);
  }

  truncate(size: number): void {
    this.#operations.push({ type: 'truncate', size });
    this.#cached = resized(this.#cached, size);
  }

  sync(): void {
    this.#durable = this.#hasLost ? this.#left('all') : this.#cached;
    this.#operations = [];
  }

  /** The sync failed, and the pages count as clean: no later sync writes what they hold. (D4) */
  loseUnsynced(): void {
    this.#hasLost ||= this.#operations.length > 0;
    this.#operations = [];
  }

  /** Flips a bit of what is on the disk. (D8) */
  corrupt(offset: number): void {
    this.#cached = rotten(this.#cached, offset);
    this.#durable = rotten(this.#durable, offset);
  }

  /** What is on the disk becomes what programs see. (D1, D2) */
  losePower(survivors: Survivors): void {
    this.#durable = this.#left(survivors);
    this.#cached = this.#durable;
    this.#operations = [];
    this.#hasLost = false;
  }

  #left(survivors: Survivors): Uint8Array<ArrayBuffer> {
    let bytes = this.#durable;
    for (const operation of this.#operations) {
      if (survivors === 'none' || (survivors !== 'all' && survivors.coin())) continue;
      if (operation.type === 'truncate') bytes = resized(bytes, operation.size);
      else if (survivors === 'all') bytes = written(bytes, operation.bytes, operation.position);
      else bytes = torn(bytes, operation.bytes, operation.position, survivors);
    }
    return bytes;
  }
}

function rotten(bytes: Uint8Array<ArrayBuffer>, offset: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  if (offset < copy.length) copy[offset] = (copy[offset] ?? 0) ^ 0x10;
  return copy;
}

function resized(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(size);
  copy.set(bytes.subarray(0, size));
  return copy;
}

function written(old: Uint8Array, bytes: Uint8Array, position: number): Uint8Array<ArrayBuffer> {
  const copy = resized(old, Math.max(old.length, position + bytes.length));
  copy.set(bytes, position);
  return copy;
}

/** A write as it may be found: whole, its beginning, its end, some sectors, or only its size. */
function torn(
  old: Uint8Array,
  bytes: Uint8Array,
  position: number,
  chance: Chance,
): Uint8Array<ArrayBuffer> {
  const cut = chance.below(bytes.length + 1);
  switch (chance.below(5)) {
    case 0:
      return written(old, bytes.subarray(0, cut), position);
    case 1: {
      const extended = resized(old, Math.max(old.length, position + bytes.length));
      return written(extended, bytes.subarray(cut), position + cut);
    }
    case 2:
      return someSectors(old, bytes, position, chance);
    case 3:
      return resized(old, Math.max(old.length, position + bytes.length));
    default:
      return written(old, bytes, position);
  }
}

function someSectors(
  old: Uint8Array,
  bytes: Uint8Array,
  position: number,
  chance: Chance,
): Uint8Array<ArrayBuffer> {
  let result = resized(old, Math.max(old.length, position + bytes.length));
  for (let start = position; start < position + bytes.length;) {
    const end = Math.min(
      (Math.floor(start / SECTOR_BYTES) + 1) * SECTOR_BYTES,
      position + bytes.length,
    );
    if (chance.coin())
      result = written(result, bytes.subarray(start - position, end - position), start);
    start = end;
  }
  return result;
}
