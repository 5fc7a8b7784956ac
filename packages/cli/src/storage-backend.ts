import { Log } from '@quorate/log';
import { levelStorage } from '@quorate/log/leveldb';
import { Runtime } from '@quorate/process';
import { LogStorage, MemoryStorage, type Storage } from '@quorate/state';
import { LevelStorage } from '@quorate/state/leveldb';
import { ZooKeeperStorage, ZooKeeperUrl } from '@quorate/zookeeper';
import { tcpConnector } from '@quorate/zookeeper/node';
import { CliError } from './cli-error.ts';

/** Where a registry can be kept, under the names that Mesos' masters and Quorate know. */
export const BACKENDS = ['in_memory', 'leveldb', 'replicated_log', 'zookeeper'] as const;

/** One of the backends. */
export type BackendName = (typeof BACKENDS)[number];

/** Where entries are kept. */
export interface BackendOptions {
  /** One of `BACKENDS`. */
  readonly backend: string;
  /** The directory of `leveldb` or `replicated_log`. */
  readonly path?: string;
  /** The servers and the znode of `zookeeper`: `zk://host:port,host:port/znode`. */
  readonly servers?: string;
  /** How long `zookeeper` may take to be connected. Default: as long as it takes, in which operations wait. */
  readonly connectTimeoutMs?: number;
  /** Whether a directory that is not there is made. Default true. */
  readonly createIfMissing?: boolean;
  /** The most bytes of an entry of `leveldb` and `replicated_log`. Default: theirs. */
  readonly entrySizeMaxBytes?: number;
}

/** A storage that was opened by name. */
export interface OpenedBackend {
  readonly storage: Storage;
  /** Closes the storage, and all that was opened for it. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a storage by the name of its backend. `replicated_log` is a log of one replica, which is
 * initialised if it is new; a program whose log has several opens that itself, and a `LogStorage` on it.
 *
 * Rejects with `CLI_BACKEND_UNKNOWN` (the message lists those that are known), `CLI_BACKEND_OPTION_MISSING`,
 * `CLI_BACKEND_UNREACHABLE` after `connectTimeoutMs`, or as opening the storage fails.
 */
export async function openStorage(options: BackendOptions): Promise<OpenedBackend> {
  const backend = checkBackend(options.backend);
  const runtime = new Runtime();
  try {
    const { storage, close } = await open(backend, options, runtime);
    return {
      storage,
      close: async () => {
        await close();
        await runtime.close();
      },
    };
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

/** The name of a backend; throws `CLI_BACKEND_UNKNOWN`. */
export function checkBackend(name: string): BackendName {
  const backend = BACKENDS.find((each) => each === name);
  if (backend) return backend;
  const message = `there is no backend ${JSON.stringify(name)}: those that are known are ${BACKENDS.join(', ')}`;
  throw new CliError('CLI_BACKEND_UNKNOWN', message);
}

async function open(
  backend: BackendName,
  options: BackendOptions,
  runtime: Runtime,
): Promise<OpenedBackend> {
  const { createIfMissing = true, entrySizeMaxBytes } = options;
  const limits = entrySizeMaxBytes === undefined ? {} : { entrySizeMaxBytes };
  switch (backend) {
    case 'in_memory':
      return { storage: new MemoryStorage(), close: () => Promise.resolve() };
    case 'leveldb': {
      const path = given(options, backend, 'path');
      const storage = await LevelStorage.open({ path, runtime, createIfMissing, ...limits });
      return { storage, close: async () => storage.close() };
    }
    case 'replicated_log': {
      const path = given(options, backend, 'path');
      const replica = { storage: levelStorage({ path }), quorum: 1, autoInitialize: true };
      const log = await Log.open({ runtime, ...replica, ...limits });
      const storage = new LogStorage(log, { runtime });
      const close = async () => {
        await storage.close();
        await log.close();
      };
      return { storage, close };
    }
    case 'zookeeper': {
      const servers = given(options, backend, 'servers');
      const storage = new ZooKeeperStorage({ servers, runtime, connector: tcpConnector() });
      const { connectTimeoutMs } = options;
      if (connectTimeoutMs !== undefined) {
        await connected(storage, { servers, connectTimeoutMs, runtime });
      }
      return { storage, close: async () => storage.close() };
    }
  }
}

/** Operations wait for a connection: the first one tells whether there is any. */
async function connected(
  storage: ZooKeeperStorage,
  { servers, connectTimeoutMs, runtime }: Connecting,
): Promise<void> {
  try {
    await storage.names().after(runtime.clock, connectTimeoutMs, (late) => {
      late.discard();
      throw new CliError(
        'CLI_BACKEND_UNREACHABLE',
        `no server of ${ZooKeeperUrl.parse(servers)} has answered within ${connectTimeoutMs / 1000} s: is the address right, and does one of them run?`,
      );
    });
  } catch (error) {
    await storage.close();
    throw error;
  }
}

interface Connecting {
  readonly servers: string;
  readonly connectTimeoutMs: number;
  readonly runtime: Runtime;
}

function given(options: BackendOptions, backend: BackendName, name: 'path' | 'servers'): string {
  const value = options[name];
  if (value !== undefined && value !== '') return value;
  const what = name === 'path' ? '--path DIRECTORY' : '--servers zk://host:port,host:port/znode';
  throw new CliError('CLI_BACKEND_OPTION_MISSING', `the backend ${backend} needs ${what}`);
}
