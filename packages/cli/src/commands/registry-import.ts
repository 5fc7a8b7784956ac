import { REGISTRY_VARIABLE_NAME } from '@quorate/registrar';
import { State } from '@quorate/state';
import { CliError } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { withLogContents } from '../log-contents.ts';
import { warnOfGaps } from '../registry-gaps.ts';
import { registryVersionAt, type RegistryVersion } from '../registry-replay.ts';
import { openStorage } from '../storage-backend.ts';
import { checkSuitable, type RegistryPlace } from '../stored-registry.ts';

/** An entry of a log may have 1 MiB unless it is told otherwise; this much goes with a registry. */
const ENTRY_OVERHEAD_BYTES = 1_024;
const ENTRY_SIZE_BYTES_MIN = 1_048_576;

export interface RegistryImportOptions extends RegistryPlace {
  /** The log's directory. */
  readonly from: string;
  /** Whether a registry that is there may be replaced. */
  readonly force?: boolean;
  readonly json?: boolean;
}

/**
 * Takes the registry out of a log, such as that of a Mesos master, and stores it in another backend, byte
 * for byte; then reads it back.
 *
 * Throws `CLI_REGISTRY_MISSING`, `CLI_REGISTRY_EXISTS` without `force`, `CLI_REGISTRY_CHANGED` when what is
 * read back is something else, `CLI_BACKEND_UNSUITABLE`.
 */
export async function registryImport(options: RegistryImportOptions, io: CliIo): Promise<void> {
  checkSuitable(options.backend);
  const version = await withLogContents(options.from, async (contents) => {
    await warnOfGaps(contents, io);
    return registryVersionAt(contents);
  });
  if (!version?.registry) {
    throw new CliError('CLI_REGISTRY_MISSING', `${options.from} holds no registry`);
  }
  const size = Math.max(ENTRY_SIZE_BYTES_MIN, version.sizeBytes + ENTRY_OVERHEAD_BYTES);
  await store(options, version.bytes, size);
  // Opened anew, so that it is the disk that answers.
  await verify(options, version.bytes, size);
  await io.stdout.write(options.json === true ? jsonOf(version) : textOf(version, options));
}

async function store(
  options: RegistryImportOptions,
  bytes: Uint8Array,
  entrySizeMaxBytes: number,
): Promise<void> {
  const { storage, close } = await openStorage({ ...options, entrySizeMaxBytes });
  try {
    const state = new State(storage);
    const variable = await state.fetch(REGISTRY_VARIABLE_NAME);
    if (variable.sizeBytes > 0 && options.force !== true) {
      const message = `the backend holds a registry of ${variable.sizeBytes} bytes already: --force replaces it`;
      throw new CliError('CLI_REGISTRY_EXISTS', message);
    }
    if (!(await state.store(variable.mutate(bytes))))
      throw changed('was stored by another program');
  } finally {
    await close();
  }
}

async function verify(
  options: RegistryImportOptions,
  bytes: Uint8Array,
  entrySizeMaxBytes: number,
): Promise<void> {
  const { storage, close } = await openStorage({ ...options, entrySizeMaxBytes });
  try {
    const { value } = await new State(storage).fetch(REGISTRY_VARIABLE_NAME);
    if (!Buffer.from(value).equals(bytes)) throw changed('is not what was imported');
  } finally {
    await close();
  }
}

function changed(what: string): CliError {
  const message = `the registry in the backend ${what}: is it in use? Stop what uses it, and import again`;
  return new CliError('CLI_REGISTRY_CHANGED', message);
}

function jsonOf({ position, sizeBytes, registry }: RegistryVersion): string {
  const admitted = registry?.slaves?.slaves.length ?? 0;
  return `${JSON.stringify({ position, sizeBytes, admitted, verified: true })}\n`;
}

function textOf(version: RegistryVersion, { backend }: RegistryImportOptions): string {
  const admitted = version.registry?.slaves?.slaves.length ?? 0;
  return `registry of position ${version.position} (${version.sizeBytes} bytes, ${admitted} admitted) imported into ${backend}, and read back\n`;
}
