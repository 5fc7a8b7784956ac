import type { Registry } from '@quorate/messages';
import type { RateLimiterOptions } from '@quorate/process/sync';
import { RegistrarError } from './errors.ts';
import type { RegistrarOptions } from './registrar-options.ts';

/** How long agents have to come back after a fail-over when nothing else is asked for: 10 minutes. */
export const AGENT_REREGISTER_TIMEOUT_MS = 600_000;

/** What happens to agents without having been asked for. */
export type MasterEvent =
  /** The registry was recovered; so many agents are awaited. */
  | { readonly type: 'recovered'; readonly registry: Registry; readonly awaited: number }
  /** After `agentReregisterTimeoutMs` these have not come back. */
  | { readonly type: 'agents-missing'; readonly ids: readonly string[] }
  /** It is in the registry. */
  | { readonly type: 'agent-unreachable'; readonly id: string };

/** What a master works with, and its limits; those of its registrar as well. */
export interface MasterOptions extends RegistrarOptions {
  /** How long recovered agents have to come back, in milliseconds above 0. Default `AGENT_REREGISTER_TIMEOUT_MS`. */
  readonly agentReregisterTimeoutMs?: number;
  /**
   * The largest part of the recovered agents that may be given up after that time, from 0 to 1:
   * beyond it something else is wrong, and the master ends. Default 1, as upstream.
   */
  readonly recoveryAgentRemovalLimit?: number;
  /** How fast agents may be given up. Default: without a limit. */
  readonly agentRemovalRateLimit?: Omit<RateLimiterOptions, 'clock'>;
  /** What this master can do, such as `AGENT_DRAINING`. Default: all that this package can. */
  readonly capabilities?: Iterable<string>;
  /** Hears what happens. What it throws is logged. */
  readonly onEvent?: (event: MasterEvent) => void;
}

export interface MasterSettings {
  readonly agentReregisterTimeoutMs: number;
  readonly recoveryAgentRemovalLimit: number;
  readonly agentRemovalRateLimit: Omit<RateLimiterOptions, 'clock'> | undefined;
  readonly capabilities: readonly string[];
  readonly onEvent: (event: MasterEvent) => void;
}

/** The options with their defaults; throws `REGISTRAR_OPTION_INVALID`. */
export function checkMasterOptions(options: MasterOptions): MasterSettings {
  const settings: MasterSettings = {
    agentReregisterTimeoutMs: options.agentReregisterTimeoutMs ?? AGENT_REREGISTER_TIMEOUT_MS,
    recoveryAgentRemovalLimit: options.recoveryAgentRemovalLimit ?? 1,
    agentRemovalRateLimit: options.agentRemovalRateLimit,
    capabilities: [...(options.capabilities ?? ['AGENT_UPDATE', 'AGENT_DRAINING', 'QUOTA_V2'])],
    onEvent: options.onEvent ?? (() => undefined),
  };
  const { agentReregisterTimeoutMs: timeoutMs, recoveryAgentRemovalLimit: limit } = settings;
  if (typeof timeoutMs !== 'number' || !(timeoutMs > 0)) {
    throw invalid(`agentReregisterTimeoutMs to be milliseconds above 0, got ${String(timeoutMs)}`);
  }
  if (typeof limit !== 'number' || !(limit >= 0 && limit <= 1)) {
    throw invalid(`recoveryAgentRemovalLimit to be a number from 0 to 1, got ${String(limit)}`);
  }
  return settings;
}

function invalid(expectation: string): RegistrarError {
  return new RegistrarError('REGISTRAR_OPTION_INVALID', `expected ${expectation}`);
}
