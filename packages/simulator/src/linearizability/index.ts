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
export type { Model } from './model.ts';
export { kv } from './models/kv.ts';
export type { KvInput, KvOutput } from './models/kv.ts';
export { register } from './models/register.ts';
export type { RegisterInput, RegisterOutput, RegisterValue } from './models/register.ts';
export type { Operation, Outcome } from './operation.ts';
export { readJepsenLog } from './readers/jepsen-log.ts';
export { readKvLog } from './readers/kv-log.ts';
export type { Linearization } from './search.ts';
