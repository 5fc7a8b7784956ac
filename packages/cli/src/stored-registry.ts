import { Registry } from '@quorate/messages';
import { REGISTRY_VARIABLE_NAME } from '@quorate/registrar';
import { State } from '@quorate/state';
import { CliError, messageOf } from './cli-error.ts';
import { withLogCopy } from './log-copy.ts';
import { openStorage, type BackendName } from './storage-backend.ts';

/** Where a command finds a registry. */
export interface RegistryPlace {
  readonly backend: BackendName;
  readonly path?: string;
  readonly servers?: string;
  /** How long a connection to the servers may take. Default: for ever. */
  readonly connectTimeoutMs?: number;
}

/** A registry and its bytes. */
export interface EncodedRegistry {
  readonly registry: Registry;
  readonly bytes: Uint8Array;
}

/**
 * The registry that a backend other than a log holds, of which nothing is changed; undefined if it has
 * none. Throws `CLI_BACKEND_UNSUITABLE` for `in_memory`, which holds nothing that another program could
 * see, and `CLI_REGISTRY_UNREADABLE`.
 */
export async function storedRegistry(place: RegistryPlace): Promise<EncodedRegistry | undefined> {
  checkSuitable(place.backend);
  if (place.backend !== 'leveldb' || place.path === undefined) return fetchRegistry(place);
  return withLogCopy(place.path, (path) => fetchRegistry({ ...place, path }));
}

/** Throws `CLI_BACKEND_UNSUITABLE` for a backend that ends with its program. */
export function checkSuitable(backend: BackendName): void {
  if (backend !== 'in_memory') return;
  const message =
    'what is kept in_memory ends with the program that keeps it: there is nothing for a command to see';
  throw new CliError('CLI_BACKEND_UNSUITABLE', message);
}

async function fetchRegistry(place: RegistryPlace): Promise<EncodedRegistry | undefined> {
  const { storage, close } = await openStorage({ ...place, createIfMissing: false });
  try {
    const { value } = await new State(storage).fetch(REGISTRY_VARIABLE_NAME);
    return value.length === 0 ? undefined : decodeStored(value);
  } finally {
    await close();
  }
}

/** Throws `CLI_REGISTRY_UNREADABLE`. */
export function decodeStored(bytes: Uint8Array): EncodedRegistry {
  try {
    return { registry: Registry.decode(bytes), bytes };
  } catch (error) {
    const message = `what is stored as the registry is none: ${messageOf(error)}`;
    throw new CliError('CLI_REGISTRY_UNREADABLE', message, { cause: error });
  }
}
