/**
 * Checks of recorded histories: linearizability of any object with a model, and faster checks for
 * logs and for chains of versions. Needs nothing else.
 *
 * @packageDocumentation
 */
export { checkLinearizable } from './check-linearizable.ts';
export type {
  LinearizabilityOptions,
  LinearizabilityResult,
  PartitionResult,
  Verdict,
} from './check-linearizable.ts';
export { LinearizabilityError } from './errors.ts';
export type { LinearizabilityErrorCode, LinearizabilityErrorOptions } from './errors.ts';
export { History } from './history.ts';
export { checkLogOrder } from './log-order/check-log-order.ts';
export type {
  LogEntry,
  LogInput,
  LogOperation,
  LogOutput,
  LogRule,
  LogViolation,
} from './log-order/log-history.ts';
export type { Model } from './model.ts';
export { kv } from './models/kv.ts';
export type { KvInput, KvOutput } from './models/kv.ts';
export { register } from './models/register.ts';
export type { RegisterInput, RegisterOutput, RegisterValue } from './models/register.ts';
export type { Operation, Outcome } from './operation.ts';
export { readJepsenLog } from './readers/jepsen-log.ts';
export { readKvLog } from './readers/kv-log.ts';
export type { Linearization } from './search.ts';
export { checkVersionChain } from './version-chain/check-version-chain.ts';
export type {
  VersionInput,
  VersionOperation,
  VersionOutput,
  VersionRule,
  VersionViolation,
} from './version-chain/version-history.ts';
export type { Violation } from './violation.ts';
