// What the compiler infers of `dispatch` and its kin: checked by `tsc`, and run to see that it is true.
import { describe, expect, test } from '@jest/globals';
import { Future, Process } from '@quorate/process';
import type { Pid } from '@quorate/process';
import { virtualRuntime } from '@quorate/process/testing';

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only if the type of `value` is exactly `B`. */
function is<B>() {
  return <A>(value: A, ..._same: Same<A, B> extends true ? [] : ['types differ']): A => value;
}

class Typed extends Process {
  declare readonly self: Pid<Typed>;
  readonly field: number = 1;

  plain(text: string, count = 1): string {
    return text.repeat(count);
  }

  future(): Future<number> {
    return Future.ready(1);
  }

  async later(): Promise<readonly string[]> {
    return Promise.resolve(['a']);
  }

  nothing(): void {
    this.#hidden();
  }

  many(...all: readonly number[]): number {
    return all.length;
  }

  generic<T>(value: T): T {
    return value;
  }

  protected secret(): number {
    return 2;
  }

  #hidden(): void {}
}

class Derived extends Typed {
  more(): boolean {
    return true;
  }
}

function world() {
  const { runtime, clock } = virtualRuntime();
  return { runtime, clock, pid: runtime.spawn(new Derived()) };
}

describe('dispatch', () => {
  test('gives a future of what the method comes to', async () => {
    const { runtime, clock, pid } = world();
    const results = [
      is<Future<string>>()(runtime.dispatch(pid, 'plain', 'a', 3)),
      is<Future<string>>()(runtime.dispatch(pid, 'plain', 'a')),
      is<Future<number>>()(runtime.dispatch(pid, 'future')),
      is<Future<readonly string[]>>()(runtime.dispatch(pid, 'later')),
      is<Future<void>>()(runtime.dispatch(pid, 'nothing')),
      is<Future<number>>()(runtime.dispatch(pid, 'many', 1, 2, 3)),
      is<Future<boolean>>()(runtime.dispatch(pid, 'more')),
      is<Future<number>>()(runtime.dispatch(pid, (process) => process.generic<number>(7))),
      is<Future<number>>()(runtime.dispatch(pid, async (process) => process.field)),
    ];
    await clock.settle();
    expect(results.map((result) => result.value())).toEqual([
      ...['aaa', 'a', 1, ['a'], undefined],
      ...[3, true, 7, 1],
    ]);
  });

  test('a function made of it is typed alike', async () => {
    const { runtime, clock, pid } = world();
    const plain: (text: string, count?: number) => Future<string> = runtime.defer(pid, 'plain');
    const sum: (a: number, b: number) => Future<number> = runtime.defer(
      pid,
      (a: number, b: number) => a + b,
    );
    const [said, added] = [plain('a', 2), sum(1, 2)];
    await clock.settle();
    expect([said.value(), added.value()]).toEqual(['aa', 3]);
  });

  test('refuses what the class does not have, at compile time', () => {
    const { runtime, pid } = world();
    const refused = (): void => {
      // @ts-expect-error no such method
      runtime.tell(pid, 'unknown');
      // @ts-expect-error another type
      runtime.tell(pid, 'plain', 1);
      // @ts-expect-error too few
      runtime.tell(pid, 'plain');
      // @ts-expect-error too many
      runtime.tell(pid, 'future', 1);
      // @ts-expect-error not public
      runtime.tell(pid, 'secret');
      // @ts-expect-error not a method
      runtime.tell(pid, 'field');
      // @ts-expect-error of the base class of all processes
      runtime.tell(pid, 'initialize');
      // @ts-expect-error a pid of the base class does not have it
      runtime.tell(pid as Pid<Typed>, 'more');
    };
    expect(refused).toBeInstanceOf(Function);
  });
});
