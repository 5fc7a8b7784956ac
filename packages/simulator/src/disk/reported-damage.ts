import type { NamedChecker } from '../checks.ts';

/** A bit of a file that has flipped while nobody used it. */
export interface FileDamage {
  readonly path: string;
  readonly offset: number;
  /** What of a program reads the file first, when that starts again. */
  readonly reader: string;
  /** The file is restored, as it was before. */
  readonly mend: () => void;
}

/**
 * A file that is damaged where it has a checksum is reported to be, by an error that says so; what is in it
 * is not taken for true, nor the file for one that is not there (C7). Whoever is told restores it.
 */
export class ReportedDamage implements NamedChecker {
  readonly invariant = 'reported-damage';
  /** The code of the error that says so. */
  readonly #code: string;
  #damage: FileDamage | undefined;
  /** Whether the disk has failed since the program started: then that may be what it reports. */
  #hasDiskFailed = false;

  constructor(code: string) {
    this.#code = code;
  }

  /** Whether something is damaged, and nobody has said so yet. */
  get isDamaged(): boolean {
    return this.#damage !== undefined;
  }

  /** One at a time. */
  damaged(damage: FileDamage): void {
    this.#damage = damage;
  }

  /** The program starts again. */
  started(): void {
    this.#hasDiskFailed = false;
  }

  diskFailed(): void {
    this.#hasDiskFailed = true;
  }

  /** A reader has what it wants, and goes on with that. */
  read(reader: string): string | undefined {
    const damage = this.#damageFor(reader);
    return damage && `${nameOf(damage)} is damaged, and was read as if it were not`;
  }

  /** A reader has ended, with an error of this code. */
  failed(reader: string, code: string): string | undefined {
    const damage = this.#damageFor(reader);
    if (code !== this.#code) {
      if (!damage || this.#hasDiskFailed) return undefined;
      return `${nameOf(damage)} is damaged, and is reported as ${code}`;
    }
    if (!damage) return `${reader} is reported as damaged (${code}), and is not`;
    damage.mend();
    this.#damage = undefined;
    return undefined;
  }

  #damageFor(reader: string): FileDamage | undefined {
    return this.#damage?.reader === reader ? this.#damage : undefined;
  }
}

function nameOf({ path, offset }: FileDamage): string {
  return `byte ${offset} of ${path}`;
}
