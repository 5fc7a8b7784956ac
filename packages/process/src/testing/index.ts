/**
 * For tests of actors: virtual time, expectations on futures, and filters on messages.
 *
 * @packageDocumentation
 */
export {
  expectAbandoned,
  expectDiscarded,
  expectFailed,
  expectPending,
  expectReady,
  turns,
} from './expect.ts';
export { ProcessClock } from '../clocks/process-clock.ts';
export { EventFilters } from './event-filters.ts';
export type { EventMatch, EventRule } from './event-filters.ts';
export { MessageFilters } from './message-filters.ts';
export type { FilterRule, HeldMessages, MessageMatcher } from './message-filters.ts';
export { transportSuite } from './transport-suite.ts';
export type { TransportPlace, TransportSuiteOptions } from './transport-suite.ts';
export { virtualCluster, virtualRuntime } from './virtual.ts';
export type { VirtualCluster, VirtualClusterOptions, VirtualRuntime } from './virtual.ts';
