/**
 * Real turns of the engine's event loop: the only place of this package where work is postponed
 * by the engine instead of a runtime's run queue.
 */

type Schedule = (thunk: () => void) => void;

/** Runs `thunk` before the engine serves any timer or I/O, after the code that is running now. */
export const microtask: Schedule = (thunk) => {
  queueMicrotask(thunk);
};

/** Runs `thunk` in a later turn: every microtask runs first, and due timers and I/O are served. */
export const macrotask: Schedule =
  typeof setImmediate === 'function'
    ? (thunk) => {
        setImmediate(thunk);
      }
    : channelMacrotask();

/** Browsers have no `setImmediate`, and their `setTimeout` waits 4 ms when nested. */
function channelMacrotask(): Schedule {
  const waiting: (() => void)[] = [];
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => {
    waiting.shift()?.();
  });
  channel.port1.start();
  return (thunk) => {
    waiting.push(thunk);
    channel.port2.postMessage(undefined);
  };
}
