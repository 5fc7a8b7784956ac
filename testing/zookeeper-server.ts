import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.ts';

const JARS = ['/usr/share/java/zookeeper.jar', '/usr/share/java/slf4j-simple.jar'];
const START_MS_MAX = 60_000;
/** Sessions end at a multiple of it; a leader waits 10 of it for a follower. */
const TICK_MS = 250;

/** Whether the server of Debian's package `libzookeeper-java` is installed. */
export const isZooKeeperInstalled = JARS.every((jar) => existsSync(jar));

/** Between these a server keeps the time-outs of sessions. */
export interface SessionBounds {
  readonly minMs: number;
  readonly maxMs: number;
}

const WIDE_BOUNDS: SessionBounds = { minMs: 500, maxMs: 60_000 };

/** A real ZooKeeper server on the loopback, in a directory of its own. */
export class ZooKeeperServer {
  readonly port: number;
  readonly #directory: string;
  #process: ChildProcess | undefined;
  #failure: Error | undefined;

  private constructor(port: number, directory: string) {
    this.port = port;
    this.#directory = directory;
  }

  /** One server alone, once it serves. */
  static async start(bounds: SessionBounds = WIDE_BOUNDS): Promise<ZooKeeperServer> {
    const server = ZooKeeperServer.#make(await freePort(), bounds);
    await server.start();
    return server;
  }

  /** An ensemble, once each of its servers serves. */
  static async startEnsemble(count: number): Promise<readonly ZooKeeperServer[]> {
    const ids = Array.from({ length: count }, (_, index) => index + 1);
    const peers = await Promise.all(
      ids.map(async (id) => {
        const [quorumPort, electionPort] = [await freePort(), await freePort()];
        return `server.${id}=127.0.0.1:${quorumPort}:${electionPort}`;
      }),
    );
    const servers: ZooKeeperServer[] = [];
    for (const id of ids)
      servers.push(ZooKeeperServer.#make(await freePort(), WIDE_BOUNDS, peers, id));
    await Promise.all(servers.map((server) => server.start()));
    return servers;
  }

  static #make(
    port: number,
    { minMs, maxMs }: SessionBounds,
    peers: readonly string[] = [],
    id?: number,
  ): ZooKeeperServer {
    const directory = mkdtempSync(join(tmpdir(), 'quorate-zookeeper-'));
    const lines = [
      `dataDir=${directory}`,
      `clientPort=${port}`,
      'clientPortAddress=127.0.0.1',
      `tickTime=${TICK_MS}`,
      'initLimit=40',
      'syncLimit=10',
      'maxClientCnxns=0',
      `minSessionTimeout=${minMs}`,
      `maxSessionTimeout=${maxMs}`,
      'admin.enableServer=false',
      '4lw.commands.whitelist=*',
      ...peers,
    ];
    writeFileSync(join(directory, 'zoo.cfg'), `${lines.join('\n')}\n`);
    if (id !== undefined) writeFileSync(join(directory, 'myid'), `${id}\n`);
    return new ZooKeeperServer(port, directory);
  }

  /** Where clients find it. */
  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Starts it, on the data it has. Resolves once it serves. */
  async start(): Promise<void> {
    this.spawn();
    const deadline = Date.now() + START_MS_MAX;
    while ((await this.mode()) === undefined) {
      const hasEnded = this.#failure !== undefined || this.#process?.exitCode !== null;
      if (Date.now() > deadline || hasEnded) {
        throw new Error(`ZooKeeper does not serve: ${this.#failure?.message}\n${this.#output()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Starts it and does not wait. */
  spawn(): void {
    const log = openSync(join(this.#directory, 'output'), 'a');
    this.#process = spawn(
      'java',
      [
        ...['-Xms32m', '-Xmx192m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
        ...['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', JARS.join(':')],
        'org.apache.zookeeper.server.quorum.QuorumPeerMain',
        join(this.#directory, 'zoo.cfg'),
      ],
      { stdio: ['ignore', log, log] },
    );
    closeSync(log);
    this.#failure = undefined;
    this.#process.once('error', (error) => (this.#failure = error));
  }

  /** Ends it as a crash does. Resolves once it is gone. */
  async kill(): Promise<void> {
    const child = this.#process;
    const isGone = child?.exitCode !== null || child.signalCode !== null;
    if (!child || isGone || this.#failure) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** It keeps its connections and says nothing, once this resolves: its threads stop one after the other. */
  async freeze(): Promise<void> {
    const pid = this.#process?.pid;
    this.#process?.kill('SIGSTOP');
    while (readdirSync(`/proc/${pid}/task`).some((task) => !isStopped(pid, task))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Ends it and removes what it had on disk. */
  async destroy(): Promise<void> {
    await this.kill();
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** `standalone`, `leader` or `follower`; undefined while it does not serve. */
  async mode(): Promise<string | undefined> {
    return /^Mode: (\w+)$/m.exec(await this.ask('srvr'))?.[1];
  }

  /** The version it says it is. */
  async version(): Promise<string> {
    return /version: ([^-,]+)/.exec(await this.ask('srvr'))?.[1] ?? 'unknown';
  }

  /** The version of the Java it runs on. */
  async javaVersion(): Promise<string> {
    return /^java\.version=(.+)$/m.exec(await this.ask('envi'))?.[1] ?? 'unknown';
  }

  /** The answer to one of the commands of four letters; empty if there is none. */
  ask(command: string): Promise<string> {
    return new Promise((resolve) => {
      const chunks: Buffer[] = [];
      const socket = connect({ host: '127.0.0.1', port: this.port, timeout: 2_000 });
      socket.on('connect', () => socket.write(command));
      socket.on('data', (bytes) => chunks.push(bytes));
      socket.on('error', () => undefined);
      socket.on('timeout', () => socket.destroy());
      socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    });
  }

  #output(): string {
    return readFileSync(join(this.#directory, 'output'), 'utf8').slice(-2_000);
  }
}

function isStopped(pid: number | undefined, task: string): boolean {
  try {
    return /^State:\s+T/m.test(readFileSync(`/proc/${pid}/task/${task}/status`, 'utf8'));
  } catch {
    return true; // It has come to its end.
  }
}
