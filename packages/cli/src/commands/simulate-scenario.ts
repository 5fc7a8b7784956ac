import { parseScenario, printScenario, runScenario } from '@quorate/simulator/log';
import type { Scenario } from '@quorate/simulator/log';
import type { CliIo } from '../cli-io.ts';
import { EXIT_CODE } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { readScenario } from '../run-files.ts';

/**
 * Runs a scenario, and prints it with the traces that were seen. Fails when one that is written down is
 * another; those that are empty expect nothing.
 *
 * Throws `SCENARIO_INVALID`, and `CLI_USAGE` for files that cannot be read.
 */
export async function simulateScenario(path: string, io: CliIo): Promise<ExitCode> {
  const expected = parseScenario(await readScenario(path));
  const seen = await runScenario(expected);
  await io.stdout.write(printScenario(seen));
  const line = firstDifference(expected, seen);
  if (line === undefined) return EXIT_CODE.ok;
  await io.stderr.write(`${path}: the trace of the commands in line ${line} is another one\n`);
  return EXIT_CODE.failed;
}

/** Where the commands stand whose trace is not as it is written down. */
function firstDifference(expected: Scenario, seen: Scenario): number | undefined {
  const step = expected.steps.find(({ trace }, index) => {
    return trace.length > 0 && trace.join('\n') !== seen.steps[index]?.trace.join('\n');
  });
  return step?.commands[0]?.line;
}
