import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Runtime, SystemClock } from '@quorate/process';
import { ZooKeeper, ZooKeeperError } from '../src/index.ts';
import type { SessionStatus, Stat, ZooKeeperOptions } from '../src/index.ts';
import { tcpConnector } from '../src/node/index.ts';
import { NetworkProxy } from './support/network-proxy.ts';
import { report } from '../../../testing/report.ts';
import { describeWithServer } from '../../../testing/describe-with-server.ts';
import { ZooKeeperServer } from '../../../testing/zookeeper-server.ts';
import { eventually } from './support/zookeeper-world.ts';

const CLIENTS = 40;
const ROUNDS = 3;
const EMPTY = new Uint8Array(0);

const clock = new SystemClock();

/** A row of the table of faults: CI shows it, and README.md quotes it. */
function reportFault(fault: string, measured: string, limit: string): void {
  report('zookeeper', fault, measured, limit);
}

/** A time as it is shown: in whole milliseconds. */
function shown(ms: number): string {
  return `${Math.round(ms).toLocaleString('en-US')} ms`;
}

/** A client and what became of its session, with the times. */
class Watched {
  readonly client: ZooKeeper;
  readonly statuses: { readonly status: SessionStatus; readonly atMs: number }[] = [];

  constructor(options: ZooKeeperOptions) {
    this.client = new ZooKeeper({
      ...options,
      onStatus: (status) => void this.statuses.push({ status, atMs: clock.now() }),
    });
  }

  get types(): readonly string[] {
    return this.statuses.map(({ status }) => status.type);
  }

  get isConnected(): boolean {
    return this.client.status.type === 'connected';
  }

  /** When the session last took this turn. */
  at(type: SessionStatus['type']): number | undefined {
    return this.statuses.findLast(({ status }) => status.type === type)?.atMs;
  }
}

describeWithServer('faults of a server', () => {
  let server: ZooKeeperServer;
  const runtime = new Runtime();

  beforeAll(async () => {
    server = await ZooKeeperServer.start();
    const [zooKeeper, java] = [await server.version(), await server.javaVersion()];
    report('zookeeper', `ZooKeeper ${zooKeeper}, Java ${java}, Node ${process.version}`);
    reportFault('fault', 'measured', 'limit');
  });
  afterAll(async () => {
    await runtime.close();
    await server.destroy();
  });

  function open(servers: string, sessionTimeoutMs: number): Watched {
    return new Watched({ servers, connector: tcpConnector(), runtime, sessionTimeoutMs });
  }

  test(`killed and restarted with ${CLIENTS} clients: all are back, with sessions and ephemerals`, async () => {
    const sessionMs = 30_000;
    const clients = Array.from({ length: CLIENTS }, () => open(server.address, sessionMs));
    const paths = clients.map((_, index) => `/kill-${index}`);
    await Promise.all(
      clients.map(({ client }, index) =>
        client.create(paths[index] ?? '', EMPTY, { ephemeral: true }),
      ),
    );
    const changes: string[] = [];
    for (const [index, { client }] of clients.entries()) {
      await client.get(paths[index] ?? '', { onChange: ({ path }) => void changes.push(path) });
    }
    for (let round = 1; round <= ROUNDS; round++) {
      const killedAt = clock.now();
      await server.kill();
      await eventually('all have noticed', () => clients.every((each) => !each.isConnected));
      const restartedAt = clock.now();
      await server.start();
      const servesAt = clock.now();
      await eventually('all are back', () => clients.every((each) => each.isConnected));
      const back = clients.filter((each) => each.isConnected).length;
      const [backAt, awayMs] = [clock.now(), clock.now() - killedAt];
      reportFault(
        `server killed and restarted, round ${round}`,
        `${back} of ${CLIENTS} clients back ${shown(awayMs)} after the kill, ${shown(backAt - restartedAt)} after the restart, ${shown(backAt - servesAt)} after the server served`,
        `all, within the session of ${shown(sessionMs)}`,
      );
      expect(awayMs).toBeLessThan(sessionMs);
    }
    for (const { types } of clients) {
      const turns = Array.from({ length: ROUNDS }, () => ['disconnected', 'connected']);
      expect(types).toEqual(['connected', ...turns.flat()]);
    }
    const [first] = clients;
    for (const [index, { client }] of clients.entries()) {
      const session = client.status.type === 'connected' && client.status.sessionId;
      const stat = (await first?.client.exists(paths[index] ?? '')) as Stat;
      expect(stat.ephemeralOwner).toBe(session);
      await client.set(paths[index] ?? '', Uint8Array.of(1));
    }
    await eventually('all watches came back', () => changes.length === CLIENTS);
    await Promise.all(clients.map(({ client }) => client.close()));
  });

  test('silent (SIGSTOP): noticed within the session, operations fail, all is well when it goes on', async () => {
    const sessionMs = 6_000;
    const watched = open(server.address, sessionMs);
    const { client } = watched;
    await client.create('/silent', EMPTY);
    await server.freeze();
    const frozenAt = clock.now();
    const setting = client.set('/silent', Uint8Array.of(1));
    await expect(setting).rejects.toMatchObject({
      code: 'ZOOKEEPER_CONNECTION_LOSS',
      outcome: 'unknown',
    });
    const noticedMs = clock.now() - frozenAt;
    server.thaw();
    const thawedAt = clock.now();
    await client.get('/silent');
    reportFault(
      'server silent (SIGSTOP)',
      `noticed after ${shown(noticedMs)}, back ${shown(clock.now() - thawedAt)} after it went on`,
      `noticed within the session of ${shown(sessionMs)}`,
    );
    expect(noticedMs).toBeLessThan(sessionMs);
    expect(watched.types).toEqual(['connected', 'disconnected', 'connected']);
    await client.close();
  });

  test('silent for longer than the session: its owner knows before anybody else can', async () => {
    const proxy = await NetworkProxy.start(server.port);
    const sessionMs = 2_000;
    const owner = open(proxy.address, sessionMs);
    const other = open(server.address, 10_000);
    await owner.client.create('/owned', EMPTY, { ephemeral: true });
    let goneAt = 0;
    await other.client.exists('/owned', { onChange: () => (goneAt = clock.now()) });
    proxy.stall();
    const stalledAt = clock.now();
    const failing = expect(owner.client.get('/owned')).rejects.toThrow(ZooKeeperError);
    await eventually('the server has ended the session', () => goneAt > 0);
    await failing;
    expect(owner.types).toEqual(['connected', 'disconnected', 'ended']);
    const knewAt = owner.at('ended') ?? Infinity;
    expect(knewAt).toBeLessThanOrEqual(goneAt);
    reportFault(
      `no network for a session of ${shown(sessionMs)}`,
      `its owner knew that it had expired after ${shown(knewAt - stalledAt)}`,
      `before its ephemeral znode went, after ${shown(goneAt - stalledAt)}`,
    );
    await expect(owner.client.get('/owned')).rejects.toMatchObject({
      code: 'ZOOKEEPER_SESSION_EXPIRED',
      outcome: 'definite',
    });
    await other.client.close();
    await proxy.close();
  });

  test('down for longer than the session: operations that wait fail, and nothing hangs', async () => {
    const sessionMs = 3_000;
    const watched = open(server.address, sessionMs);
    await watched.client.exists('/');
    const killedAt = clock.now();
    await server.kill();
    await expect(watched.client.get('/')).rejects.toMatchObject({
      code: expect.stringMatching(/CONNECTION_LOSS|SESSION_EXPIRED/),
    });
    await expect(watched.client.get('/')).rejects.toMatchObject({
      code: 'ZOOKEEPER_SESSION_EXPIRED',
    });
    expect(watched.client.status.type).toBe('ended');
    const endedMs = (watched.at('ended') ?? Infinity) - killedAt;
    const limitMs = 2 * sessionMs; // The timer of a busy machine is late.
    reportFault(
      `server down for a session of ${shown(sessionMs)}`,
      `the session had expired, and what waited had failed, after ${shown(endedMs)}`,
      `within ${shown(limitMs)}`,
    );
    expect(endedMs).toBeLessThan(limitMs);
    await watched.client.close();
    await server.start();
  });
});

