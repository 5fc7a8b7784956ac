import { nodeFileSystem } from '@quorate/checkpoint/node';
import type { RecoveryMode } from '@quorate/log';
import type { HostAndPort } from '@quorate/process/http';
import { InvalidArgumentError } from 'commander';
import { CliError } from './cli-error.ts';
import { directory, hostAndPort, positiveInteger } from './option-values.ts';
import type { SecurityFlags } from './peer-security.ts';
import { readPlainFile } from './plain-file.ts';

const CONFIG_BYTES_MAX = 1024 * 1024;

/** How a replica is to run: what flags and the file of `--config` say together. */
export interface ReplicaConfig extends SecurityFlags {
  readonly path: string;
  readonly quorum: number;
  readonly listen: HostAndPort;
  /** What others connect to, where that is something else. */
  readonly advertise?: HostAndPort;
  /** All members, this one included. */
  readonly peers: readonly string[];
  readonly recovery?: RecoveryMode;
  readonly identity?: string;
  readonly clusterId?: string;
  readonly replicaId?: string;
  readonly autoInitialize?: boolean;
  readonly insecure?: boolean;
}

/** What was given on the command line. */
export interface ReplicaFlags extends Partial<ReplicaConfig> {
  readonly config?: string;
  readonly json?: boolean;
}

/** Each key of the file, and how its value is read. */
const KEYS: { readonly [K in keyof ReplicaConfig]-?: (value: unknown) => ReplicaConfig[K] } = {
  path: (value) => directory(text(value)),
  quorum: (value) => positiveInteger(String(value)),
  listen: (value) => hostAndPort(text(value)),
  advertise: (value) => hostAndPort(text(value)),
  peers: texts,
  recovery: recoveryMode,
  identity: text,
  clusterId: text,
  replicaId: text,
  autoInitialize: flag,
  insecure: flag,
  tlsKey: text,
  tlsCert: text,
  tlsCa: text,
  secretFile: text,
};

const REQUIRED = ['path', 'quorum', 'listen', 'peers'] as const;

/**
 * The flags, and what the file says where there is none. Throws `CLI_CONFIG_INVALID` for a file that says
 * what makes no sense, `CLI_USAGE` when something is missing, and as `readPlainFile` does.
 */
export async function replicaConfig(flags: ReplicaFlags): Promise<ReplicaConfig> {
  const { config, json, ...given } = flags;
  const file = config === undefined ? {} : await configFile(config);
  const merged: Partial<ReplicaConfig> = { ...file, ...given };
  const missing = REQUIRED.filter((key) => merged[key] === undefined);
  if (missing.length > 0) {
    const names = missing.map((key) => `--${key}`).join(', ');
    throw new CliError('CLI_USAGE', `${names} must be given, here or in the file of --config`);
  }
  return merged as ReplicaConfig;
}

async function configFile(path: string): Promise<Partial<ReplicaConfig>> {
  const bytes = await readPlainFile(nodeFileSystem(), path, CONFIG_BYTES_MAX);
  const config: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(objectOf(path, bytes))) {
    if (!Object.hasOwn(KEYS, key)) {
      throw invalid(path, `there is no key ${JSON.stringify(key)}; there are ${KNOWN}`);
    }
    try {
      config[key] = KEYS[key as keyof ReplicaConfig](value);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      throw invalid(path, `${key} is ${JSON.stringify(value)}. ${error.message}`);
    }
  }
  return config;
}

const KNOWN = Object.keys(KEYS).join(', ');

function objectOf(path: string, bytes: Uint8Array): object {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw invalid(path, `it is no JSON: ${(error as Error).message}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw invalid(path, 'it is no JSON object');
}

function invalid(path: string, problem: string): CliError {
  return new CliError('CLI_CONFIG_INVALID', `${path}: ${problem}`);
}

function text(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new InvalidArgumentError('Expected a text that is not empty.');
}

function texts(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.length > 0) return value.map(text);
  throw new InvalidArgumentError('Expected a list of texts.');
}

function flag(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new InvalidArgumentError('Expected true or false.');
}

function recoveryMode(value: unknown): RecoveryMode {
  if (value === 'safe' || value === 'mesos') return value;
  throw new InvalidArgumentError("Expected 'safe' or 'mesos'.");
}
