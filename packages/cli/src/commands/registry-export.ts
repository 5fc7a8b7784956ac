import { writeFile } from 'node:fs/promises';
import { formatProtoJson, Registry } from '@quorate/messages';
import { CliError, messageOf } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import { warnOfGaps } from '../registry-gaps.ts';
import { registryVersionAt } from '../registry-replay.ts';
import { storedRegistry, type RegistryPlace } from '../stored-registry.ts';

export interface RegistryExportOptions extends RegistryPlace {
  /** The registry as of that position. Default: the last. */
  readonly position?: number;
  /** A file that gets the bytes of the message; absent: JSON is printed. */
  readonly out?: string;
}

/**
 * Takes the registry out of a backend: as the bytes of `mesos.internal.Registry`, or as JSON.
 *
 * Throws `CLI_REGISTRY_MISSING` if it has none there, `CLI_FILE_UNWRITABLE`, and `CLI_BACKEND_UNSUITABLE` for
 * a position of a backend that keeps the last version only.
 */
export async function registryExport(options: RegistryExportOptions, io: CliIo): Promise<void> {
  const { backend, path = '', servers, position } = options;
  if (backend === 'replicated_log') {
    await withLogContents(path, async (contents) => {
      await warnOfGaps(contents, io);
      await write(await registryVersionAt(contents, position), options, io);
    });
    return;
  }
  if (position !== undefined) {
    const message = `${backend} keeps no version but the last: leave out --position`;
    throw new CliError('CLI_BACKEND_UNSUITABLE', message);
  }
  const stored = await storedRegistry(options);
  await write(stored, { ...options, path: servers ?? path }, io);
}

interface Found {
  readonly registry: Registry | undefined;
  readonly bytes: Uint8Array;
  readonly position?: number;
}

async function write(
  found: Found | undefined,
  { path, position, out }: RegistryExportOptions,
  io: CliIo,
): Promise<void> {
  if (!found?.registry) {
    const where = position === undefined ? '' : ` as of position ${position}`;
    throw new CliError('CLI_REGISTRY_MISSING', `${path} holds no registry${where}`);
  }
  if (out === undefined) {
    await io.stdout.write(`${formatProtoJson(Registry, found.registry)}\n`);
    return;
  }
  try {
    // Not over a file that is there: it may be the only copy of another registry.
    await writeFile(out, found.bytes, { flag: 'wx' });
  } catch (error) {
    const message = `cannot write ${out}: ${messageOf(error)}`;
    throw new CliError('CLI_FILE_UNWRITABLE', message, { cause: error });
  }
  const version = found.position === undefined ? '' : ` of position ${found.position}`;
  await io.stderr.write(`${found.bytes.length} bytes${version} written\n`);
}
