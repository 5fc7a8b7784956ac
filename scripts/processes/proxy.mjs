import { connect, createServer } from 'node:net';

/** Carries TCP connections on to a replica. */
export class Proxy {
  #connections = new Set();
  #server = createServer((client) => this.#carry(client));
  #target;
  #isCut = false;

  /** @param {number} target the port that connections are carried on to */
  constructor(target) {
    this.#target = target;
  }

  async listen() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port() {
    return this.#server.address().port;
  }

  /** Resets every connection, in the middle of whatever it carries. */
  reset() {
    for (const socket of this.#connections) socket.resetAndDestroy();
  }

  /** Nobody gets through until `mend`. */
  cut() {
    this.#isCut = true;
    this.reset();
  }

  mend() {
    this.#isCut = false;
  }

  close() {
    this.cut();
    this.#server.close();
  }

  #carry(client) {
    if (this.#isCut) {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ host: '127.0.0.1', port: this.#target, allowHalfOpen: true });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ]) {
      this.#connections.add(from);
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#connections.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
