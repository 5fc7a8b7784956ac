import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import { registryDifferences } from '../registry-difference.ts';
import { differencesText } from '../registry-difference-text.ts';
import { warnOfGaps } from '../registry-gaps.ts';
import { registryVersionAt } from '../registry-replay.ts';

export interface RegistryDiffOptions {
  readonly path: string;
  /** The registry as of that position; absent: none. */
  readonly from?: number;
  /** Default: the last. */
  readonly to?: number;
  readonly json?: boolean;
}

/** Prints what is different between the registry as of two positions of a registrar's log. */
export async function registryDiff(options: RegistryDiffOptions, io: CliIo): Promise<void> {
  await withLogContents(options.path, async (contents) => {
    await warnOfGaps(contents, io);
    const before = await registryVersionAt(contents, options.from ?? -1);
    const after = await registryVersionAt(contents, options.to);
    const differences = registryDifferences(before?.registry, after?.registry);
    if (options.json === true) {
      const positions = { from: before?.position ?? null, to: after?.position ?? null };
      await io.stdout.write(`${JSON.stringify({ ...positions, differences })}\n`);
      return;
    }
    const text = differencesText(differences, '\n');
    await io.stdout.write(text === '' ? 'no difference\n' : `${text}\n`);
  });
}
