/**
 * libprocess for TypeScript: actors with mailboxes and typed dispatch, futures with discard, and
 * time that a test can stop.
 *
 * @packageDocumentation
 */
export { nanoidIds } from './adapters/nanoid-ids.ts';
export { SystemClock } from './adapters/system-clock.ts';
export { systemRandom } from './adapters/system-random.ts';
export type { Clock, ClockParticipant } from './clocks/clock.ts';
export { abortOnDiscard, discardOnAbort } from './futures/abort.ts';
export { awaitAll, awaitOne, collect } from './futures/collect.ts';
export type { ValueOf } from './futures/collect.ts';
export { Completer } from './futures/completer.ts';
export type { CompleterOptions } from './futures/completer.ts';
export { DeadLetters } from './dead-letters.ts';
export type { DeadLetter, DeadLetterListener, DeadLetterReason } from './dead-letters.ts';
export type {
  EndedMessage,
  ProcessChannels,
  ServedMessage,
  SpawnedMessage,
  UnhandledFailureMessage,
} from './diagnostics.ts';
export { defaultRuntime, dispatch, spawn, tell, terminate, wait } from './default-runtime.ts';
export { withDeadline } from './futures/deadline.ts';
export { discardAll } from './futures/discard-all.ts';
export type { DispatchArgs, DispatchName, DispatchResult, Resolved } from './dispatch.ts';
export type { FailureReporter } from './futures/future-core.ts';
export { FutureError } from './futures/future-error.ts';
export type { FutureErrorCode } from './futures/future-error.ts';
export { setUnhandledFailureReporter } from './futures/future-failures.ts';
export { Future, isFuture } from './futures/future.ts';
export { sequentialIds } from './ids.ts';
export type { IdSource } from './ids.ts';
export { silentLogger } from './logger.ts';
export type { Logger } from './logger.ts';
export { detectLeaks } from './futures/leak-detector.ts';
export type { Leak } from './futures/leak-detector.ts';
export { breakWith, loop, LOOP_STEPS_PER_TURN, proceed } from './futures/loop.ts';
export type { ControlFlow, LoopOptions } from './futures/loop.ts';
export { MemoryNetwork } from './transport/memory-network.ts';
export type { MessageType } from './transport/message-type.ts';
export { Pid } from './pid.ts';
export { ProcessError } from './process-error.ts';
export type { ProcessErrorCode } from './process-error.ts';
export { Process } from './process.ts';
export type { BytesHandler, HandlerResult } from './process.ts';
export type { HandlerMode, OverflowPolicy, ProcessOptions } from './process-options.ts';
export type { EventSnapshot, ProcessSnapshot } from './process-snapshot.ts';
export { seededRandom } from './random.ts';
export type { Random } from './random.ts';
export type { Runnable, Scheduler } from './run-queue.ts';
export { CLOSE_TIMEOUT_MS, MAILBOX_LIMIT, TURN_BUDGET } from './runtime-options.ts';
export type { EventFilter, FilteredEvent, RuntimeOptions } from './runtime-options.ts';
export { Runtime } from './runtime.ts';
export type { TerminateOptions } from './runtime.ts';
export { select } from './futures/select.ts';
export type { Selected } from './futures/select.ts';
export type { Cancellable, Timer, TimerSource } from './clocks/timer-source.ts';
export type {
  Message,
  MessageFilter,
  Transport,
  TransportReceiver,
} from './transport/transport.ts';
export { undiscardable } from './futures/undiscardable.ts';
export { VirtualClock } from './clocks/virtual-clock.ts';
export type { VirtualClockOptions } from './clocks/virtual-clock.ts';