describeWithServer('faults of an ensemble', () => {
  let servers: readonly ZooKeeperServer[] = [];
  const runtime = new Runtime();

  beforeAll(async () => {
    servers = await ZooKeeperServer.startEnsemble(3);
  });
  afterAll(async () => {
    await runtime.close();
    await Promise.all(servers.map((server) => server.destroy()));
  });

  async function leader(): Promise<ZooKeeperServer> {
    for (;;) {
      for (const server of servers) if ((await server.mode()) === 'leader') return server;
    }
  }

  test('the leader is killed under load: nothing acknowledged is lost, nothing is done twice', async () => {
    const sessionMs = 10_000;
    const watched = new Watched({
      servers: servers.map(({ address }) => address).join(','),
      ...{ connector: tcpConnector(), runtime, sessionTimeoutMs: sessionMs },
    });
    const { client } = watched;
    await client.create('/load', EMPTY);
    const acknowledged: string[] = [];
    const unknown: string[] = [];
    const definite: string[] = [];
    let lastAckAt = 0;
    let longestGapMs = 0;
    const write = async (name: string): Promise<void> => {
      try {
        await client.create(`/load/${name}`, EMPTY);
        if (lastAckAt > 0) longestGapMs = Math.max(longestGapMs, clock.now() - lastAckAt);
        lastAckAt = clock.now();
        acknowledged.push(name);
      } catch (error) {
        if (!(error instanceof ZooKeeperError)) throw error;
        (error.outcome === 'unknown' ? unknown : definite).push(name);
      }
    };
    let isOver = false;
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      for (let turn = 0; !isOver; turn++) await write(`${writer}-${turn}`);
    });
    await eventually('some are acknowledged', () => acknowledged.length > 200);
    const killed = await leader();
    await killed.kill();
    const before = acknowledged.length;
    await eventually('writes go on', () => acknowledged.length > before + 200, 40_000);
    await killed.start();
    isOver = true;
    await Promise.all(writers);
    await client.sync('/load');
    const stored = new Set((await client.children('/load')).children);
    const lost = acknowledged.filter((name) => !stored.has(name));
    const undone = definite.filter((name) => stored.has(name));
    const done = unknown.filter((name) => stored.has(name));
    reportFault(
      'leader of 3 killed under load',
      `${acknowledged.length} creates acknowledged, ${lost.length} of them lost; ${unknown.length} of unknown outcome, ${done.length} of them done; ${shown(longestGapMs)} without an acknowledgement`,
      `none lost; within the session of ${shown(sessionMs)}`,
    );
    expect(lost).toEqual([]);
    expect(undone).toEqual([]);
    expect(longestGapMs).toBeLessThan(sessionMs);
    expect(watched.types.filter((type) => type === 'ended')).toEqual([]);
    await client.close();
  });
});
