import { LogError, toPosition } from '@quorate/log';
import type { Entry, Position, StartResult } from '@quorate/log';
import { Operation } from '@quorate/messages';
import { Future } from '@quorate/process';
import type { LogReader, LogWriter, ReplicatedLog } from '../src/replicated-log.ts';

/** Stands in for what a call of the log does; undefined lets it do that. */
interface Interceptors {
  start: () => Future<StartResult> | undefined;
  append: (data: Uint8Array) => Future<Position> | undefined;
  truncate: (to: Position) => Future<Position> | undefined;
  beginning: () => Future<Position> | undefined;
  read: (from: Position, to: Position) => Future<readonly Entry[]> | undefined;
}

const pass = (): undefined => undefined;

/** A log without replicas: one array, and at most one writer that may write to it. */
export class FakeLog implements ReplicatedLog {
  /** Index = position; undefined where there is no entry. */
  readonly data: (Uint8Array | undefined)[] = [undefined];
  readonly truncations: number[] = [];
  readonly intercept: Interceptors = {
    start: pass,
    append: pass,
    truncate: pass,
    beginning: pass,
    read: pass,
  };
  starts = 0;
  reads: (readonly [from: number, to: number])[] = [];
  begin = toPosition(0);
  leader: FakeWriter | undefined;

  get end(): Position {
    return toPosition(this.data.length - 1);
  }

  reader(): LogReader {
    return {
      beginning: () => this.intercept.beginning() ?? Future.ready(this.begin),
      read: (from, to) => {
        this.reads.push([from, to]);
        return this.intercept.read(from, to) ?? Future.ready(this.entries(from, to));
      },
    };
  }

  writer(): FakeWriter {
    return new FakeWriter(this);
  }

  entries(from = this.begin, to = this.end): readonly Entry[] {
    return this.data.flatMap((data, index) => {
      const position = toPosition(index);
      return data && from <= position && position <= to ? [{ position, data }] : [];
    });
  }

  /** What the entries hold, as text such as `4 snapshot a`. */
  operations(): readonly string[] {
    return this.entries().map(({ position, data }) => {
      const { type, snapshot, expunge } = Operation.decode(data);
      return `${position} ${type} ${snapshot?.entry.name ?? expunge?.name ?? ''}`;
    });
  }

  push(data: Uint8Array | undefined): Position {
    this.data.push(data);
    return this.end;
  }

  /** As another writer does it. */
  pushOperation(operation: Operation): Position {
    return this.push(Operation.encode(operation));
  }

  truncateTo(to: Position): Position {
    this.begin = to;
    this.data.fill(undefined, 0, to);
    this.truncations.push(to);
    return this.push(undefined);
  }
}

class FakeWriter implements LogWriter {
  readonly #log: FakeLog;

  constructor(log: FakeLog) {
    this.#log = log;
  }

  start(): Future<StartResult> {
    this.#log.starts++;
    const intercepted = this.#log.intercept.start();
    if (intercepted) return intercepted;
    this.#log.leader = this;
    return Future.ready<StartResult>({ type: 'elected', position: this.#log.end });
  }

  append(data: Uint8Array): Future<Position> {
    const intercepted = this.#log.intercept.append(data);
    return intercepted ?? this.#write(() => this.#log.push(data));
  }

  truncate(to: Position): Future<Position> {
    const intercepted = this.#log.intercept.truncate(to);
    return intercepted ?? this.#write(() => this.#log.truncateTo(to));
  }

  #write(write: () => Position): Future<Position> {
    return this.#log.leader === this ? Future.ready(write()) : Future.failed(demotion('unknown'));
  }
}

export function demotion(outcome: 'definite' | 'unknown'): LogError {
  return new LogError('WRITER_DEMOTED', 'another writer was elected', { outcome });
}
