import { nodeFileSystem } from '@quorate/checkpoint/node';
import {
  checkLinearizable,
  kv,
  LinearizabilityError,
  readJepsenLog,
  readKvLog,
  register,
} from '@quorate/simulator/linearizability';
import type {
  Linearization,
  LinearizabilityOptions,
  Model,
  Operation,
  Verdict,
} from '@quorate/simulator/linearizability';
import { CliError, messageOf } from './cli-error.ts';
import { readPlainFile } from './plain-file.ts';

/** What the operations of a history are of; each has a form of its own. */
export const HISTORY_MODELS = ['register', 'kv'] as const;
export type HistoryModel = (typeof HISTORY_MODELS)[number];

const FILE_SIZE_BYTES_MAX = 64 * 1024 * 1024;

/** A history that was read. */
export interface HistoryFile {
  readonly path: string;
  readonly operations: number;
  check(options: LinearizabilityOptions): HistoryVerdict;
}

export interface HistoryVerdict {
  readonly verdict: Verdict;
  /** The partitions that have no linearization, or none yet that was found. */
  readonly failures: readonly HistoryFailure[];
}

/** How far a partition can be put in order. */
export interface HistoryFailure {
  /** Undefined where a history has no parts. */
  readonly key: string | undefined;
  readonly verdict: Verdict;
  readonly operations: number;
  readonly placed: number;
  /** Operations that have no place behind those, as people write them. */
  readonly blocked: readonly string[];
}

/**
 * Reads a history without changing its file.
 *
 * Throws `CLI_USAGE` for a file that cannot be read and `HISTORY_INVALID` for one that holds no history
 * of the model: neither must be taken for a verdict.
 */
export async function readHistoryFile(path: string, model: HistoryModel): Promise<HistoryFile> {
  const text = await readText(path);
  try {
    switch (model) {
      case 'register':
        return historyFile(path, register, readJepsenLog(text));
      case 'kv':
        return historyFile(path, kv, readKvLog(text));
    }
  } catch (error) {
    if (!(error instanceof LinearizabilityError)) throw error;
    throw new LinearizabilityError(error.code, `${path}: ${error.message}`, { cause: error });
  }
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readPlainFile(nodeFileSystem(), path, FILE_SIZE_BYTES_MAX);
    return decode(path, bytes);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    throw new CliError('CLI_USAGE', error.message, { cause: error });
  }
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const message = `${path} is no text in UTF-8: ${messageOf(error)}`;
    throw new CliError('CLI_FILE_INVALID', message, { cause: error });
  }
}

function historyFile<State, Input, Output>(
  path: string,
  model: Model<State, Input, Output>,
  history: readonly Operation<Input, Output>[],
): HistoryFile {
  return {
    path,
    operations: history.length,
    check: (options) => {
      const { verdict, partitions } = checkLinearizable(model, history, options);
      const failures = partitions
        .filter((partition) => partition.verdict === verdict && verdict !== 'ok')
        .map(({ linearizations, ...partition }) => ({
          ...partition,
          placed: linearizations[0]?.operations.length ?? 0,
          blocked: linearizations.flatMap(({ blocked }) => blockedText(model, blocked)),
        }));
      return { verdict, failures };
    },
  };
}

function blockedText<State, Input, Output>(
  model: Model<State, Input, Output>,
  operation: Linearization<Input, Output>['blocked'],
): readonly string[] {
  if (operation?.outcome.type !== 'succeeded') return [];
  const { client, input, invoked, outcome } = operation;
  const text = model.describe(input, outcome.output);
  return [`client ${client}: ${text} (lines ${invoked} to ${outcome.at})`];
}
