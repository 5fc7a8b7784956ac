import { BACK_OFF } from './back-off.ts';
import type { BackOff } from './back-off.ts';
import { checkChildSpec, checkFrom, invalid } from './child-spec.ts';
import type { ChildSpec, Decider, Strategy } from './child-spec.ts';
import { childExists } from './supervisor-error.ts';

/** Restarts within `WITHIN_MS` when nothing else is asked for. */
export const RESTARTS_MAX = 3;
/** In how much time there may be `RESTARTS_MAX` restarts, in milliseconds. */
export const WITHIN_MS = 5_000;

/** Which children a supervisor has, and what it does when one fails. */
export interface SupervisorOptions {
  /** The id of its process. Default `supervisor(1)`, `supervisor(2)`, … */
  readonly id?: string;
  /** Started in this order, each once the one before has initialised. Default: none. */
  readonly children?: readonly ChildSpec[];
  /** Default `one-for-one`. */
  readonly strategy?: Strategy;
  /** So many restarts are made in any `withinMs`, from 0; the next one escalates. Default 3. */
  readonly restartsMax?: number;
  /** Milliseconds on the runtime's clock, more than 0. Default 5,000. */
  readonly withinMs?: number;
  /**
   * Whose restarts are counted together: of each child by itself, or of all children, as OTP does.
   * Default `child` for `one-for-one`, so that many children that fail once each take nobody down;
   * `supervisor` for the others, whose restarts concern all.
   */
  readonly intensityPer?: 'child' | 'supervisor';
  /**
   * Delays before restarts. Default `BACK_OFF`, with what is given here instead. A child whose
   * delays grow so long that `restartsMax` of them take more than `withinMs` is retried for ever.
   */
  readonly backOff?: Partial<BackOff>;
  /** Default: `restart`, always. */
  readonly decider?: Decider;
}

export interface SupervisorSettings {
  readonly id: string | undefined;
  readonly children: readonly ChildSpec[];
  readonly strategy: Strategy;
  readonly restartsMax: number;
  readonly withinMs: number;
  readonly intensityPer: 'child' | 'supervisor';
  readonly backOff: BackOff;
  readonly decider: Decider;
}

const STRATEGIES: readonly unknown[] = ['one-for-one', 'one-for-all', 'rest-for-one'];
const INTENSITY_PER: readonly unknown[] = ['child', 'supervisor'];

/** The options with their defaults; throws `SUPERVISOR_OPTION_INVALID` or `…_CHILD_EXISTS`. */
export function checkOptions(options: SupervisorOptions): SupervisorSettings {
  const strategy = options.strategy ?? 'one-for-one';
  const settings: SupervisorSettings = {
    id: options.id,
    children: options.children ?? [],
    strategy,
    restartsMax: options.restartsMax ?? RESTARTS_MAX,
    withinMs: options.withinMs ?? WITHIN_MS,
    intensityPer: options.intensityPer ?? (strategy === 'one-for-one' ? 'child' : 'supervisor'),
    backOff: { ...BACK_OFF, ...options.backOff },
    decider: options.decider ?? ((): 'restart' => 'restart'),
  };
  checkSettings(settings);
  checkBackOff(settings.backOff);
  checkChildren(settings.children);
  return settings;
}

function checkSettings(settings: SupervisorSettings): void {
  const { id, strategy, restartsMax, withinMs, intensityPer, decider, children } = settings;
  if (id !== undefined && typeof id !== 'string') throw invalid('id', id, 'a text');
  if (!Array.isArray(children)) throw invalid('children', children, 'an array');
  if (!STRATEGIES.includes(strategy)) throw invalid('strategy', strategy, STRATEGIES.join(', '));
  if (!Number.isSafeInteger(restartsMax) || restartsMax < 0)
    throw invalid('restartsMax', restartsMax, 'an integer from 0');
  if (typeof withinMs !== 'number' || !(withinMs > 0))
    throw invalid('withinMs', withinMs, 'a number of milliseconds above 0');
  if (!INTENSITY_PER.includes(intensityPer))
    throw invalid('intensityPer', intensityPer, INTENSITY_PER.join(', '));
  if (typeof decider !== 'function') throw invalid('decider', decider, 'a function');
}

function checkBackOff({ minMs, maxMs, factor, jitter }: BackOff): void {
  checkFrom(0, 'backOff.minMs', minMs);
  checkFrom(minMs, 'backOff.maxMs', maxMs);
  checkFrom(1, 'backOff.factor', factor);
  checkFrom(0, 'backOff.jitter', jitter);
  if (!Number.isFinite(maxMs)) throw invalid('backOff.maxMs', maxMs, 'finite');
  if (!Number.isFinite(factor)) throw invalid('backOff.factor', factor, 'finite');
  if (jitter > 1) throw invalid('backOff.jitter', jitter, 'at most 1');
}

function checkChildren(children: readonly ChildSpec[]): void {
  const ids = new Set<string>();
  for (const spec of children) {
    checkChildSpec(spec);
    if (ids.has(spec.id)) throw childExists(spec.id);
    ids.add(spec.id);
  }
}
