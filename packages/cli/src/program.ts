import { Command, InvalidArgumentError, Option } from 'commander';
import type { CliIo } from './cli-io.ts';
import { lincheck } from './commands/lincheck.ts';
import type { LincheckOptions } from './commands/lincheck.ts';
import { logInitialize } from './commands/log-initialize.ts';
import type { LogInitializeOptions } from './commands/log-initialize.ts';
import { logRead } from './commands/log-read.ts';
import type { LogReadOptions } from './commands/log-read.ts';
import { logStatus } from './commands/log-status.ts';
import type { LogStatusOptions } from './commands/log-status.ts';
import { registryShow } from './commands/registry-show.ts';
import type { RegistryShowOptions } from './commands/registry-show.ts';
import { updatesShow } from './commands/updates-show.ts';
import type { UpdatesOptions } from './commands/updates-show.ts';
import { updatesVerify } from './commands/updates-verify.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { HISTORY_MODELS } from './history-file.ts';
import { UPDATES_KINDS } from './updates-file.ts';

/** The version of this package. */
const VERSION = '0.1.0';

/** What the argument parser prints, in order; it cannot wait for an output itself. */
export interface ParserOutput {
  out(text: string): void;
  error(text: string): void;
  /** Of a command that did what it was asked to, if it is not `ok`. */
  exitCode(code: ExitCode): void;
}

/** The command line of `quorate`: its commands, options and help. */
export function createProgram(io: CliIo, output: ParserOutput): Command {
  const columns = io.stdout.columns ?? 100;
  const program = new Command('quorate')
    .description(
      'Looks at the logs and registries of Quorate and Apache Mesos replicas, at the status ' +
        'updates of agents, and at histories of operations.',
    )
    .configureOutput({
      writeOut: (text) => output.out(text),
      writeErr: (text) => output.error(text),
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .version(VERSION)
    .addHelpText('after', `\n${EXIT_CODE_HELP}`);
  addLogCommands(program.command('log').description("a replica's log directory"), io);
  addRegistryCommands(program.command('registry').description('the record of agents in a log'), io);
  addUpdatesCommands(program.command('updates').description('files of status updates'), io);
  addLincheckCommand(program, io, output);
  return program;
}

const EXIT_CODE_HELP =
  `Exit codes: ${EXIT_CODE.ok} ok, ${EXIT_CODE.failed} failed, ${EXIT_CODE.usage} wrong usage, ` +
  `${EXIT_CODE.unknown} unknown verdict, ${EXIT_CODE.locked} directory in use, ${EXIT_CODE.corrupt} corrupt.\n` +
  'Data goes to stdout, everything else to stderr. With --json an error is also a JSON document\n' +
  'on stdout: {"error":{"code":"LOG_LOCKED","message":"…"}}.';

const JSON_HELP = 'print JSON, for programs';

function addLogCommands(log: Command, io: CliIo): void {
  onDirectory(log, 'initialize')
    .description('make the replica of a new, empty directory a voting one (on every host, once)')
    .action((options: Given<LogInitializeOptions>, command: Command) =>
      logInitialize(withPath(options, command), io),
    );
  onDirectory(log, 'read')
    .description('print the records of a stopped replica; changes nothing')
    .option('--from <position>', 'the first position to print', position)
    .option('--to <position>', 'the last position to print', position)
    .addHelpText('after', '\nExample: quorate log read --path /var/lib/log --from 10 --json')
    .action((options: Given<LogReadOptions>, command: Command) => {
      const { from = 0, to = Infinity } = options;
      if (from > to) command.error(`error: --from ${from} lies behind --to ${to}`);
      return logRead(withPath(options, command), io);
    });
  onDirectory(log, 'status')
    .description('print what a stopped replica would start as; changes nothing')
    .action((options: Given<LogStatusOptions>, command: Command) =>
      logStatus(withPath(options, command), io),
    );
}

function addRegistryCommands(registry: Command, io: CliIo): void {
  onDirectory(registry, 'show')
    .description("print the registry in a stopped replica's log; changes nothing")
    .action((options: Given<RegistryShowOptions>, command: Command) =>
      registryShow(withPath(options, command), io),
    );
}

function addUpdatesCommands(updates: Command, io: CliIo): void {
  onFiles(updates, 'show')
    .argument('<file>', 'such as operation.updates or task.updates', path)
    .description('print the records of a file, and what a recovery makes of it; changes nothing')
    .addHelpText('after', '\nExample: quorate updates show operation.updates --json')
    .action((file: string, options: UpdatesOptions) => updatesShow(file, options, io));
  onFiles(updates, 'verify')
    .argument('<file...>', 'files to look at', paths)
    .description('say of each file whether it is wholly intact; exit code 1 if one is not')
    .addHelpText('after', `\nExample: quorate updates verify ${EXAMPLE_FILES}`)
    .action((files: readonly string[], options: UpdatesOptions) =>
      updatesVerify(files, options, io),
    );
}

function addLincheckCommand(program: Command, io: CliIo, output: ParserOutput): void {
  program
    .command('lincheck')
    .argument('<file...>', 'histories of operations', paths)
    .description(
      'say of each history whether it is linearizable; exit code 1 if one is not, ' +
        '3 if it is not known of one',
    )
    .addOption(
      new Option('--model <model>', 'what the operations are of (required)').choices(
        HISTORY_MODELS,
      ),
    )
    .option('--timeout <seconds>', 'when to give up a history', seconds, 60)
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: quorate lincheck etcd_*.log --model register')
    .action(
      async (files: readonly string[], options: Partial<LincheckOptions>, command: Command) => {
        const { model, timeout = 0 } = options;
        if (!model) command.error("error: required option '--model <model>' not specified");
        output.exitCode(await lincheck(files, { ...options, model, timeout }, io));
      },
    );
}

const EXAMPLE_FILES = '/var/lib/mesos/meta/slaves/latest/operations/*/operation.updates';

function onFiles(parent: Command, name: string): Command {
  return parent
    .command(name)
    .addOption(
      new Option('--kind <kind>', "whose updates (default: by the file's name)").choices(
        UPDATES_KINDS,
      ),
    )
    .option('--json', JSON_HELP);
}

function onDirectory(parent: Command, name: string): Command {
  return parent
    .command(name)
    .option('--path <directory>', "the replica's directory (required)", directory)
    .option('--json', JSON_HELP);
}

/** The parser checks what is required before what is unknown: of `--pth` it would say the wrong thing. */
type Given<O extends { readonly path: string }> = Omit<O, 'path'> & { readonly path?: string };

function withPath<O extends { readonly path: string }>(options: Given<O>, command: Command): O {
  const { path } = options;
  if (path === undefined)
    command.error("error: required option '--path <directory>' not specified");
  return { ...options, path } as O;
}

/** An option in place of the value means that the value was forgotten. */
function directory(value: string): string {
  if (!path(value).startsWith('-')) return value;
  throw new InvalidArgumentError(
    `The value is missing; write ./${value} for a directory of that name.`,
  );
}

function path(value: string): string {
  if (value === '') throw new InvalidArgumentError('It is empty.');
  if (value.includes('\0')) throw new InvalidArgumentError('It holds a NUL character.');
  return value;
}

function paths(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, path(value)];
}

function seconds(value: string): number {
  const number = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError('Expected a number of seconds above 0.');
}

function position(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError(`Expected an integer from 0 to ${Number.MAX_SAFE_INTEGER}.`);
}
