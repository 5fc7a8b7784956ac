import type { Command } from './command.ts';
import { parseCommand } from './parse-command.ts';
import type { Scenario, Step } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';

/** Stands between commands and their trace. */
export const SEPARATOR = '----';

/**
 * Reads a text: commands, a line `----`, the trace they are expected to leave, an empty line, and so
 * on; lines that begin with `#` between the steps are comments.
 *
 * Throws a `ScenarioError`, which names the line: `SCENARIO_INVALID`.
 */
export function parseScenario(text: string): Scenario {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const steps: Step[] = [];
  let next = 0;
  while (next < lines.length) {
    const preamble = takeWhile(lines, next, (line) => line.trim() === '' || line.startsWith('#'));
    next += preamble.length;
    if (next >= lines.length) return finished(steps, preamble);
    const commands = takeWhile(lines, next, (line) => line.trim() !== '' && line !== SEPARATOR);
    const first = next;
    next += commands.length;
    if (lines[next] !== SEPARATOR) {
      throw new ScenarioError(first + 1, `a line ${SEPARATOR} must follow the commands`);
    }
    if (commands.length === 0) {
      throw new ScenarioError(next + 1, `there is no command in front of ${SEPARATOR}`);
    }
    const trace = takeWhile(lines, next + 1, (line) => line.trim() !== '');
    next += 1 + trace.length;
    steps.push({ preamble, lines: commands, commands: parseCommands(commands, first), trace });
  }
  return finished(steps, []);
}

function parseCommands(lines: readonly string[], first: number): readonly Command[] {
  return lines.map((line, index) => parseCommand(line, first + index + 1));
}

function finished(steps: readonly Step[], ending: readonly string[]): Scenario {
  const [first] = steps;
  if (first?.commands[0]?.action.verb !== 'replicas') {
    const line = first?.commands[0]?.line ?? 1;
    throw new ScenarioError(line, 'a scenario begins with the command replicas, as in: replicas 3');
  }
  for (const { line, action } of steps.flatMap(({ commands }) => commands).slice(1)) {
    if (action.verb === 'replicas') throw new ScenarioError(line, 'there is a group already');
  }
  return { steps, ending };
}

function takeWhile(
  lines: readonly string[],
  from: number,
  holds: (line: string) => boolean,
): readonly string[] {
  const end = lines.findIndex((line, index) => index >= from && !holds(line));
  return lines.slice(from, end < 0 ? undefined : end);
}
