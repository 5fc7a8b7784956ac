import type { Socket } from 'node:net';
import type { TransportLimits } from './transport-options.ts';

/** What a connection was at when it was last looked at. */
interface Watched {
  /** Numbers what is being received; undefined while nothing is. */
  receiving: () => number | undefined;
  isTrusted: boolean;
  unit: number | undefined;
  bytesRead: number;
  bytesFlushed: number;
  wasSending: boolean;
  idleMs: number;
}

/** What became of a connection that is not to go on. */
export type PaceVerdict = 'slow-to-send' | 'slow-to-read' | 'idle';

/**
 * Looks at each connection once in a while: whoever needs longer than that for one request or frame, and for
 * what waits to be read by them, has to go on at a least rate.
 */
export class Pace {
  readonly #limits: TransportLimits;
  readonly #end: (socket: Socket, verdict: PaceVerdict) => void;
  readonly #watched = new Map<Socket, Watched>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(limits: TransportLimits, end: (socket: Socket, verdict: PaceVerdict) => void) {
    this.#limits = limits;
    this.#end = end;
  }

  watch(socket: Socket): void {
    const { bytesRead } = socket;
    this.#watched.set(socket, {
      receiving: () => undefined,
      ...{ isTrusted: false, unit: undefined, bytesRead, bytesFlushed: flushed(socket) },
      ...{ wasSending: false, idleMs: 0 },
    });
    socket.once('close', () => {
      this.#watched.delete(socket);
      if (this.#watched.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    });
    this.#timer ??= setInterval(() => this.look(), this.#intervalMs).unref();
  }

  /** What is being received on a connection, from now on: the same number as long as it is the same. */
  receiving(socket: Socket, unit: () => number | undefined): void {
    const watched = this.#watched.get(socket);
    if (watched) watched.receiving = unit;
  }

  /** A peer that has proved who it is may say nothing for as long as it likes. */
  trust(socket: Socket): void {
    const watched = this.#watched.get(socket);
    if (watched) watched.isTrusted = true;
  }

  /** Once an interval has passed. */
  look(): void {
    for (const [socket, watched] of this.#watched) {
      const verdict = this.#judge(socket, watched);
      if (verdict) this.#end(socket, verdict);
    }
  }

  #judge(socket: Socket, watched: Watched): PaceVerdict | undefined {
    const bytesMin = (this.#limits.bytesPerSecondMin * this.#intervalMs) / 1_000;
    const unit = watched.receiving();
    const read = socket.bytesRead - watched.bytesRead;
    const sent = flushed(socket) - watched.bytesFlushed;
    const isSlowToSend = unit !== undefined && unit === watched.unit && read < bytesMin;
    const isSending = socket.writableLength > 0;
    const isSlowToRead = isSending && watched.wasSending && sent < bytesMin;
    watched.idleMs = read > 0 || sent > 0 ? 0 : watched.idleMs + this.#intervalMs;
    watched.unit = unit;
    watched.bytesRead += read;
    watched.bytesFlushed += sent;
    watched.wasSending = isSending;
    if (isSlowToSend) return 'slow-to-send';
    if (isSlowToRead) return 'slow-to-read';
    const { idleTimeoutMs } = this.#limits;
    const isIdle = idleTimeoutMs > 0 && watched.idleMs >= idleTimeoutMs;
    return isIdle && !watched.isTrusted ? 'idle' : undefined;
  }

  get #intervalMs(): number {
    return this.#limits.headTimeoutMs;
  }
}

function flushed({ bytesWritten, writableLength }: Socket): number {
  return bytesWritten - writableLength;
}
