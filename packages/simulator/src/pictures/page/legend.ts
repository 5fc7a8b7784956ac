import { byId, make } from './dom.ts';

const SIGNS = [
  ['line empty', 'replica EMPTY'],
  ['line starting', 'replica STARTING'],
  ['line recovering', 'replica RECOVERING'],
  ['line voting', 'replica VOTING'],
  ['line running', 'node whose status is not known'],
  ['line down', 'node is down'],
  ['line paused', 'node is paused'],
  ['arrow message', 'message, from its sending to its arrival'],
  ['arrow again', 'the same message, delivered again'],
  ['arrow lost', 'message that is lost'],
  ['block cut', 'part of what passes here is cut off: the darker, the more'],
  ['block succeeded', 'operation that succeeded'],
  ['block failed', 'operation that failed'],
  ['block unknown', 'operation whose outcome is not known'],
  ['block violation', 'violation of an invariant'],
] as const;

const KEYS = [
  ['↑ ↓', 'event before, event after'],
  ['n p', 'violation after, violation before'],
  ['Home End', 'first event, last event'],
  ['+ −', 'zoom (or Ctrl and the wheel)'],
  ['/', 'search'],
  ['Esc', 'let the event go'],
] as const;

export function showLegend(): void {
  const signs = SIGNS.map(([sign, text]) =>
    make('p', {}, make('span', { className: `sign ${sign}` }), ` ${text}`),
  );
  const keys = KEYS.map(([key, text]) => make('p', {}, make('kbd', {}, key), ` ${text}`));
  byId('legend').replaceChildren(...signs, ...keys);
}
