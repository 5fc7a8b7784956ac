/**
 * libprocess for TypeScript: actors with mailboxes and typed dispatch, futures with discard, and
 * time that a test can stop.
 *
 * @packageDocumentation
 */
export { nanoidIds } from './adapters/nanoid-ids.ts';
export { SystemClock } from './adapters/system-clock.ts';
export { systemRandom } from './adapters/system-random.ts';
export type { Clock, ClockParticipant } from './clock.ts';
export { awaitAll, awaitOne, collect } from './collect.ts';
export type { ValueOf } from './collect.ts';
export { Completer } from './completer.ts';
export type { CompleterOptions } from './completer.ts';
export type { DeadLetter, DeadLetterReason } from './dead-letter.ts';
export { defaultRuntime, dispatch, spawn, tell, terminate, wait } from './default-runtime.ts';
export { discardAll } from './discard-all.ts';
export type { DispatchArgs, DispatchName, DispatchResult, Resolved } from './dispatch.ts';
export type { FailureReporter } from './future-core.ts';
export { FutureError } from './future-error.ts';
export type { FutureErrorCode } from './future-error.ts';
export { setUnhandledFailureReporter } from './future-failures.ts';
export { Future, isFuture } from './future.ts';
export { sequentialIds } from './ids.ts';
export type { IdSource } from './ids.ts';
export { silentLogger } from './logger.ts';
export type { Logger } from './logger.ts';
export { breakWith, loop, LOOP_STEPS_PER_TURN, proceed } from './loop.ts';
export type { ControlFlow, LoopOptions } from './loop.ts';
export { MemoryNetwork } from './memory-network.ts';
export type { MessageType } from './message-type.ts';
export { Pid } from './pid.ts';
export { ProcessError } from './process-error.ts';
export type { ProcessErrorCode } from './process-error.ts';
export { Process } from './process.ts';
export type { BytesHandler, ProcessOptions } from './process.ts';
export { seededRandom } from './random.ts';
export type { Random } from './random.ts';
export { CLOSE_TIMEOUT_MS, MAILBOX_LIMIT, TURN_BUDGET } from './runtime-options.ts';
export type { RuntimeOptions } from './runtime-options.ts';
export { Runtime } from './runtime.ts';
export { select } from './select.ts';
export type { Selected } from './select.ts';
export type { Timer, TimerSource } from './timer-source.ts';
export type { Message, MessageFilter, Transport, TransportReceiver } from './transport.ts';
export { undiscardable } from './undiscardable.ts';
export { VirtualClock } from './virtual-clock.ts';
export type { VirtualClockOptions } from './virtual-clock.ts';
