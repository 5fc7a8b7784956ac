// Discarding a future asks whoever works on it to stop: it travels up a chain, and is a request.

import assert from 'node:assert/strict';
import { Completer, Runtime } from '@quorate/process';
import type { Future } from '@quorate/process';
import { run } from './support/run.ts';

run(async () => {
  const runtime = new Runtime();

  // The one who completes a future decides what a discard means: here, stop and say so.
  const download = startDownload();
  const size = download.andThen((text) => text.length);
  size.discard();
  console.log(`download: ${download}, its size: ${size}`);
  assert(download.isDiscarded && size.isDiscarded);

  // This one cannot be stopped any more: it finishes, and the value is there.
  const payment = new Completer<string>();
  payment.future.onDiscard(() => console.log('payment: too late to stop it'));
  payment.future.discard();
  payment.set('paid');
  console.log(`payment: ${payment.future}, ${payment.future.value()}`);
  assert.equal(payment.future.value(), 'paid');

  // A time limit: after 20 ms the slow search is asked to stop, and the caller gets a default.
  const search = startDownload();
  const result = search.after(runtime.clock, 20, (slow) => {
    slow.discard();
    return 'nothing found in time';
  });
  console.log(`search: ${await result}`);
  assert(search.isDiscarded);

  // `await` turns a discarded future into an error with a stable code.
  await assert.rejects(async () => await search, { code: 'FUTURE_DISCARDED' });

  await runtime.close();
});

/** Work that never ends by itself but stops when asked to. */
function startDownload(): Future<string> {
  const completer = new Completer<string>();
  completer.future.onDiscard(() => {
    console.log('  stopped on request');
    completer.discard();
  });
  return completer.future;
}
