/**
 * Supervision: processes that are started again when they fail, in the way of Erlang/OTP.
 *
 * @packageDocumentation
 */
export { BACK_OFF } from './back-off.ts';
export type { BackOff } from './back-off.ts';
export { SHUTDOWN_MS } from './child-spec.ts';
export type { ChildSpec, Decider, Decision, Restart, Strategy } from './child-spec.ts';
export type { ChildInfo, ChildStatus } from './child.ts';
export { SupervisorError } from './supervisor-error.ts';
export type { SupervisorErrorCode } from './supervisor-error.ts';
export { RESTARTS_MAX, WITHIN_MS } from './supervisor-options.ts';
export type { SupervisorOptions } from './supervisor-options.ts';
export { SupervisorProcess } from './supervisor-process.ts';
export type { SupervisorEnd } from './supervisor-process.ts';
export { Supervisor } from './supervisor.ts';
