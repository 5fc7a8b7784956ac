/**
 * Runs an example. Whatever goes wrong ends it with a code other than 0, also a future that never
 * completes: then nothing is left to do, and Node would exit as if all were well.
 */
export function run(main: () => Promise<void>): void {
  process.exitCode = 1;
  void main().then(() => {
    process.exitCode = 0;
  });
}
