import type { Logger, Timer } from '@quorate/process';
import type { ManagedStream } from './managed-stream.ts';
import type { DeadLetterReason, ManagerSettings } from './manager-options.ts';
import type { MutableMetrics } from './metrics.ts';

/** What a forwarder needs of the process it works for. */
export interface ForwarderHost {
  logger(): Logger;
  now(): number;
  delay(delayMs: number, handler: () => void): Timer;
}

/**
 * Forwards the front of each stream, again and again until it is acknowledged: after `retryMsMin`,
 * then twice as late each time, up to `retryMsMax`. Each stream has a back-off of its own.
 */
export class Forwarder<StreamId, Update> {
  readonly #settings: ManagerSettings<StreamId, Update>;
  readonly #metrics: MutableMetrics;
  readonly #host: ForwarderHost;
  #isPaused = false;

  constructor(
    settings: ManagerSettings<StreamId, Update>,
    metrics: MutableMetrics,
    host: ForwarderHost,
  ) {
    this.#settings = settings;
    this.#metrics = metrics;
    this.#host = host;
  }

  /** Nothing is forwarded from now on. */
  pause(streams: Iterable<ManagedStream<StreamId, Update>>): void {
    this.#isPaused = true;
    for (const stream of streams) {
      stream.timer?.cancel();
      stream.timer = undefined;
    }
  }

  /** Forwards every front, whether or not that was done before. */
  resume(streams: Iterable<ManagedStream<StreamId, Update>>): void {
    this.#isPaused = false;
    for (const stream of streams) this.restart(stream);
  }

  /** Forwards the front as if for the first time. */
  restart(stream: ManagedStream<StreamId, Update>): void {
    stream.forgetForwards();
    this.start(stream);
  }

  /** Forwards the front, unless that was done and its acknowledgement is waited for. */
  start(stream: ManagedStream<StreamId, Update>): void {
    if (this.#isPaused || stream.failure || stream.timer || stream.isDead) return;
    const front = stream.state?.pending[0];
    if (front === undefined) return;
    stream.retryMs = this.#settings.retryMsMin;
    stream.firstForwardedAt = this.#host.now();
    this.#forward(stream, front);
  }

  #forward(stream: ManagedStream<StreamId, Update>, front: Update): void {
    const { format, forward } = this.#settings;
    const latest = stream.state?.pending.at(-1) ?? front;
    stream.forwards++;
    this.#metrics.forwards++;
    stream.timer = this.#host.delay(stream.retryMs, () => this.#retry(stream, front));
    try {
      forward(format.withLatest(front, latest), stream.id);
    } catch (error) {
      const fields = { stream: stream.key, err: error };
      this.#host.logger().warn(fields, `a ${format.name} could not be forwarded, and is retried`);
    }
  }

  #retry(stream: ManagedStream<StreamId, Update>, front: Update): void {
    // The event may have waited in the mailbox behind an acknowledgement or a pause.
    if (this.#isPaused || !stream.timer || stream.state?.pending[0] !== front) return;
    stream.timer = undefined;
    const { retriesMax, retryMsMax } = this.#settings;
    if (stream.forwards > retriesMax) return this.#giveUp(stream, front, 'retries');
    if (this.#hasExpired(stream)) return this.#giveUp(stream, front, 'expired');
    this.#metrics.retries++;
    stream.retryMs = Math.min(2 * stream.retryMs, retryMsMax);
    this.#forward(stream, front);
  }

  #hasExpired(stream: ManagedStream<StreamId, Update>): boolean {
    return this.#host.now() - stream.firstForwardedAt >= this.#settings.expireAfterMs;
  }

  #giveUp(stream: ManagedStream<StreamId, Update>, update: Update, reason: DeadLetterReason): void {
    const { format, onDeadLetter } = this.#settings;
    const { id: streamId, key, forwards } = stream;
    stream.isDead = true;
    this.#metrics.deadLetters++;
    this.#host
      .logger()
      .warn(
        { stream: key, reason, forwards, uuid: format.uuidOf(update) },
        `a ${format.name} that nobody acknowledges is not forwarded any more`,
      );
    try {
      onDeadLetter?.({ streamId, update, reason, forwards });
    } catch (error) {
      this.#host.logger().error({ stream: key, err: error }, 'onDeadLetter threw');
    }
  }
}
