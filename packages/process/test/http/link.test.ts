// Links to processes of other runtimes, over real sockets.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { httpTransport } from '../../src/http/index.ts';
import type { HttpTransport } from '../../src/http/index.ts';
import { Completer, Pid, Process, Runtime } from '../../src/index.ts';
import type { Future } from '../../src/index.ts';

/** Links, and says who has exited. */
class Linker extends Process {
  readonly exits: string[] = [];
  readonly #first = new Completer<string>();

  get exit(): Future<string> {
    return this.#first.future;
  }

  linkTo(pid: Pid): void {
    this.link(pid);
  }

  ping(pid: Pid): void {
    this.runtime.post(pid, 'ping', new Uint8Array(), this.self);
  }

  protected override exited(pid: Pid): void {
    this.exits.push(`${pid}`);
    this.#first.set(`${pid}`);
  }
}

let transport: HttpTransport;
let runtime: Runtime;

beforeEach(async () => {
  transport = await httpTransport({ listen: { host: '127.0.0.1', port: 0 }, upgrade: false });
  runtime = new Runtime({ transport });
});

afterEach(async () => {
  await runtime.close();
});

function spawnLinker(): Linker {
  const linker = new Linker();
  runtime.spawn(linker);
  return linker;
}

/** A program of its own that takes connections and says nothing, as a peer that is linked to does. */
async function spawnPeer(): Promise<{ pid: Pid; kill: () => void }> {
  const code = `require('net').createServer((socket) => socket.on('error', () => 0).resume())
    .listen(0, '127.0.0.1', function () { console.log(this.address().port) })`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    pid: new Pid('linkee', `127.0.0.1:${Number(line.toString())}`),
    kill: () => child.kill('SIGKILL'),
  };
}

/** Takes connections in this program; `next` waits for one. */
class Peer {
  readonly server: Server = createServer({ allowHalfOpen: true });
  readonly #sockets: Socket[] = [];

  async listen(): Promise<this> {
    this.server.on('connection', (socket) => {
      this.#sockets.push(socket);
      socket.on('error', () => undefined);
    });
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return this;
  }

  pid(id = 'linkee'): Pid {
    return new Pid(id, `127.0.0.1:${(this.server.address() as AddressInfo).port}`);
  }

  async next(): Promise<Socket> {
    const waiting = this.#sockets.shift();
    if (waiting) return waiting;
    await once(this.server, 'connection');
    return this.next();
  }

  close(): void {
    this.server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

async function connected(address: string): Promise<void> {
  while (transport.protocolTo(address) === undefined) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a program that is killed', () => {
  test('RemoteLink: whoever is linked to a process there sees it exit', async () => {
    const peer = await spawnPeer();
    const linker = spawnLinker();
    await runtime.dispatch(linker.self as Pid<Linker>, 'linkTo', peer.pid);
    await connected(peer.pid.address);
    peer.kill();
    expect(await linker.exit).toBe(`${peer.pid}`);
  });

  test('RemoteRelink: a reconnect without a link before it is a link', async () => {
    const peer = await spawnPeer();
    const linker = spawnLinker();
    transport.reconnect(peer.pid.address);
    await runtime.dispatch(linker.self as Pid<Linker>, 'linkTo', peer.pid);
    await connected(peer.pid.address);
    peer.kill();
    expect(await linker.exit).toBe(`${peer.pid}`);
  });

  test('RemoteLinkRelink: link and reconnect give one exit', async () => {
    const peer = await spawnPeer();
    const linker = spawnLinker();
    await runtime.dispatch(linker.self as Pid<Linker>, 'linkTo', peer.pid);
    await connected(peer.pid.address);
    transport.reconnect(peer.pid.address);
    await connected(peer.pid.address);
    expect(linker.exits).toEqual([]);
    peer.kill();
    await linker.exit;
    await runtime.settle();
    expect(linker.exits).toEqual([`${peer.pid}`]);
  });

  test('RemoteDoubleLinkRelink: a reconnect of one linker is nothing to the other, and both see the exit', async () => {
    const peer = await spawnPeer();
    const [one, two] = [spawnLinker(), spawnLinker()];
    for (const linker of [one, two]) {
      await runtime.dispatch(linker.self as Pid<Linker>, 'linkTo', peer.pid);
    }
    await connected(peer.pid.address);
    transport.reconnect(peer.pid.address);
    await runtime.dispatch(one.self as Pid<Linker>, 'linkTo', peer.pid);
    await connected(peer.pid.address);
    peer.kill();
    await Promise.all([one.exit, two.exit]);
    expect([one.exits, two.exits]).toEqual([[`${peer.pid}`], [`${peer.pid}`]]);
  });
});

test('RemoteLinkLeak: a connection that cannot be made is an exit', async () => {
  const linker = spawnLinker();
  const nowhere = new Pid('linkee', 'no-such-host.invalid:5050');
  await runtime.dispatch(linker.self as Pid<Linker>, 'linkTo', nowhere);
  expect(await linker.exit).toBe(`${nowhere}`);
  await runtime.dispatch(linker.self as Pid<Linker>, 'linkTo', new Pid('linkee', 'no address'));
});

describe('a connection that the peer has closed on its side', () => {
  test('RemoteUseStaleLink: is an exit for whoever is linked, also when it is written to', async () => {
    const peer = await new Peer().listen();
    const linker = spawnLinker();
    await runtime.dispatch(linker.self as Pid<Linker>, 'linkTo', peer.pid());
    const socket = await peer.next();
    await connected(peer.pid().address);
    socket.end();
    await runtime.dispatch(linker.self as Pid<Linker>, 'ping', peer.pid());
    expect(await linker.exit).toBe(`${peer.pid()}`);
    peer.close();
  });

  test('RemoteStaleLinkRelink: after a reconnect messages arrive, and the end of the new one is the exit', async () => {
    const peer = await new Peer().listen();
    const linker = spawnLinker();
    await runtime.dispatch(linker.self as Pid<Linker>, 'linkTo', peer.pid());
    await peer.next();
    await connected(peer.pid().address);
    transport.reconnect(peer.pid().address);
    await runtime.dispatch(linker.self as Pid<Linker>, 'ping', peer.pid());
    const socket = await peer.next();
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    expect(bytes.toString()).toMatch(/^POST \/linkee\/ping HTTP/);
    expect(linker.exits).toEqual([]);
    socket.destroy();
    expect(await linker.exit).toBe(`${peer.pid()}`);
    peer.close();
  });
});

test('all processes that were linked at one address exit with its connection', async () => {
  const peer = await new Peer().listen();
  const linker = spawnLinker();
  for (const id of ['a', 'b', 'a']) {
    await runtime.dispatch(linker.self as Pid<Linker>, 'linkTo', peer.pid(id));
  }
  (await peer.next()).destroy();
  await linker.exit;
  await runtime.settle();
  expect(linker.exits).toEqual([`${peer.pid('a')}`, `${peer.pid('b')}`]);
  peer.close();
});
