import { SlaveInfo, TimeInfo, type SlaveID } from '@quorate/messages';
import { encodedAgent } from './agent-encoding.ts';
import { checkAgent, checkId, copy, downgraded, equalBytes, quote } from './operation-input.ts';
import { mutated, refused, UNCHANGED } from './registry-operation.ts';
import type { RegistryEdit, RegistryOperation } from './registry-operation.ts';

// The rules are those of Mesos src/master/registry_operations.cpp. All functions copy what they
// are given, and throw REGISTRAR_OPERATION_INVALID when it is not a valid message or has no id.
// Resources are kept in the oldest format that can express them, so that an older master can read
// the registry.

/**
 * Adds an agent. Refused if one of that id is in the registry, whether admitted, unreachable or gone: an
 * agent that comes back is reregistered. Upstream looks at those admitted only, as its ids are always new.
 */
export function admitAgent(info: SlaveInfo): RegistryOperation {
  const agent = checkAgent(info);
  const { id } = agent;
  return {
    name: `admit agent ${quote(id)}`,
    perform(registry) {
      if (registry.admitted(id)) return refused(`agent ${quote(id)} is already admitted`);
      if (registry.unreachable(id)) {
        return refused(`agent ${quote(id)} is unreachable: reregister it`);
      }
      if (registry.gone(id)) return refused(`agent ${quote(id)} is gone for good`);
      return mutated({ type: 'put-admitted', agent: encodedAgent(agent) });
    },
  };
}

/** Replaces the information of an admitted agent that came back. Refused if it is not admitted. */
export function readmitAgent(info: SlaveInfo): RegistryOperation {
  const agent = checkAgent(info);
  const { encoded } = agent;
  return {
    name: `readmit agent ${quote(agent.id)}`,
    perform(registry) {
      const known = registry.admitted(agent.id);
      if (!known) return refused(`agent ${quote(agent.id)} is not admitted yet`);
      if (equalBytes(SlaveInfo.encode(downgraded(known.info)), encoded)) return UNCHANGED;
      return mutated({ type: 'put-admitted', agent: { ...known, info: agent.info } });
    },
  };
}

/** Removes an admitted agent. Refused if it is not admitted. */
export function removeAgent(info: SlaveInfo): RegistryOperation {
  const { id } = checkAgent(info);
  return {
    name: `remove agent ${quote(id)}`,
    perform: (registry) =>
      registry.admitted(id)
        ? mutated({ type: 'remove-admitted', id })
        : refused(`agent ${quote(id)} is not admitted yet`),
  };
}

/**
 * Moves an admitted agent to the unreachable ones, with its drain and deactivation state. Refused
 * if it is not admitted.
 *
 * @param time when contact was lost
 */
export function markAgentUnreachable(info: SlaveInfo, time: TimeInfo): RegistryOperation {
  return markUnreachable(checkAgent(info).id, time);
}

/** The same, of an agent of which only the id is known. */
export function markUnreachable(id: string, time: TimeInfo): RegistryOperation {
  const timestamp = copy(TimeInfo, time);
  return {
    name: `mark agent ${quote(id)} unreachable`,
    perform(registry) {
      const known = registry.admitted(id);
      if (!known) return refused(`agent ${quote(id)} is not admitted yet`);
      const unreachable = {
        id: { value: id },
        timestamp,
        ...(known.drainInfo && { drainInfo: known.drainInfo }),
        deactivated: known.deactivated ?? false,
      };
      return mutated(
        { type: 'append-unreachable', agent: unreachable },
        { type: 'remove-admitted', id },
      );
    },
  };
}

/**
 * Admits an agent that came back: an unreachable one with the drain and deactivation state it had,
 * or one the registry has forgotten. Changes nothing if it is admitted; never refused.
 */
export function markAgentReachable(info: SlaveInfo): RegistryOperation {
  const agent = checkAgent(info);
  return {
    name: `mark agent ${quote(agent.id)} reachable`,
    perform(registry) {
      if (registry.admitted(agent.id)) return UNCHANGED;
      const known = registry.unreachable(agent.id);
      if (!known) return mutated({ type: 'put-admitted', agent: encodedAgent(agent) });
      const reachable = {
        info: agent.info,
        ...(known.drainInfo && { drainInfo: known.drainInfo }),
        deactivated: known.deactivated ?? false,
      };
      return mutated(
        { type: 'remove-unreachable', id: agent.id },
        { type: 'put-admitted', agent: reachable },
      );
    },
  };
}

/**
 * Moves an admitted or unreachable agent to those that will not come back. Refused if it is gone
 * already, or neither admitted nor unreachable.
 *
 * @param time when it was given up
 */
export function markAgentGone(id: SlaveID, time: TimeInfo): RegistryOperation {
  const agentId = checkId(id);
  const gone = { id: { value: agentId }, timestamp: copy(TimeInfo, time) };
  return {
    name: `mark agent ${quote(agentId)} gone`,
    perform(registry) {
      if (registry.gone(agentId)) return refused(`agent ${quote(agentId)} is already marked gone`);
      const admitted = registry.admitted(agentId);
      if (!admitted && !registry.unreachable(agentId)) {
        return refused(`agent ${quote(agentId)} is neither admitted nor unreachable`);
      }
      return mutated(
        { type: admitted ? 'remove-admitted' : 'remove-unreachable', id: agentId },
        { type: 'append-gone', agent: gone },
      );
    },
  };
}

/** Forgets unreachable and gone agents. Ids that are not listed are passed over; never refused. */
export function prune(unreachable: Iterable<SlaveID>, gone: Iterable<SlaveID>): RegistryOperation {
  const unreachableIds = new Set(Array.from(unreachable, checkId));
  const goneIds = new Set(Array.from(gone, checkId));
  return {
    name: `prune ${unreachableIds.size} unreachable and ${goneIds.size} gone agents`,
    perform(registry) {
      const edits: RegistryEdit[] = [];
      for (const id of unreachableIds) {
        if (registry.unreachable(id)) edits.push({ type: 'remove-unreachable', id });
      }
      for (const id of goneIds) {
        if (registry.gone(id)) edits.push({ type: 'remove-gone', id });
      }
      return edits.length === 0 ? UNCHANGED : mutated(...edits);
    },
  };
}

/**
 * Admits an agent that has been there before, with what it says of itself now: one that is admitted is
 * readmitted, any other marked reachable. Refused if it was marked gone.
 */
export function reregisterAgent(info: SlaveInfo): RegistryOperation {
  const { id } = checkAgent(info);
  const [readmit, markReachable] = [readmitAgent(info), markAgentReachable(info)];
  return {
    name: `reregister agent ${quote(id)}`,
    perform(registry) {
      if (registry.admitted(id)) return readmit.perform(registry);
      if (registry.gone(id)) return refused(`agent ${quote(id)} was marked gone`);
      return markReachable.perform(registry);
    },
  };
}
