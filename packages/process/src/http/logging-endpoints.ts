import type { Clock } from '../clocks/clock.ts';
import type { Timer } from '../clocks/timer-source.ts';
import { parseDuration } from './duration.ts';
import { textResponse } from './responses.ts';
import type { Route, RouteOptions } from './route-table.ts';

/** A logger whose level can be set, such as pino's. */
export interface LeveledLogger {
  level: string;
}

/** From silent to talkative. */
const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/**
 * `/logging/toggle` says which level is logged; with `?level=debug&duration=10mins` it is that one for so
 * long, and then again what it was. Only more can be logged than usual, not less. 400 for a level or a
 * duration that is none, and for one without the other.
 */
export function loggingEndpoints(
  logger: LeveledLogger,
  clock: Clock,
  options: RouteOptions = {},
): readonly Route[] {
  const usual = logger.level;
  let timer: Timer | undefined;
  const set = (level: string, durationMs: number): void => {
    timer?.cancel();
    logger.level = level;
    timer = clock.after(durationMs, () => (logger.level = usual));
  };
  return [
    {
      help: 'Logs more for a while: `level` and `duration`, as in `?level=debug&duration=10mins`.',
      ...options,
      path: '/logging/toggle',
      handler: ({ url }) => {
        const { searchParams } = new URL(url);
        const [level, duration] = [searchParams.get('level'), searchParams.get('duration')];
        if (level === null && duration === null) return textResponse(200, `${logger.level}\n`);
        if (level === null || duration === null) {
          return textResponse(400, 'expected both level and duration.');
        }
        const durationMs = parseDuration(duration);
        if (durationMs === undefined) return textResponse(400, `no duration: '${duration}'.`);
        const problem = problemOf(level, usual);
        if (problem !== undefined) return textResponse(400, problem);
        set(level, durationMs);
        return textResponse(200);
      },
    },
  ];
}

function problemOf(level: string, usual: string): string | undefined {
  const index = LEVELS.indexOf(level);
  if (index < 0) return `no level: '${level}'; one of ${LEVELS.join(', ')}.`;
  return index < LEVELS.indexOf(usual) ? `'${level}' logs less than '${usual}'.` : undefined;
}
