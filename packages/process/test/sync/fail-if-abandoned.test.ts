import { describe, expect, test } from '@jest/globals';
import { Completer } from '@quorate/process';
import { expectDiscarded, expectFailed, expectReady } from '@quorate/process/testing';
import { failIfAbandoned } from '@quorate/process/sync';

const gone = (): Error => Object.assign(new Error('gone'), { code: 'GONE' });

describe('failIfAbandoned', () => {
  test('fails when nobody is left to complete the future', async () => {
    const completer = new Completer<number>();
    const before = failIfAbandoned(completer.future, gone);
    expect(before.isPending).toBe(true);
    completer.abandon();
    await expectFailed(before, 'GONE');
    await expectFailed(failIfAbandoned(completer.future, gone), 'GONE');
  });

  test('has everything else in common with the future, the error is not made', async () => {
    const never = (): Error => {
      throw new Error('made');
    };
    const ready = new Completer<number>();
    const failed = new Completer<number>();
    const discarded = new Completer<number>();
    discarded.future.onDiscard(() => discarded.discard());
    const late = failIfAbandoned(discarded.future, never);
    late.discard();
    await expectDiscarded(discarded.future);
    await expectDiscarded(late);
    const value = failIfAbandoned(ready.future, never);
    ready.set(7);
    expect(await expectReady(value)).toBe(7);
    const failure = failIfAbandoned(failed.future, never);
    failed.fail(gone());
    await expectFailed(failure, 'GONE');
  });
});
