import { Registry } from '@quorate/messages';
import type { Action } from '@quorate/messages';
import { REGISTRY_VARIABLE_NAME } from '@quorate/registrar';
import { LogReplay } from '@quorate/state';
import { CliError, messageOf } from './cli-error.ts';
import type { LogContents } from './log-contents.ts';

/** The registry after one entry of the log. */
export interface RegistryVersion {
  readonly position: number;
  /** Undefined when it was expunged. */
  readonly registry: Registry | undefined;
  /** Of the entry. */
  readonly entrySizeBytes: number;
  /** Of the encoded registry. */
  readonly sizeBytes: number;
  /** As it is stored. */
  readonly bytes: Uint8Array;
}

/**
 * The versions of the registry that a log holds, as far as this replica knows them to be chosen, in
 * their order. A log that begins behind the registry's snapshot has none before the next one.
 *
 * Throws `CLI_REGISTRY_UNREADABLE` for an entry that is no operation, or no registry.
 */
export async function* registryVersions(
  contents: LogContents,
): AsyncGenerator<RegistryVersion, void, undefined> {
  const replay = new LogReplay();
  for await (const { action } of contents.records()) {
    if (!action || action.position < contents.summary.begin) continue;
    const data = entryOf(action);
    if (!data) continue;
    const { position } = action;
    const wasThere = replay.entry(REGISTRY_VARIABLE_NAME) !== undefined;
    if (apply(replay, position, data) !== REGISTRY_VARIABLE_NAME) continue;
    const bytes = replay.entry(REGISTRY_VARIABLE_NAME)?.value;
    if (!bytes && !wasThere) continue;
    yield {
      position,
      registry: bytes && decodeRegistry(bytes, position),
      entrySizeBytes: data.length,
      sizeBytes: bytes?.length ?? 0,
      bytes: bytes ?? new Uint8Array(),
    };
  }
  checkComplete(replay);
}

/** The last version up to a position; undefined if there is none. */
export async function registryVersionAt(
  contents: LogContents,
  position = Infinity,
): Promise<RegistryVersion | undefined> {
  let last: RegistryVersion | undefined;
  for await (const version of registryVersions(contents)) {
    if (version.position > position) break;
    last = version;
  }
  return last;
}

function entryOf(action: Action): Uint8Array | undefined {
  if (action.learned !== true || action.type !== 'append') return undefined;
  return action.append?.bytes;
}

function apply(replay: LogReplay, position: number, data: Uint8Array): string | undefined {
  try {
    return replay.apply(position, data);
  } catch (error) {
    throw unreadable(position, `is no operation of a registrar: ${messageOf(error)}`, error);
  }
}

function checkComplete(replay: LogReplay): void {
  try {
    replay.checkComplete();
  } catch (error) {
    const message = `the registry cannot be put together: ${messageOf(error)}`;
    throw new CliError('CLI_REGISTRY_UNREADABLE', message, { cause: error });
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
