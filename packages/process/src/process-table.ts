import { CELL } from './pid.ts';
import type { Pid } from './pid.ts';
import type { ProcessCell } from './process-cell.ts';
import { ProcessError } from './process-error.ts';

/** `@`, `/` and what an URL would mangle: ids travel in pids and in the paths of messages. */
const ID_FORBIDDEN = /[@/%+?#\s\p{Cc}]/u;
const ID_LENGTH_MAX = 255;

/** The live processes of a runtime by id, and the ids that it generates. */
export class ProcessTable {
  readonly #cells = new Map<string, ProcessCell>();
  readonly #lastByPrefix = new Map<string, number>();

  get size(): number {
    return this.#cells.size;
  }

  /** Live processes, oldest first. */
  cells(): readonly ProcessCell[] {
    return [...this.#cells.values()];
  }

  add(cell: ProcessCell): void {
    this.#cells.set(cell.pid.id, cell);
    cell.table = this;
    cell.pid[CELL] = cell;
  }

  /** From here on the id can be spawned again. */
  remove(cell: ProcessCell): void {
    this.#cells.delete(cell.pid.id);
    cell.table = undefined;
  }

  /** The process under this id now, which may be a later one than the pid was made for. */
  find(pid: Pid): ProcessCell | undefined {
    const cached = pid[CELL] as ProcessCell | undefined;
    // The same pid object may have been used by an earlier runtime at this address.
    if (cached?.table === this) return cached;
    const found = this.#cells.get(pid.id);
    pid[CELL] = found;
    return found;
  }

  /** `prefix(1)`, `prefix(2)`, … each once per runtime. Throws `PROCESS_ID_INVALID`. */
  generateId(prefix: string): string {
    const last = this.#lastByPrefix.get(prefix);
    // A number makes no name worse: only the first of each prefix needs a look.
    if (last === undefined) checkName(`${prefix}(1)`);
    for (let number = (last ?? 0) + 1; ; number++) {
      const id = `${prefix}(${number})`;
      if (this.#cells.has(id)) continue; // somebody has chosen it
      this.#lastByPrefix.set(prefix, number);
      return id;
    }
  }

  /** Throws `PROCESS_ID_INVALID` or `PROCESS_ID_TAKEN`. */
  checkId(id: string): void {
    checkName(id);
    if (!this.#cells.has(id)) return;
    const message = `a process ${id} is alive; terminate and wait for it first`;
    throw new ProcessError('PROCESS_ID_TAKEN', message);
  }
}

function checkName(id: string): void {
  if (id !== '' && id.length <= ID_LENGTH_MAX && !ID_FORBIDDEN.test(id)) return;
  throw new ProcessError(
    'PROCESS_ID_INVALID',
    `process id ${JSON.stringify(id.slice(0, 300))}: use 1 to ${ID_LENGTH_MAX} characters, none of @ / % + ? # or white space`,
  );
}
