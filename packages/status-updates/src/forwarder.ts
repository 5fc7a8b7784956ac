import type { Logger } from '@quorate/process';
import type { ManagedStream } from './managed-stream.ts';
import type { DeadLetterReason, ManagerSettings } from './manager-options.ts';
import type { MutableMetrics } from './metrics.ts';
import { WaitLists } from './wait-lists.ts';
import type { WaitListsHost } from './wait-lists.ts';

/** What a forwarder needs of the process it works for. */
export interface ForwarderHost extends WaitListsHost {
  logger(): Logger;
}

/**
 * Forwards the front of each stream, again and again until it is acknowledged: after `retryMsMin`,
 * then twice as late each time, up to `retryMsMax`. Each stream has a back-off of its own.
 *
 * It sees of a stream only what is durable: an update that a crash could still undo must not be heard
 * of, not even as the newest state.
 */
export class Forwarder<StreamId, Update> {
  readonly #settings: ManagerSettings<StreamId, Update>;
  readonly #metrics: MutableMetrics;
  readonly #host: ForwarderHost;
  readonly #waiting: WaitLists<ManagedStream<StreamId, Update>>;
  #isPaused = false;

  constructor(
    settings: ManagerSettings<StreamId, Update>,
    metrics: MutableMetrics,
    host: ForwarderHost,
  ) {
    this.#settings = settings;
    this.#metrics = metrics;
    this.#host = host;
    this.#waiting = new WaitLists(host, (stream) => this.#onDue(stream));
  }

  /** Nothing is forwarded from now on. */
  pause(): void {
    this.#isPaused = true;
    this.#waiting.clear();
  }

  /** Forwards every front, whether or not that was done before. */
  resume(streams: Iterable<ManagedStream<StreamId, Update>>): void {
    this.#isPaused = false;
    for (const stream of streams) if (stream.hasFront) this.restart(stream);
  }

  /** Forwards the front as if for the first time; without one, the newest update, once. */
  restart(stream: ManagedStream<StreamId, Update>): void {
    this.stop(stream);
    if (!this.#isPaused && !stream.failure) this.#waiting.add(stream, 0);
  }

  /** Forwards the front, unless that was done and its acknowledgement is waited for. */
  start(stream: ManagedStream<StreamId, Update>): void {
    if (this.#isPaused || stream.failure || stream.isDead || stream.waitMs !== undefined) return;
    if (stream.hasFront) this.#onDue(stream);
  }

  /** The front is another one, or there is none any more. */
  stop(stream: ManagedStream<StreamId, Update>): void {
    this.#waiting.remove(stream);
    stream.forwards = 0;
    stream.isDead = false;
  }

  #onDue(stream: ManagedStream<StreamId, Update>): void {
    const { durable } = stream;
    if (!durable) return;
    const { front, latest } = durable;
    // Whoever reconciles is told the newest state of a stream that waits for nothing, too.
    if (front === undefined) return this.#forward(stream, latest, latest);
    const { retriesMax, retryMsMin, retryMsMax } = this.#settings;
    if (stream.forwards === 0) stream.firstForwardedAt = this.#host.now();
    else if (stream.forwards > retriesMax) return this.#giveUp(stream, front, 'retries');
    else if (this.#hasExpired(stream)) return this.#giveUp(stream, front, 'expired');
    else this.#metrics.retries++;
    this.#waiting.add(stream, Math.min(retryMsMin * 2 ** stream.forwards, retryMsMax));
    stream.forwards++;
    this.#forward(stream, front, latest);
  }

  #forward(stream: ManagedStream<StreamId, Update>, update: Update, latest: Update): void {
    const { format, forward } = this.#settings;
    this.#metrics.forwards++;
    try {
      forward(format.withLatest(update, latest), stream.id);
    } catch (error) {
      const fields = { stream: stream.key, err: error };
      this.#host.logger().warn(fields, `a ${format.name} could not be forwarded, and is retried`);
    }
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
