import { SlaveInfo, type MessageType, type SlaveID } from '@quorate/messages';
import { downgradeIfPossible, upgradeResource } from '@quorate/resources';
import { deepFreeze } from './deep-freeze.ts';
import { RegistrarError } from './errors.ts';

/** An agent as the registry keeps it; throws `REGISTRAR_OPERATION_INVALID`. */
export function checkAgent(info: SlaveInfo): { readonly id: string; readonly info: SlaveInfo } {
  const agent = downgraded(copy(SlaveInfo, info));
  return { id: checkId(agent.id), info: agent };
}

/** With its resources in the oldest format that can express them. */
export function downgraded(info: SlaveInfo): SlaveInfo {
  if (info.resources.length === 0) return info;
  const resources = info.resources.map((each) => downgradeIfPossible(upgradeResource(each)));
  return deepFreeze({ ...info, resources });
}

/** The text of an id; throws `REGISTRAR_OPERATION_INVALID`. */
export function checkId(id: SlaveID | undefined): string {
  const value: unknown = id?.value;
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`expected an agent with an id, got ${JSON.stringify(id) ?? 'none'}: set id.value`);
}

/** A frozen copy, valid by its codec; throws `REGISTRAR_OPERATION_INVALID`. */
export function copy<M>(type: MessageType<M>, message: M): M {
  try {
    return deepFreeze(type.decode(type.encode(message)));
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
