import { SlaveInfo, type MessageType, type Resource, type SlaveID } from '@quorate/messages';
import { downgradeIfPossible, upgradeResource } from '@quorate/resources';
import type { EncodedInfo } from './agent-encoding.ts';
import { deepFreeze } from './deep-freeze.ts';
import { RegistrarError } from './errors.ts';

/** An agent as the registry keeps it; throws `REGISTRAR_OPERATION_INVALID`. */
export function checkAgent(info: SlaveInfo): EncodedInfo & { readonly id: string } {
  const bytes = encode(SlaveInfo, info);
  const given = deepFreeze(SlaveInfo.decode(bytes));
  const agent = downgraded(given);
  const encoded = agent === given ? bytes : SlaveInfo.encode(agent);
  return { id: checkId(agent.id), info: agent, encoded };
}

/** With its resources in the oldest format that can express them. */
export function downgraded(info: SlaveInfo): SlaveInfo {
  if (info.resources.every(isOldest)) return info;
  const resources = info.resources.map((each) => downgradeIfPossible(upgradeResource(each)));
  return deepFreeze({ ...info, resources });
}

/** Of those that are in the oldest format these are the most: not reserved, or for a role. */
function isOldest({ role, reservation, reservations }: Resource): boolean {
  return role !== undefined && reservation === undefined && reservations.length === 0;
}

/** The text of an id; throws `REGISTRAR_OPERATION_INVALID`. */
export function checkId(id: SlaveID | undefined): string {
  const value: unknown = id?.value;
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`expected an agent with an id, got ${JSON.stringify(id) ?? 'none'}: set id.value`);
}

/** A frozen copy, valid by its codec; throws `REGISTRAR_OPERATION_INVALID`. */
export function copy<M>(type: MessageType<M>, message: M): M {
  return deepFreeze(type.decode(encode(type, message)));
}

function encode<M>(type: MessageType<M>, message: M): Uint8Array {
  try {
    return type.encode(message);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalid(`expected a valid ${type.typeName}: ${reason}`, error);
  }
}

/** Frozen copies of a list; throws `REGISTRAR_OPERATION_INVALID`. */
export function copyAll<M>(type: MessageType<M>, messages: Iterable<M>): readonly M[] {
  return Array.from(messages, (message) => copy(type, message));
}

function invalid(message: string, cause?: unknown): RegistrarError {
  return new RegistrarError('REGISTRAR_OPERATION_INVALID', message, { cause });
}

export function quote(id: string): string {
  return JSON.stringify(id);
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
