import { formatProtoJson, Registry } from '@quorate/messages';
import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import { warnOfGaps } from '../registry-gaps.ts';
import { registryVersionAt } from '../registry-replay.ts';
import { registryText } from '../registry-text.ts';
import { storedRegistry, type RegistryPlace } from '../stored-registry.ts';

export interface RegistryShowOptions extends RegistryPlace {
  readonly json?: boolean;
}

/** Prints the registry that a backend holds. */
export async function registryShow(options: RegistryShowOptions, io: CliIo): Promise<void> {
  const { backend, path = '' } = options;
  if (backend !== 'replicated_log') return print(await storedRegistry(options), options, io);
  await withLogContents(path, async (contents) => {
    const version = await registryVersionAt(contents);
    await warnOfGaps(contents, io);
    await print(version, options, io);
  });
}

interface Found {
  readonly registry: Registry | undefined;
  readonly position?: number;
}

async function print(
  found: Found | undefined,
  { json }: RegistryShowOptions,
  io: CliIo,
): Promise<void> {
  const { registry, position } = found ?? {};
  if (json === true) {
    await io.stdout.write(`${registry ? formatProtoJson(Registry, registry) : '{}'}\n`);
    return;
  }
  await io.stdout.write(registry ? registryText(registry, position, io) : 'no registry\n');
}
