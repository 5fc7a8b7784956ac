import { Option } from 'commander';
import type { Command } from 'commander';
import type { CliIo } from './cli-io.ts';
import { logAppend } from './commands/log-append.ts';
import type { LogAppendOptions } from './commands/log-append.ts';
import { DATA_TYPES, logBenchmark } from './commands/log-benchmark.ts';
import type { LogBenchmarkOptions } from './commands/log-benchmark.ts';
import { logTail } from './commands/log-tail.ts';
import type { LogTailOptions } from './commands/log-tail.ts';
import { logTruncate } from './commands/log-truncate.ts';
import type { LogTruncateOptions } from './commands/log-truncate.ts';
import { JSON_HELP } from './directory-command.ts';
import { list, path, position, seconds } from './option-values.ts';

export const EXAMPLE_PEERS = '10.0.0.1:5050,10.0.0.2:5050,10.0.0.3:5050';

/** Commands that are clients of a running group. */
export function addGroupCommands(log: Command, io: CliIo): void {
  onGroup(log, 'append')
    .argument('[text...]', 'what to append (default: each line of the standard input)')
    .description('append entries to the log of a running group')
    .addHelpText('after', `\nExample: quorate log append --peers ${EXAMPLE_PEERS} hello`)
    .action((texts: readonly string[], options: Partial<LogAppendOptions>, command: Command) =>
      logAppend(texts, required(options, command, 'peers'), io),
    );
  onGroup(log, 'tail')
    .description('print the entries of the log of a running group, and those that come')
    .option('--from <position>', 'the first position to print (default: the beginning)', position)
    .option('--no-follow', 'end when there is no more')
    .addHelpText('after', `\nExample: quorate log tail --peers ${EXAMPLE_PEERS} --json`)
    .action((options: Partial<LogTailOptions>, command: Command) =>
      logTail(required({ ...options, follow: options.follow ?? true }, command, 'peers'), io),
    );
  onGroup(log, 'truncate')
    .description('remove the beginning of the log of a running group')
    .option('--to <position>', 'the first position that stays (required)', position)
    .addHelpText('after', `\nExample: quorate log truncate --peers ${EXAMPLE_PEERS} --to 100`)
    .action((options: Partial<LogTruncateOptions>, command: Command) =>
      logTruncate(required(options, command, 'peers', 'to'), io),
    );
  onGroup(log, 'benchmark')
    .description(
      'append entries of given sizes to a running group, and write down how long each took',
    )
    .option('--input <file>', 'sizes, one a line, such as 100B or 2MB (required)', path)
    .option('--output <file>', 'where to write a line for each append (required)', path)
    .addOption(
      new Option('--type <type>', 'what entries hold').choices(DATA_TYPES).default('random'),
    )
    .action((options: Partial<LogBenchmarkOptions>, command: Command) =>
      logBenchmark(required(options, command, 'peers', 'input', 'output'), io),
    );
}

/** Options with which whoever asks proves who it is. */
export function withSecurityOptions(command: Command): Command {
  return command
    .option('--tls-key <file>', 'own private key, PEM: only those with certificates come in', path)
    .option('--tls-cert <file>', 'own certificate, PEM', path)
    .option('--tls-ca <file>', 'whose certificates are trusted, PEM', path)
    .option('--secret-file <file>', 'a secret that all share: a line ID:SECRET, or two', path);
}

function onGroup(parent: Command, name: string): Command {
  const command = parent
    .command(name)
    .option('--peers <list>', 'the replicas, or some of them, as host:port (required)', list)
    .option('--timeout <seconds>', 'how long one request may take', seconds, 10)
    .option('--json', JSON_HELP);
  return withSecurityOptions(command);
}

/** Not by the parser, which checks what is required before what is unknown. */
function required<O extends object>(
  options: Partial<O>,
  command: Command,
  ...names: readonly (keyof O & string)[]
): O {
  const missing = names.find((name) => options[name] === undefined);
  if (missing !== undefined) command.error(`error: required option '--${missing}' not specified`);
  return options as O;
}
