import type { Command } from 'commander';
import { directory } from './option-values.ts';

export const JSON_HELP = 'print JSON, for programs';

/** A command that is about the directory of one replica. */
export function onDirectory(
  parent: Command,
  name: string,
  help = "the replica's directory (required)",
): Command {
  return parent
    .command(name)
    .option('--path <directory>', help, directory)
    .option('--json', JSON_HELP);
}

/** The parser checks what is required before what is unknown: of `--pth` it would say the wrong thing. */
export type Given<O extends { readonly path: string }> = Omit<O, 'path'> & {
  readonly path?: string;
};

export function withPath<O extends { readonly path: string }>(
  options: Given<O>,
  command: Command,
): O {
  const { path } = options;
  if (path === undefined)
    command.error("error: required option '--path <directory>' not specified");
  return { ...options, path } as O;
}
