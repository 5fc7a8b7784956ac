import { DurationInfo, type DrainInfo, type SlaveID } from '@quorate/messages';
import { requireCapability } from './minimum-capabilities.ts';
import { checkId, copy, quote } from './operation-input.ts';
import {
  mutated,
  refused,
  UNCHANGED,
  type OperationResult,
  type RegistryEdit,
  type RegistryOperation,
  type RegistryView,
} from './registry-operation.ts';

/** How to drain an agent. */
export interface DrainOptions {
  /** An upper limit for the grace period of every task. Default: the tasks' own, or what was set before. */
  readonly maxGracePeriod?: DurationInfo;
  /** Whether the agent is to be marked gone once it is drained. Default false. */
  readonly markGone?: boolean;
}

/** What an admitted and an unreachable agent have in common. */
interface Drainable {
  readonly drainInfo?: DrainInfo;
  readonly deactivated?: boolean;
}

/**
 * Marks an admitted or unreachable agent draining and deactivated, and asks masters for
 * AGENT_DRAINING. Changes nothing if the agent is neither; never refused.
 */
export function drainAgent(id: SlaveID, options: DrainOptions = {}): RegistryOperation {
  const agentId = checkId(id);
  const { maxGracePeriod, markGone = false } = options;
  const config = {
    ...(maxGracePeriod && { maxGracePeriod: copy(DurationInfo, maxGracePeriod) }),
    markGone,
  };
  return {
    name: `drain agent ${quote(agentId)}`,
    perform: (registry) =>
      deactivating(registry, agentId, ({ drainInfo }) => ({
        drainInfo: { ...drainInfo, state: 'DRAINING', config: { ...drainInfo?.config, ...config } },
        deactivated: true,
      })),
  };
}

/** Marks a draining agent drained. Refused if it is not draining; changes nothing if it is unknown. */
export function markAgentDrained(id: SlaveID): RegistryOperation {
  const agentId = checkId(id);
  return {
    name: `mark agent ${quote(agentId)} drained`,
    perform(registry) {
      const agent = registry.admitted(agentId) ?? registry.unreachable(agentId);
      if (!agent) return UNCHANGED;
      const { drainInfo } = agent;
      if (drainInfo?.state !== 'DRAINING') {
        return refused(`agent ${quote(agentId)} is not DRAINING`);
      }
      const edit = change(registry, agentId, () => ({
        drainInfo: { ...drainInfo, state: 'DRAINED' },
      }));
      return edit ? mutated(edit) : UNCHANGED;
    },
  };
}

/**
 * Marks an admitted or unreachable agent deactivated: its resources are not offered. Asks masters for
 * AGENT_DRAINING. Changes nothing if the agent is neither; never refused.
 */
export function deactivateAgent(id: SlaveID): RegistryOperation {
  const agentId = checkId(id);
  return {
    name: `deactivate agent ${quote(agentId)}`,
    perform: (registry) => deactivating(registry, agentId, () => ({ deactivated: true })),
  };
}

/**
 * Takes draining and deactivation back. With the last deactivated agent masters need AGENT_DRAINING no
 * more. Changes nothing if the agent is neither admitted nor unreachable; never refused.
 */
export function reactivateAgent(id: SlaveID): RegistryOperation {
  const agentId = checkId(id);
  return {
    name: `reactivate agent ${quote(agentId)}`,
    perform(registry) {
      const agent = registry.admitted(agentId) ?? registry.unreachable(agentId);
      const edit = change(registry, agentId, () => ({}), ['drainInfo', 'deactivated']);
      if (!agent || !edit) return UNCHANGED;
      const others = registry.deactivated - (agent.deactivated === true ? 1 : 0);
      if (others > 0) return mutated(edit);
      return mutated(edit, ...requireCapability(registry.fields, 'AGENT_DRAINING', false));
    },
  };
}

function deactivating(
  registry: RegistryView,
  id: string,
  changes: (agent: Drainable) => Drainable,
): OperationResult {
  const edit = change(registry, id, changes);
  if (!edit) return UNCHANGED;
  return mutated(edit, ...requireCapability(registry.fields, 'AGENT_DRAINING', true));
}

/** An edit of the agent where it is listed, admitted first; none if it is unknown. */
function change(
  registry: RegistryView,
  id: string,
  changes: (agent: Drainable) => Drainable,
  cleared: readonly (keyof Drainable)[] = [],
): RegistryEdit | undefined {
  const admitted = registry.admitted(id);
  if (admitted) {
    const agent = { ...without(admitted, cleared), ...changes(admitted) };
    return { type: 'put-admitted', agent };
  }
  const unreachable = registry.unreachable(id);
  if (!unreachable) return undefined;
  const agent = { ...without(unreachable, cleared), ...changes(unreachable) };
  return { type: 'put-unreachable', agent };
}

function without<T extends Drainable>(agent: T, cleared: readonly (keyof Drainable)[]): T {
  const entries = Object.entries(agent).filter(([name]) => !cleared.some((each) => each === name));
  return Object.fromEntries(entries) as unknown as T;
}
