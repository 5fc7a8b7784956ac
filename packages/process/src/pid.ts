import { ProcessError } from './process-error.ts';

/** The runtime a pid was made by; free functions such as `dispatch(pid, …)` find it here. */
export const HOME: unique symbol = Symbol.for('quorate.process.home/1') as never;
/** The process last found under this pid: saves the look-up by id on the hot path. */
export const CELL: unique symbol = Symbol.for('quorate.process.cell/1') as never;

declare const SERVED: unique symbol;

/**
 * The address of a process: its id and the address of the runtime it lives in, written
 * `id@address`. What is sent to it goes to whichever process has that id at that moment.
 *
 * `P` is the class of the process, for typed `dispatch`; a `Pid<Derived>` is a `Pid<Base>`.
 */
export class Pid<P = unknown> {
  readonly id: string;
  readonly address: string;
  /** @internal */
  readonly [HOME]: object | undefined;
  /** @internal */
  [CELL]: object | undefined = undefined;
  declare readonly [SERVED]: P;

  /** Use `Pid.parse` or `new Pid(id, address)` for a process elsewhere; `spawn` returns the others. */
  constructor(id: string, address: string, home?: object) {
    this.id = id;
    this.address = address;
    this[HOME] = home;
  }

  /** Reads `id@address`. Throws `PID_MALFORMED` when a part is missing or has white space. */
  static parse<P = unknown>(text: string): Pid<P> {
    const at = text.indexOf('@');
    const [id, address] = [text.slice(0, at), text.slice(at + 1)];
    if (at < 1 || address === '' || /[\s@]/.test(address) || /\s/.test(id)) {
      throw new ProcessError(
        'PID_MALFORMED',
        `expected a pid of the form id@address, got ${JSON.stringify(text.slice(0, 100))}`,
      );
    }
    return new Pid(id, address);
  }

  /** Whether both name the same id at the same address. */
  equals(other: Pid): boolean {
    return this.id === other.id && this.address === other.address;
  }

  toString(): string {
    return `${this.id}@${this.address}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Who sends what is sent from outside any process, and who a process is before it is spawned. */
export const NOBODY: Pid = new Pid('', '');
