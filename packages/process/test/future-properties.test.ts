// Random programs of completions, discard requests, associations and derivations, with programs
// inside the callbacks, run on the real futures and on the model: every callback must come in the
// same order and see the same states.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Completer } from '../src/futures/completer.ts';
import type { Future } from '../src/futures/future.ts';
import { type Kind, ModelFuture } from './future-model.ts';

type Op =
  | { readonly type: 'new' }
  | { readonly type: 'set' | 'fail' | 'end' | 'abandon' | 'discard'; readonly at: number }
  | { readonly type: 'associate'; readonly at: number; readonly other: number }
  | { readonly type: 'on'; readonly kind: Kind; readonly at: number; readonly inside: Op[] }
  | {
      readonly type: 'andThen' | 'recover' | 'repair';
      readonly at: number;
      readonly inside: Op[];
      readonly gives: 'value' | 'throw' | number;
    }
  | { readonly type: 'undiscardable'; readonly at: number };

/** One implementation of futures, as a program uses it. */
interface Kit<F> {
  create(): F;
  complete(future: F, how: 'set' | 'fail' | 'end' | 'abandon' | 'discard', value: number): boolean;
  associate(future: F, other: F): boolean;
  on(future: F, kind: Kind, run: () => void): void;
  derive(future: F, how: 'andThen' | 'recover' | 'repair', f: () => number | F): F;
  undiscardable(future: F): F;
  show(future: F): string;
}

function realKit(): Kit<Future<number>> {
  const completers = new Map<Future<number>, Completer<number>>();
  const ignore = (): void => undefined;
  return {
    create() {
      const completer = new Completer<number>({ reporter: ignore });
      completers.set(completer.future, completer);
      return completer.future;
    },
    complete(future, how, value) {
      if (how === 'discard') return future.discard();
      const completer = completers.get(future);
      if (completer === undefined) return false;
      if (how === 'set') return completer.set(value);
      if (how === 'fail') return completer.fail(`failure ${value}`);
      return how === 'end' ? completer.discard() : completer.abandon();
    },
    associate: (future, other) => completers.get(future)?.associate(other) ?? false,
    on(future, kind, run) {
      if (kind === 'ready') future.onReady(run);
      else if (kind === 'failed') future.onFailed(run);
      else if (kind === 'discarded') future.onDiscarded(run);
      else if (kind === 'any') future.onAny(run);
      else if (kind === 'discard') future.onDiscard(run);
      else future.onAbandoned(run);
    },
    derive(future, how, f) {
      if (how === 'andThen') return future.andThen(f);
      return how === 'recover' ? future.recover(f) : future.repair(f);
    },
    undiscardable: (future) => future.undiscardable(),
    show(future) {
      const cycle = future.isFailed && 'code' in future.failure();
      const text = cycle ? 'Failed: cycle' : String(future).replace(' (with discard)', '');
      const value = future.isReady ? `: ${future.value()}` : '';
      return `${text.replace('Abandoned', 'Pending')}${value}${marks(future)}`;
    },
  };
}

function modelKit(): Kit<ModelFuture> {
  return {
    create: () => new ModelFuture(),
    complete(future, how, value) {
      if (how === 'discard') return future.discard();
      if (future.locked) return false;
      if (how === 'abandon') return future.abandon();
      if (how === 'set') return future.complete('Ready', value);
      if (how === 'fail') return future.complete('Failed', `failure ${value}`);
      return future.complete('Discarded');
    },
    associate(future, other) {
      if (future.locked || future.state !== 'Pending') return false;
      future.follow(other);
      return true;
    },
    on(future, kind, run) {
      future.on(kind, run);
    },
    derive: (future, how, f) => future[how](f),
    undiscardable: (future) => future.undiscardable(),
    show(future) {
      const result = future.result === undefined ? '' : `: ${future.result}`;
      return `${future.state}${result}${marks(future)}`;
    },
  };
}

function marks(future: { readonly hasDiscard: boolean; readonly isAbandoned: boolean }): string {
  return (future.hasDiscard ? ' discard' : '') + (future.isAbandoned ? ' abandoned' : '');
}

/** Runs a program and tells everything that can be observed, in order. */
function trace<F>(kit: Kit<F>, program: readonly Op[]): string[] {
  const log: string[] = [];
  const futures = [kit.create(), kit.create(), kit.create()];
  let values = 0;
  let callbacks = 0;
  const pick = (index: number): F => futures[index % futures.length] as F;
  const callback = (what: string, future: F, inside: readonly Op[]): (() => void) => {
    const id = (callbacks += 1);
    return () => {
      log.push(`${what} #${id} sees ${kit.show(future)}`);
      inside.forEach(run);
    };
  };
  const run = (op: Op): void => {
    if (op.type === 'new') {
      futures.push(kit.create());
      return;
    }
    const future = pick(op.at);
    switch (op.type) {
      case 'associate':
        log.push(`associate ${kit.associate(future, pick(op.other))}`);
        break;
      case 'on':
        kit.on(future, op.kind, callback(op.kind, future, op.inside));
        break;
      case 'undiscardable':
        futures.push(kit.undiscardable(future));
        break;
      case 'andThen':
      case 'recover':
      case 'repair': {
        const notify = callback(op.type, future, op.inside);
        const derived = kit.derive(future, op.type, () => {
          notify();
          if (op.gives === 'throw') throw new Error('thrown');
          return op.gives === 'value' ? (values += 1) : pick(op.gives);
        });
        futures.push(derived);
        break;
      }
      default:
        log.push(`${op.type} ${kit.complete(future, op.type, (values += 1))}`);
    }
  };
  program.forEach(run);
  return [...log, ...futures.map((future) => kit.show(future))];
}

const index = fc.nat(11);
const KINDS = ['ready', 'failed', 'discarded', 'any', 'discard', 'abandoned'] as const;
const { op } = fc.letrec<{ op: Op; program: Op[] }>((tie) => ({
  program: fc.array(tie('op'), { maxLength: 4 }),
  op: fc.oneof(
    { depthSize: 'medium' },
    fc.record({
      type: fc.constantFrom('set', 'fail', 'end', 'abandon', 'discard', 'discard'),
      at: index,
    }),
    fc.record({ type: fc.constant('new') }),
    fc.record({ type: fc.constant('associate'), at: index, other: index }),
    fc.record({ type: fc.constant('undiscardable'), at: index }),
    fc.record({
      type: fc.constant('on'),
      kind: fc.constantFrom(...KINDS),
      at: index,
      inside: tie('program'),
    }),
    fc.record({
      type: fc.constantFrom('andThen', 'andThen', 'recover', 'repair'),
      at: index,
      inside: tie('program'),
      gives: fc.oneof(fc.constantFrom('value', 'throw'), index),
    }),
  ),
}));

describe('futures against their model', () => {
  test('random programs are observed alike, to the order of the callbacks', () => {
    fc.assert(
      fc.property(fc.array(op, { minLength: 5, maxLength: 40, size: 'max' }), (ops) => {
        expect(trace(realKit(), ops)).toEqual(trace(modelKit(), ops));
      }),
      { numRuns: 1000 },
    );
  });
});
