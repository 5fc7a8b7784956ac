import pc from 'picocolors';
import type { CliIo, CliOutput } from './cli-io.ts';

/** Narrower terminals are treated as this wide: less would hold no word. */
const COLUMNS_MIN = 24;

type Colors = ReturnType<typeof pc.createColors>;

/** Colours for an output: none with `NO_COLOR` or off a terminal, unless `FORCE_COLOR` is set. */
export function colorsFor(output: CliOutput, env: CliIo['env']): Colors {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  if (isSet('NO_COLOR')) return pc.createColors(false);
  return pc.createColors(isSet('FORCE_COLOR') || (output.isTTY && env['TERM'] !== 'dumb'));
}

/** The width lines are cut to; undefined, for none, when a program reads them. */
export function columnsOf(output: CliOutput, env: CliIo['env']): number | undefined {
  if (!output.isTTY) return undefined;
  const asked = Number(env['COLUMNS']);
  const columns = Number.isInteger(asked) && asked > 0 ? asked : output.columns;
  return columns === undefined ? undefined : Math.max(columns, COLUMNS_MIN);
}

/** Cuts a text without colours to a width. */
export function cutTo(text: string, columns: number | undefined): string {
  if (columns === undefined || text.length <= columns) return text;
  return `${text.slice(0, columns - 1)}…`;
}

/** Makes text from a log safe for a terminal: what is not printable is escaped. */
export function printable(text: string): string {
  return text.replace(/\p{C}|\p{Zl}|\p{Zp}/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}
