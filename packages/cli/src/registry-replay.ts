import { Operation, Registry } from '@quorate/messages';
import type { Action } from '@quorate/messages';
import { REGISTRY_VARIABLE_NAME } from '@quorate/registrar';
import { CliError, messageOf } from './cli-error.ts';
import type { LogContents } from './log-contents.ts';

/** What a log says about the registry. */
export interface ReplayedRegistry {
  /** Undefined when none was ever stored. */
  readonly registry: Registry | undefined;
  /** The position of its last change. */
  readonly position: number | undefined;
}

/**
 * Replays the operations of a registrar's log, as far as this replica knows them to be chosen.
 *
 * Throws `CLI_REGISTRY_UNREADABLE` for an entry that is no operation, or no registry.
 */
export async function replayRegistry(contents: LogContents): Promise<ReplayedRegistry> {
  let registry: Registry | undefined;
  let position: number | undefined;
  for await (const { action } of contents.records()) {
    if (!action || action.position < contents.summary.begin) continue;
    const change = changeOf(action);
    if (!change) continue;
    position = action.position;
    registry = change.value && decodeRegistry(change.value, position);
  }
  return { registry, position };
}

/** What an action makes of the registry's variable; undefined when it does not concern it. */
function changeOf(action: Action): { readonly value: Uint8Array | undefined } | undefined {
  if (action.learned !== true || action.type !== 'append' || !action.append) return undefined;
  const { position } = action;
  const operation = decodeOperation(action.append.bytes, position);
  const { snapshot, diff, expunge } = operation;
  const name = snapshot?.entry.name ?? diff?.entry.name ?? expunge?.name;
  if (name !== REGISTRY_VARIABLE_NAME) return undefined;
  if (diff)
    throw unreadable(position, 'is a difference to the registry before, which no master writes');
  return { value: snapshot?.entry.value };
}

function decodeOperation(bytes: Uint8Array, position: number): Operation {
  try {
    return Operation.decode(bytes);
  } catch (error) {
    throw unreadable(position, `is no operation of a registrar: ${messageOf(error)}`, error);
  }
}

function decodeRegistry(bytes: Uint8Array, position: number): Registry {
  try {
    return Registry.decode(bytes);
  } catch (error) {
    throw unreadable(position, `stores no valid registry: ${messageOf(error)}`, error);
  }
}

function unreadable(position: number, problem: string, cause?: unknown): CliError {
  const message = `the entry at position ${position} ${problem}`;
  return new CliError('CLI_REGISTRY_UNREADABLE', message, { cause });
}
