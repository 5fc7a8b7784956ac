import { formatProtoJson, Registry } from '@quorate/messages';
import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import { rangesText } from '../record-text.ts';
import { replayRegistry } from '../registry-replay.ts';
import { registryText } from '../registry-text.ts';

export interface RegistryShowOptions {
  readonly path: string;
  readonly json?: boolean;
}

/** Prints the registry that a registrar's log holds. */
export async function registryShow(options: RegistryShowOptions, io: CliIo): Promise<void> {
  await withLogContents(options.path, async (contents) => {
    const { registry, position } = await replayRegistry(contents);
    const { missing, end } = contents.summary;
    if (missing.length > 0 && end > 0) {
      await io.stderr.write(
        `warning: this replica has not learned positions ${rangesText(missing)}; ` +
          'the registry may have changed there\n',
      );
    }
    if (options.json === true) {
      await io.stdout.write(`${registry ? formatProtoJson(Registry, registry) : '{}'}\n`);
      return;
    }
    await io.stdout.write(registry ? registryText(registry, position, io) : 'no registry\n');
  });
}
