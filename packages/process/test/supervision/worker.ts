import { Process } from '@quorate/process';
import type { Logger, MessageType, Pid, ProcessOptions, Runtime } from '@quorate/process';
import type { ChildSpec, Supervisor } from '@quorate/process/supervision';

/** Makes whoever gets it fail with this text. */
export const FAIL: MessageType<string> = {
  typeName: 'test.Fail',
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder().decode(bytes),
};

/** Writes down when it comes up and goes down, and fails when told to. */
export class Worker extends Process {
  declare readonly self: Pid<Worker>;
  readonly #journal: string[];
  readonly #name: string;
  #count = 0;

  constructor(journal: string[], name: string, options?: ProcessOptions) {
    super(options ?? { idPrefix: name });
    this.#journal = journal;
    this.#name = name;
    this.install(FAIL, (_from, text) => {
      throw new Error(text);
    });
  }

  count(): number {
    return ++this.#count;
  }

  /** Its end, for another reason than a failure. */
  finish(): void {
    this.runtime.terminate(this.self);
  }

  /** With `handlers: 'serialized'` nothing else is served until `until` is done, not even its end. */
  hold(until: PromiseLike<void>): PromiseLike<void> {
    return until;
  }

  protected override initialize(): void {
    this.#journal.push(`+${this.#name}`);
  }

  protected override finalize(): void {
    this.#journal.push(`-${this.#name}`);
  }
}

/** Specs of workers that share a journal, under the ids `names`. */
export function workers(
  journal: string[],
  names: readonly string[],
  spec: Partial<ChildSpec> = {},
): ChildSpec<Worker>[] {
  return names.map((id) => ({ ...spec, id, start: () => new Worker(journal, id) }));
}

/** Lets the child fail, at once when it is up. */
export function fail(runtime: Runtime, supervisor: Supervisor, id: string, text = 'oops'): void {
  const pid = supervisor.children().find((child) => child.id === id)?.pid;
  if (!pid) throw new Error(`${id} is down`);
  runtime.send(pid, FAIL, text);
}

/** What is in the journal since this was called last. */
export function taken(journal: string[]): string {
  return journal.splice(0).join(' ');
}

/** One line for each child: `a running`. */
export function statuses(supervisor: Supervisor): string {
  return supervisor
    .children()
    .map(({ id, status }) => `${id} ${status}`)
    .join(', ');
}

export interface LogLine {
  readonly level: string;
  readonly message: string | undefined;
  readonly child?: string;
  readonly decision?: string;
  readonly err?: Error & { readonly code?: string };
}

/** A logger that keeps what supervisors write. */
export function listeningLogger(lines: LogLine[]): Logger {
  const keep =
    (level: string) =>
    (fields: object, message?: string): void => {
      if ('supervisor' in fields) lines.push({ ...fields, level, message });
    };
  const logger: Logger = {
    trace: keep('trace'),
    debug: keep('debug'),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
    child: () => logger,
  };
  return logger;
}
