/** What a client asked the log to do, and what it learned of it. */
export interface Operation {
  readonly id: number;
  /** Address of the node. */
  readonly node: string;
  readonly type: 'append' | 'truncate' | 'read' | 'elect';
  /** What was appended. */
  readonly value?: string;
  /** Of a truncation: the first position that is to stay. */
  readonly to?: number;
  /** Of a read: the writer here was elected right before, and owns all up to its end. */
  readonly isAfterElection?: boolean;
  /** Orders invocations and returns: nothing else is known of what came first. */
  readonly invokedAt: number;
  returnedAt?: number;
  /** `unknown`: it may have happened, or may yet. `failed`: it has not and never will. */
  outcome: 'pending' | 'succeeded' | 'failed' | 'unknown';
  /** Of an error that it ended with. */
  code?: string;
  /** Of an append or truncation that succeeded. */
  position?: number;
  /** Of a read that succeeded. */
  entries?: readonly (readonly [position: number, value: string])[];
}

/** Hears of every operation, at its invocation and at its return. */
export type HistoryListener = (operation: Operation, phase: 'invoked' | 'returned') => void;

/** All operations of the clients of one run. */
export class History {
  readonly operations: Operation[] = [];
  readonly #listener: HistoryListener;
  #clock = 0;

  constructor(listener: HistoryListener = () => undefined) {
    this.#listener = listener;
  }

  invoke(
    node: string,
    type: Operation['type'],
    input: Pick<Operation, 'value' | 'to' | 'isAfterElection'> = {},
  ): Operation {
    const operation: Operation = {
      id: this.operations.length,
      node,
      type,
      invokedAt: ++this.#clock,
      outcome: 'pending',
      ...input,
    };
    this.operations.push(operation);
    this.#listener(operation, 'invoked');
    return operation;
  }

  succeed(operation: Operation, result: Pick<Operation, 'position' | 'entries'> = {}): void {
    Object.assign(operation, result);
    this.#return(operation, 'succeeded');
  }

  fail(operation: Operation, outcome: 'failed' | 'unknown', code?: string): void {
    if (code !== undefined) operation.code = code;
    this.#return(operation, outcome);
  }

  #return(operation: Operation, outcome: Operation['outcome']): void {
    operation.outcome = outcome;
    operation.returnedAt = ++this.#clock;
    this.#listener(operation, 'returned');
  }
}
