import { Runtime, VirtualClock } from '@quorate/process';
import type { Authentication, GroupOptions, ZooKeeperOptions } from '../../src/index.ts';
import { Group, ZooKeeper } from '../../src/index.ts';
import { tcpConnector } from '../../src/node/index.ts';
import { NetworkProxy } from './network-proxy.ts';
import { type ZooKeeperServer } from '../../../../testing/zookeeper-server.ts';

/** One server for the tests of a file, and for each test its network, a runtime and a path. */
export class ZooKeeperWorld {
  readonly server: ZooKeeperServer;
  readonly proxy: NetworkProxy;
  /** Follows real time until a test pauses it. */
  readonly clock = new VirtualClock();
  readonly runtime: Runtime;
  /** No other test uses it. */
  readonly path: string;

  private constructor(server: ZooKeeperServer, proxy: NetworkProxy, path: string) {
    this.server = server;
    this.proxy = proxy;
    this.path = path;
    this.clock.resume();
    this.runtime = new Runtime({ clock: this.clock });
  }

  static async open(server: ZooKeeperServer): Promise<ZooKeeperWorld> {
    const proxy = await NetworkProxy.start(server.port);
    return new ZooKeeperWorld(server, proxy, `/test-${proxy.port}`);
  }

  client(options: Partial<ZooKeeperOptions> = {}): ZooKeeper {
    return new ZooKeeper({ ...this.connection(), ...options });
  }

  group(options: Partial<GroupOptions> = {}): Group {
    return new Group({ ...this.connection(), path: this.path, ...options });
  }

  /** How the server is reached, through the proxy. */
  connection(): Pick<ZooKeeperOptions, 'servers' | 'connector' | 'runtime'> {
    return { servers: this.proxy.address, connector: tcpConnector(), runtime: this.runtime };
  }

  /** Lets time pass that nobody waits for. */
  async advance(ms: number): Promise<void> {
    this.clock.pause();
    await this.clock.advance(ms);
    this.clock.resume();
  }

  async close(): Promise<void> {
    await this.runtime.close();
    this.clock.pause();
    await this.proxy.close();
  }
}

/** Credentials for the scheme `digest`. */
export function digest(user: string): Authentication {
  return { scheme: 'digest', credentials: `${user}:${user}` };
}

/** Resolves once `condition` holds; for what happens elsewhere and tells nobody. */
export async function eventually(
  what: string,
  condition: () => boolean,
  ms = 60_000,
): Promise<void> {
  const deadline = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not so after ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function text(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes);
}
