import { RegistrySlave } from '@quorate/messages';
import { messageField } from './wire-field.ts';

/** Of agents that are nothing but an information that was encoded already. */
const informations = new WeakMap<RegistrySlave, Uint8Array>();

/**
 * An agent to put into the registry. Its information was encoded to check it, and encoding is what a
 * batch of admissions costs most: it is not done again.
 */
export function encodedAgent({ info, encoded }: EncodedInfo): RegistrySlave {
  const agent = Object.freeze({ info });
  informations.set(agent, encoded);
  return agent;
}

/** A frozen information and its bytes. */
export interface EncodedInfo {
  readonly info: RegistrySlave['info'];
  readonly encoded: Uint8Array;
}

export function encodeAgent(agent: RegistrySlave): Uint8Array {
  const info = informations.get(agent);
  return info ? messageField(1, info) : RegistrySlave.encode(agent);
}
