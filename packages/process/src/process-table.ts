import { CELL } from './pid.ts';
import type { Pid } from './pid.ts';
import type { ProcessCell } from './process-cell.ts';
import { ProcessError } from './process-error.ts';

/** `@`, `/` and what an URL would mangle: ids travel in pids and in the paths of messages. */
const ID_FORBIDDEN = /[@/%+?#\s\p{Cc}]/u;
const ID_LENGTH_MAX = 255;

/** The live processes of a runtime by id, and the ids that it generates. */
export class ProcessTable {
  /** Filled when somebody looks for an id: most of them are only ever reached by their pids. */
  readonly #byId = new Map<string, ProcessCell>();
  readonly #counters = new Map<string, { last: number }>();
  #oldest: ProcessCell | undefined;
  #youngest: ProcessCell | undefined;
  /** The oldest one that `#byId` lacks; it lacks all younger ones, too. */
  #unlisted: ProcessCell | undefined;
  /** Somebody has chosen an id that looks like a generated one. */
  #mayClash = false;

  get youngest(): ProcessCell | undefined {
    return this.#youngest;
  }

  /** Live processes, oldest first. */
  cells(): readonly ProcessCell[] {
    const cells: ProcessCell[] = [];
    for (let cell = this.#oldest; cell; cell = cell.younger) cells.push(cell);
    return cells;
  }

  add(cell: ProcessCell): void {
    cell.older = this.#youngest;
    if (this.#youngest) this.#youngest.younger = cell;
    else this.#oldest = cell;
    this.#youngest = cell;
    this.#unlisted ??= cell;
    cell.pid[CELL] = cell;
  }

  /** From here on the id can be spawned again. */
  remove(cell: ProcessCell): void {
    const { older, younger } = cell;
    if (older) older.younger = younger;
    else this.#oldest = younger;
    if (younger) younger.older = older;
    else this.#youngest = older;
    if (this.#unlisted === cell) this.#unlisted = younger;
    if (this.#byId.size > 0) this.#byId.delete(cell.pid.id);
    // Or a dead one would keep all that came after it.
    cell.older = undefined;
    cell.younger = undefined;
  }

  /** The process under this id now, which may be a later one than the pid was made for. */
  find(pid: Pid): ProcessCell | undefined {
    const cached = pid[CELL] as ProcessCell | undefined;
    // The same pid object may have been used by an earlier runtime at this address.
    if (cached?.host.table === this && !cached.ended) return cached;
    return (pid[CELL] = this.#named(pid.id));
  }

  #named(id: string): ProcessCell | undefined {
    for (; this.#unlisted; this.#unlisted = this.#unlisted.younger) {
      this.#byId.set(this.#unlisted.pid.id, this.#unlisted);
    }
    return this.#byId.get(id);
  }

  /** `prefix(1)`, `prefix(2)`, … each once per runtime. Throws `PROCESS_ID_INVALID`. */
  generateId(prefix: string): string {
    let counter = this.#counters.get(prefix);
    if (!counter) {
      // A number makes no name worse: only the first of each prefix needs a look.
      checkName(`${prefix}(1)`);
      this.#counters.set(prefix, (counter = { last: 0 }));
    }
    for (;;) {
      const id = `${prefix}(${++counter.last})`;
      if (!this.#mayClash || !this.#named(id)) return id;
    }
  }

  /** Throws `PROCESS_ID_INVALID` or `PROCESS_ID_TAKEN`. */
  checkId(id: string): void {
    checkName(id);
    this.#mayClash ||= id.endsWith(')');
    if (!this.#named(id)) return;
    const message = `a process ${id} is alive; wait for its end`;
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
