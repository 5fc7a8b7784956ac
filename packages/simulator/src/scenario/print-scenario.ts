import { SEPARATOR } from './parse-scenario.ts';
import type { Scenario } from './scenario.ts';

/** A scenario as text, which `parseScenario` reads again; comments stay where they were. */
export function printScenario({ steps, ending }: Scenario): string {
  const lines = steps.flatMap(({ preamble, lines, trace }) => [
    ...preamble,
    ...lines,
    SEPARATOR,
    ...trace,
  ]);
  return `${[...lines, ...ending].join('\n')}\n`;
}
