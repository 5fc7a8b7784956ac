import { formatProtoJson, Registry } from '@quorate/messages';
import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import { warnOfGaps } from '../registry-gaps.ts';
import { registryVersionAt } from '../registry-replay.ts';
import { registryText } from '../registry-text.ts';

export interface RegistryShowOptions {
  readonly path: string;
  readonly json?: boolean;
}

/** Prints the registry that a registrar's log holds. */
export async function registryShow(options: RegistryShowOptions, io: CliIo): Promise<void> {
  await withLogContents(options.path, async (contents) => {
    const { registry, position } = (await registryVersionAt(contents)) ?? {};
    await warnOfGaps(contents, io);
    if (options.json === true) {
      await io.stdout.write(`${registry ? formatProtoJson(Registry, registry) : '{}'}\n`);
      return;
    }
    await io.stdout.write(registry ? registryText(registry, position, io) : 'no registry\n');
  });
}
