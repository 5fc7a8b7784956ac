/**
 * A real turn of the engine's event loop: every microtask that was made has run when it resolves.
 * Taken at load time, so that the guard against real time does not catch the simulation itself.
 */
const immediate = setImmediate;

export function turn(): Promise<void> {
  return new Promise((resolve) => {
    immediate(resolve);
  });
}
