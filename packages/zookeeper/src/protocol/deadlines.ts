import type { SessionState } from './session-state.ts';

/** A server that does not answer the first message in this time is left for the next. */
export const HANDSHAKE_MS_MAX = 4_000;
/** How long a close waits for the server to end the session. */
export const CLOSE_MS_MAX = 2_000;

/** When `tick` has something to do next. */
export function deadlineOf(state: SessionState): number {
  const { phase, sinceMs, timeoutMs } = state;
  const expiry = state.confirmedMs + timeoutMs;
  switch (phase) {
    case 'waiting':
      return expiry;
    case 'dialling':
    case 'handshaking':
      return Math.min(expiry, sinceMs + Math.min(HANDSHAKE_MS_MAX, timeoutMs / 3));
    case 'connected':
      return Math.min(expiry, silenceDeadline(state), state.sentMs + timeoutMs / 3);
    case 'closing':
      return sinceMs + CLOSE_MS_MAX;
    case 'ended':
      return Infinity;
  }
}

/** With pings each third, a server that is silent for two thirds has not answered one. */
export function silenceDeadline({ heardMs, timeoutMs }: SessionState): number {
  return heardMs + (timeoutMs * 2) / 3;
}
