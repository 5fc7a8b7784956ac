/**
 * Tells what a run has shown, on a line of its own. `.ci/run` shows these lines of a step that passed as
 * well, so that its output has the figures and not only that they were within their limits.
 *
 * @param subject what the figure is of, such as `zookeeper`
 * @param columns such as what was done, what was measured and what its limit is
 */
export function report(subject: string, ...columns: readonly string[]): void {
  process.stderr.write(`report: ${subject}: ${columns.join(' | ')}\n`);
}
