import { writeFile } from 'node:fs/promises';
import { formatProtoJson, Registry } from '@quorate/messages';
import { CliError, messageOf } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import { warnOfGaps } from '../registry-gaps.ts';
import { registryVersionAt } from '../registry-replay.ts';

export interface RegistryExportOptions {
  readonly path: string;
  /** The registry as of that position. Default: the last. */
  readonly position?: number;
  /** A file that gets the bytes of the message; absent: JSON is printed. */
  readonly out?: string;
}

/**
 * Takes the registry out of a registrar's log: as the bytes of `mesos.internal.Registry`, or as JSON.
 *
 * Throws `CLI_REGISTRY_MISSING` if the log has none there, `CLI_FILE_UNWRITABLE`.
 */
export async function registryExport(options: RegistryExportOptions, io: CliIo): Promise<void> {
  await withLogContents(options.path, async (contents) => {
    await warnOfGaps(contents, io);
    const version = await registryVersionAt(contents, options.position);
    if (!version?.registry) {
      const where = options.position === undefined ? '' : ` as of position ${options.position}`;
      throw new CliError('CLI_REGISTRY_MISSING', `${options.path} holds no registry${where}`);
    }
    if (options.out === undefined) {
      await io.stdout.write(`${formatProtoJson(Registry, version.registry)}\n`);
      return;
    }
    try {
      // Not over a file that is there: it may be the only copy of another registry.
      await writeFile(options.out, version.bytes, { flag: 'wx' });
    } catch (error) {
      throw new CliError(
        'CLI_FILE_UNWRITABLE',
        `cannot write ${options.out}: ${messageOf(error)}`,
        {
          cause: error,
        },
      );
    }
    await io.stderr.write(`${version.sizeBytes} bytes of position ${version.position} written\n`);
  });
}
