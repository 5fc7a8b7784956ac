// A network of byte streams in memory. Nothing moves before a step says so, and the seed says what moves, in
// which pieces, and what breaks.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { HostAndPort } from '../../src/http/address.ts';
import type { SocketLayer } from '../../src/http/socket-layer.ts';
import type { Random } from '../../src/index.ts';

const BUFFER_BYTES = 2_048;
const HEAD_END = Buffer.from('\r\n\r\n');

/** What the streams may suffer. */
export interface StreamFaults {
  /** Bytes are flipped or left out after the head: for streams whose records are sealed. */
  readonly corrupts: boolean;
}

class SimulatedSocket extends Duplex {
  readonly remoteAddress = '10.0.0.1';
  readonly remotePort: number;
  bytesRead = 0;
  bytesWritten = 0;
  other: SimulatedSocket | undefined;
  /** On their way to the other end. */
  inFlight = Buffer.alloc(0);
  isHeadSent = false;
  /** No more comes after what is in flight. */
  isEnded = false;
  /** The other end is never told anything again. */
  isSevered = false;
  /** The other end has been told that no more comes. */
  isEndTold = false;
  #held: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(remotePort: number, allowHalfOpen: boolean) {
    super({ allowHalfOpen });
    this.remotePort = remotePort;
  }

  override _read(): void {
    // What arrives is pushed when it does.
  }

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.bytesWritten += chunk.length;
    this.inFlight = Buffer.concat([this.inFlight, chunk]);
    if (this.inFlight.length < BUFFER_BYTES) done();
    else this.#held.push(done);
  }

  override _final(done: () => void): void {
    this.isEnded = true;
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.isEnded = true;
    clearTimeout(this.#timer);
    done(error);
  }

  /** Takes so many bytes out of what is in flight. */
  takeOff(count: number): Buffer {
    const taken = this.inFlight.subarray(0, count);
    this.inFlight = this.inFlight.subarray(count);
    if (this.inFlight.length < BUFFER_BYTES) for (const done of this.#held.splice(0)) done();
    return taken;
  }

  reset(): void {
    this.inFlight = Buffer.alloc(0);
    this.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  setTimeout(ms: number, listener?: () => void): this {
    clearTimeout(this.#timer);
    if (ms > 0 && listener) this.#timer = setTimeout(listener, ms);
    return this;
  }

  destroySoon(): void {
    this.end(() => this.destroy());
  }
}

interface Dialled {
  readonly socket: SimulatedSocket;
  readonly to: string;
}

/** The network: whom one can connect to, and what is on its way. */
export class SimulatedStreams {
  readonly #random: Random;
  readonly #faults: StreamFaults;
  readonly #servers = new Map<string, Server>();
  #sockets: SimulatedSocket[] = [];
  readonly #dialled: Dialled[] = [];
  #nextPort = 40_000;
  /** What happened, for the hash of a run. */
  readonly trace: string[] = [];
  /** How often each fault struck. */
  readonly struck: Record<string, number> = {};

  constructor(random: Random, faults: StreamFaults) {
    this.#random = random;
    this.#faults = faults;
  }

  layer(): SocketLayer {
    return {
      connect: ({ host, port }) => {
        const socket = new SimulatedSocket(port, false);
        this.#dialled.push({ socket, to: `${host}:${port}` });
        return socket as unknown as Socket;
      },
      listen: (server: Server, at: HostAndPort) => {
        this.#servers.set(`${at.host}:${at.port}`, server);
        return Promise.resolve(at);
      },
      close: (server) => {
        for (const [at, one] of this.#servers) if (one === server) this.#servers.delete(at);
        return Promise.resolve();
      },
    };
  }

  get isQuiet(): boolean {
    return this.#dialled.length === 0 && !this.#sockets.some((socket) => this.#canMove(socket));
  }

  /** One connection is made, or one piece of one stream arrives. */
  step(): void {
    if (this.#dialled.length > 0 && this.#random.intBelow(3) === 0) {
      this.#connect();
      return;
    }
    const movable = this.#sockets.filter((socket) => this.#canMove(socket));
    const socket = movable[this.#random.intBelow(Math.max(movable.length, 1))];
    if (socket) this.#move(socket);
    else if (this.#dialled.length > 0) this.#connect();
  }

  /** Something breaks, in the middle of whatever is on its way. */
  breakOne(): void {
    const open = this.#sockets.filter(({ destroyed, isSevered }) => !destroyed && !isSevered);
    const sealed = open.filter(({ isHeadSent, inFlight }) => isHeadSent && inFlight.length > 0);
    if (this.#faults.corrupts && sealed.length > 0 && this.#random.intBelow(2) === 0) {
      this.#corrupt(this.#oneOf(sealed));
      return;
    }
    const kind = this.#oneOf(['reset', 'half-open', 'half-close']) ?? 'reset';
    const socket = this.#oneOf(open);
    if (!socket?.other) return;
    this.#note(kind);
    if (kind === 'reset') this.#reset(socket);
    else if (kind === 'half-close') socket.end();
    else {
      // One end is gone, and the other hears nothing of it.
      socket.isSevered = socket.other.isSevered = true;
      socket.reset();
    }
  }

  /** Every end learns what became of the other. */
  heal(): void {
    for (const socket of this.#sockets) if (socket.isSevered) this.#reset(socket);
  }

  /** As if every cable was cut for a moment. */
  breakAll(): void {
    for (const socket of this.#sockets) this.#reset(socket);
  }

  #note(kind: string): void {
    this.struck[kind] = (this.struck[kind] ?? 0) + 1;
    this.trace.push(kind);
  }

  #reset(socket: SimulatedSocket): void {
    socket.reset();
    socket.other?.reset();
  }

  #corrupt(socket: SimulatedSocket | undefined): void {
    if (!socket) return;
    const { inFlight } = socket;
    const isFlip = this.#random.intBelow(2) === 0;
    this.#note(isFlip ? 'flip' : 'leave-out');
    const at = this.#random.intBelow(inFlight.length);
    const changed = Buffer.from([(inFlight[at] ?? 0) ^ (1 << this.#random.intBelow(8))]);
    const rest = inFlight.subarray(at + 1);
    socket.inFlight = Buffer.concat([inFlight.subarray(0, at), ...(isFlip ? [changed] : []), rest]);
  }

  #oneOf<T>(all: readonly T[]): T | undefined {
    return all[this.#random.intBelow(Math.max(all.length, 1))];
  }

  #canMove(socket: SimulatedSocket): boolean {
    if (socket.isSevered || !socket.other) return false;
    return socket.inFlight.length > 0 || (socket.isEnded && !socket.isEndTold);
  }

  #connect(): void {
    const { socket, to } = this.#dialled.shift() as Dialled;
    if (socket.destroyed) return;
    const server = this.#servers.get(to);
    this.trace.push(`${server ? 'connect' : 'refuse'} ${to}`);
    if (!server) {
      socket.destroy(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
      return;
    }
    const taken = new SimulatedSocket(this.#nextPort++, true);
    socket.other = taken;
    taken.other = socket;
    this.#sockets.push(socket, taken);
    socket.emit('connect');
    server.emit('connection', taken);
  }

  #move(socket: SimulatedSocket): void {
    const other = socket.other as SimulatedSocket;
    if (socket.inFlight.length === 0) {
      this.trace.push('end');
      socket.isEndTold = true;
      if (!other.destroyed) other.push(null);
      this.#forget(socket, other);
      return;
    }
    const many =
      this.#random.intBelow(4) === 0 ? socket.inFlight.length : 1 + this.#random.intBelow(40);
    const piece = socket.takeOff(Math.min(many, socket.inFlight.length));
    socket.isHeadSent ||= !Buffer.concat([piece, socket.inFlight]).includes(HEAD_END);
    this.trace.push(`${piece.length}`);
    if (other.destroyed) this.#reset(socket);
    else if (!other.readableEnded) {
      other.bytesRead += piece.length;
      other.push(piece);
    }
  }

  #forget(...ends: readonly SimulatedSocket[]): void {
    if (!ends.every(({ destroyed }) => destroyed)) return;
    this.#sockets = this.#sockets.filter((socket) => !ends.includes(socket));
  }
}
