/**
 * What processes and futures are coordinated with: locks, queues, sequences, rates, latches, ownership.
 *
 * @packageDocumentation
 */
export { CountDownLatch } from './count-down-latch.ts';
export { Executor, runAsync } from './executor.ts';
export { failIfAbandoned } from './fail-if-abandoned.ts';
export { LockGuard } from './lock-guard.ts';
export { MessageStream } from './message-stream.ts';
export type { MessageStreamOptions, Received } from './message-stream.ts';
export { Mutex } from './mutex.ts';
export { Once } from './once.ts';
export { Owned, Shared } from './ownership.ts';
export { Queue } from './queue.ts';
export type { QueueOptions } from './queue.ts';
export { RateLimiter } from './rate-limiter.ts';
export type { RateLimiterOptions } from './rate-limiter.ts';
export { ReadWriteLock } from './read-write-lock.ts';
export { Sequence } from './sequence.ts';
export type { SequenceOptions } from './sequence.ts';
export { StateMachine } from './state-machine.ts';
export { SyncError } from './sync-error.ts';
export type { SyncErrorCode } from './sync-error.ts';
export { Timeout } from './timeout.ts';
