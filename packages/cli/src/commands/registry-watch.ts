import type { Registry } from '@quorate/messages';
import { REGISTRY_VARIABLE_NAME } from '@quorate/registrar';
import { State } from '@quorate/state';
import { CliError } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { differencesText } from '../registry-difference-text.ts';
import { registryDifferences } from '../registry-difference.ts';
import { openStorage } from '../storage-backend.ts';
import { decodeStored, type RegistryPlace } from '../stored-registry.ts';

export interface RegistryWatchOptions extends RegistryPlace {
  /** Ends after so many versions. Default: with the program. */
  readonly count?: number;
  readonly json?: boolean;
}

/**
 * Prints what changes of the registry, as it changes: first what is there.
 *
 * Throws `CLI_BACKEND_UNSUITABLE` for a backend that one program has for itself.
 */
export async function registryWatch(options: RegistryWatchOptions, io: CliIo): Promise<void> {
  if (options.backend !== 'zookeeper') {
    const message = `nobody can watch a registry in ${options.backend} from outside of the program that has it open; that one can, by registrar.watch()`;
    throw new CliError('CLI_BACKEND_UNSUITABLE', message);
  }
  const { storage, close } = await openStorage(options);
  try {
    let before: Registry | undefined;
    let left = options.count ?? Infinity;
    for await (const { value } of new State(storage).watch(REGISTRY_VARIABLE_NAME)) {
      const registry = value.length === 0 ? undefined : decodeStored(value).registry;
      const differences = registryDifferences(before, registry);
      const line =
        options.json === true
          ? JSON.stringify({ sizeBytes: value.length, differences })
          : `${value.length} bytes: ${differencesText(differences, ', ')}`;
      await io.stdout.write(`${line}\n`);
      before = registry;
      if (--left <= 0) return;
    }
  } finally {
    await close();
  }
}
