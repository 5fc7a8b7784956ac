import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { frame } from '../../src/protocol/frames.ts';
import { decodeConnected, encodeClose, encodeConnect } from '../../src/protocol/requests.ts';

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** The network between clients and a server, on real sockets: it breaks, refuses and stalls. */
export class NetworkProxy {
  readonly #serverPort: number;
  readonly #listener: Server;
  readonly #pairs = new Set<Pair>();
  /** What the server gave each session for a password. */
  readonly #passwords = new Map<bigint, Uint8Array>();
  #isDown = false;
  #isStalled = false;
  #holdsAnswers = false;
  #dropsRequests = false;
  /** Set while the next write is to be lost. */
  #losing: { readonly meanwhile: () => PromiseLike<unknown> } | undefined;

  private constructor(serverPort: number) {
    this.#serverPort = serverPort;
    this.#listener = createServer((client) => this.#accept(client));
  }

  static async start(serverPort: number): Promise<NetworkProxy> {
    const proxy = new NetworkProxy(serverPort);
    await new Promise<void>((resolve) => proxy.#listener.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  /** Where clients find it. */
  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Breaks the connections, and all that are opened from now on. */
  shutdownNetwork(): void {
    this.#isDown = true;
    this.breakConnections();
  }

  startNetwork(): void {
    this.#isDown = false;
    this.#isStalled = false;
    this.#holdsAnswers = false;
    this.#dropsRequests = false;
  }

  /** Breaks the connections; new ones are let through. */
  breakConnections(): void {
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  }

  /** Keeps the connections and takes new ones, and lets nothing through, for good. */
  stall(): void {
    this.#isStalled = true;
  }

  /** Lets requests through, and loses what the server answers. */
  holdAnswers(): void {
    this.#holdsAnswers = true;
  }

  /** Lets nothing through to the server. */
  dropRequests(): void {
    this.#dropsRequests = true;
  }

  /**
   * The next create, set or delete is served, and its connection breaks instead of the answer.
   *
   * @param meanwhile done before the connection breaks
   */
  loseNextWrite(meanwhile: () => PromiseLike<unknown> = () => Promise.resolve()): void {
    this.#losing = { meanwhile };
  }

  /** Whether `loseNextWrite` has done so. */
  get hasLostWrite(): boolean {
    return this.#losing === undefined;
  }

  /** The sessions that came by, in the order of their beginning. */
  get sessions(): readonly bigint[] {
    return [...this.#passwords.keys()];
  }

  /** Has the server end a session, as if it had timed out: by closing it in its owner's name. */
  async expireSession(sessionId: bigint): Promise<void> {
    const password = this.#passwords.get(sessionId);
    if (!password) throw new Error(`no session ${sessionId} came by`);
    const socket = connect({ host: '127.0.0.1', port: this.#serverPort, noDelay: true });
    const hello = { lastZxid: 0n, timeoutMs: 10_000, sessionId, password };
    socket.write(frame(encodeConnect(hello)));
    await new Promise((resolve) => socket.once('data', resolve));
    socket.write(frame(encodeClose(1)));
    await new Promise((resolve) => socket.once('close', resolve).resume());
  }

  async close(): Promise<void> {
    this.breakConnections();
    await new Promise((resolve) => this.#listener.close(resolve));
  }

  #accept(client: Socket): void {
    if (this.#isDown) {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ host: '127.0.0.1', port: this.#serverPort, noDelay: true });
    client.setNoDelay(true);
    const pair = { client, server };
    this.#pairs.add(pair);
    let isFirst = true;
    let isLosing = false;
    client.on('data', (bytes) => {
      isLosing ||= this.#losing !== undefined && isWrite(bytes);
      if (!this.#isStalled && !this.#dropsRequests) server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (isLosing) {
        const { meanwhile } = this.#losing ?? {};
        this.#losing = undefined;
        void meanwhile?.().then(() => client.resetAndDestroy());
        return;
      }
      if (isFirst) this.#remember(bytes.subarray(4));
      isFirst = false;
      if (!this.#isStalled && !this.#holdsAnswers) client.write(bytes);
    });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#pairs.delete(pair);
        other.destroy();
      });
    }
  }

  #remember(message: Uint8Array): void {
    const { sessionId, password } = decodeConnected(message);
    if (sessionId !== 0n) this.#passwords.set(sessionId, password);
  }
}

const WRITES: readonly number[] = [1, 2, 5];

/** Whether a frame is a request to create, delete or set. */
function isWrite(bytes: Buffer): boolean {
  return bytes.length >= 12 && WRITES.includes(bytes.readInt32BE(8));
}
