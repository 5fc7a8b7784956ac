import type { Registry } from '@quorate/messages';
import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import { registryDifferences, type RegistryDifference } from '../registry-difference.ts';
import { differencesText } from '../registry-difference-text.ts';
import { warnOfGaps } from '../registry-gaps.ts';
import { registryVersions } from '../registry-replay.ts';

export interface RegistryHistoryOptions {
  readonly path: string;
  readonly json?: boolean;
}

/** Prints what each entry of a registrar's log made of the registry. */
export async function registryHistory(options: RegistryHistoryOptions, io: CliIo): Promise<void> {
  await withLogContents(options.path, async (contents) => {
    await warnOfGaps(contents, io);
    let before: Registry | undefined;
    let isEmpty = true;
    for await (const { position, registry, entrySizeBytes, sizeBytes } of registryVersions(
      contents,
    )) {
      const differences = isEmpty ? [] : registryDifferences(before, registry);
      const version = { position, entrySizeBytes, sizeBytes, ...countsOf(registry) };
      const line =
        options.json === true
          ? JSON.stringify({ ...version, differences })
          : lineOf(version, differences);
      await io.stdout.write(`${line}\n`);
      before = registry;
      isEmpty = false;
    }
    if (isEmpty && options.json !== true) await io.stdout.write('no registry\n');
  });
}

function countsOf(registry: Registry | undefined) {
  return {
    admitted: registry?.slaves?.slaves.length ?? 0,
    unreachable: registry?.unreachable?.slaves.length ?? 0,
    gone: registry?.gone?.slaves.length ?? 0,
  };
}

type Version = ReturnType<typeof countsOf> &
  Readonly<Record<'position' | 'entrySizeBytes' | 'sizeBytes', number>>;

function lineOf(version: Version, differences: readonly RegistryDifference[]): string {
  const { position, entrySizeBytes, sizeBytes, admitted, unreachable, gone } = version;
  const counts = `${admitted} admitted, ${unreachable} unreachable, ${gone} gone`;
  const sizes = `${sizeBytes} bytes, entry ${entrySizeBytes}`;
  const changes = differences.length === 0 ? '' : `: ${differencesText(differences, ', ')}`;
  return `${position}: ${counts} (${sizes})${changes}`;
}
