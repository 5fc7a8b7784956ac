import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';

/** One replica as a program of its own, behind a proxy for its peers and one for clients, on one directory. */
export class Replica {
  /** Whether something is being done to it. */
  isStruck = false;
  /** Why it ended by itself, which it never does. */
  problem;

  #program;
  #argv = [];
  #child;
  #ended = Promise.resolve();
  #isMeant = false;

  constructor({ name, program, path, port, peers, clients }) {
    this.name = name;
    this.path = path;
    this.peers = peers;
    this.clients = clients;
    this.direct = `127.0.0.1:${port}`;
    /** By which the other replicas reach it. */
    this.address = `127.0.0.1:${peers.port}`;
    /** By which clients do. */
    this.door = `127.0.0.1:${clients.port}`;
    this.#program = program;
  }

  /** @param {readonly Replica[]} group all of them */
  start(group) {
    this.#argv = ['log', 'replica', '--json', '--path', this.path, '--quorum', '2'];
    this.#argv.push('--listen', this.direct, '--advertise', this.address);
    this.#argv.push('--peers', group.map(({ address }) => address).join(','));
    this.#spawn();
  }

  /** As it was started before. */
  restart() {
    this.#spawn();
  }

  /** Stops without a word. */
  async kill() {
    this.#isMeant = true;
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  /** Ends in order. */
  async stop() {
    this.#isMeant = true;
    this.#child.kill('SIGTERM');
    const [exitCode, signal] = await this.#ended;
    if (exitCode !== 0) this.problem ??= `${this.name} ended with ${signal ?? exitCode}`;
  }

  pause() {
    this.#child.kill('SIGSTOP');
  }

  resume() {
    this.#child.kill('SIGCONT');
  }

  reset() {
    this.peers.reset();
    this.clients.reset();
  }

  cut() {
    this.peers.cut();
    this.clients.cut();
  }

  mend() {
    this.peers.mend();
    this.clients.mend();
  }

  wipe() {
    rmSync(this.path, { recursive: true, force: true });
  }

  #spawn() {
    this.#isMeant = false;
    const child = spawn(process.execPath, [this.#program, ...this.#argv], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    let errors = '';
    child.stderr.on('data', (data) => (errors = `${errors}${data}`.slice(-4_000)));
    this.#ended = new Promise((resolve) => child.once('close', (...end) => resolve(end)));
    void this.#ended.then(([exitCode, signal]) => {
      if (this.#isMeant || this.#child !== child) return;
      this.problem = `${this.name} ended by itself with ${signal ?? exitCode}: ${errors}`;
    });
  }
}

/** Ports that nobody listens on at the moment. */
export async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer());
  for (const server of servers) {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  }
  const ports = servers.map((server) => server.address().port);
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  return ports;
}
