import { PROFILE_NAMES, SYSTEM_NAMES } from '@quorate/simulator/systems';
import { Command, Option } from 'commander';
import type { CliIo } from './cli-io.ts';
import { lincheck } from './commands/lincheck.ts';
import type { LincheckOptions } from './commands/lincheck.ts';
import { registryDiff } from './commands/registry-diff.ts';
import type { RegistryDiffOptions } from './commands/registry-diff.ts';
import { registryExport } from './commands/registry-export.ts';
import type { RegistryExportOptions } from './commands/registry-export.ts';
import { registryHistory } from './commands/registry-history.ts';
import type { RegistryHistoryOptions } from './commands/registry-history.ts';
import { registryShow } from './commands/registry-show.ts';
import type { RegistryShowOptions } from './commands/registry-show.ts';
import { registryImport, type RegistryImportOptions } from './commands/registry-import.ts';
import { registryWatch, type RegistryWatchOptions } from './commands/registry-watch.ts';
import { updatesShow } from './commands/updates-show.ts';
import type { UpdatesOptions } from './commands/updates-show.ts';
import { updatesVerify } from './commands/updates-verify.ts';
import { simulate } from './commands/simulate.ts';
import type { SeedRange, SimulateOptions } from './commands/simulate.ts';
import { simulateScenario } from './commands/simulate-scenario.ts';
import { JSON_HELP, onDirectory, withPath } from './directory-command.ts';
import type { Given } from './directory-command.ts';
import { wireDecode } from './commands/wire-decode.ts';
import type { WireDecodeOptions } from './commands/wire-decode.ts';
import { EXIT_CODE } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { HISTORY_MODELS } from './history-file.ts';
import { addLogCommands } from './log-program.ts';
import {
  directory,
  duration,
  path,
  paths,
  position,
  seconds,
  seed,
  seedRange,
} from './option-values.ts';
import { BACKENDS, checkBackend } from './storage-backend.ts';
import type { RegistryPlace } from './stored-registry.ts';
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
      'Runs replicas of a log; looks at the logs and registries of Quorate and Apache Mesos replicas, at the ' +
        'status updates of agents, and at histories of operations; simulates all of these under faults.',
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
  addLogCommands(program.command('log').description('replicas, and their directories'), io, output);
  addRegistryCommands(program.command('registry').description('the record of agents in a log'), io);
  addUpdatesCommands(program.command('updates').description('files of status updates'), io);
  addWireCommands(program.command('wire').description('captured connections'), io);
  addLincheckCommand(program, io, output);
  addSimulateCommand(program, io, output);
  return program;
}

const EXIT_CODE_HELP =
  `Exit codes: ${EXIT_CODE.ok} ok, ${EXIT_CODE.failed} failed, ${EXIT_CODE.usage} wrong usage, ` +
  `${EXIT_CODE.unknown} unknown verdict, ${EXIT_CODE.noQuorum} no quorum, ${EXIT_CODE.locked} directory in use, ${EXIT_CODE.corrupt} corrupt, ${EXIT_CODE.disk} failed disk.\n` +
  'Data goes to stdout, everything else to stderr. With --json an error is also a JSON document\n' +
  'on stdout: {"error":{"code":"LOG_LOCKED","message":"…"}}.';

function addRegistryCommands(registry: Command, io: CliIo): void {
  onBackend(registry, 'show')
    .description('print the registry that a backend holds; changes nothing')
    .action((options: Placed<RegistryShowOptions>, command: Command) =>
      registryShow(withPlace(options, command), io),
    );
  onDirectory(registry, 'history')
    .description('print what each entry of a log made of the registry; changes nothing')
    .action((options: Given<RegistryHistoryOptions>, command: Command) =>
      registryHistory(withPath(options, command), io),
    );
  onDirectory(registry, 'diff')
    .description('print what is different between the registry as of two positions')
    .option('--from <position>', 'the older one (default: no registry)', position)
    .option('--to <position>', 'the newer one (default: the last)', position)
    .addHelpText('after', '\nExample: quorate registry diff --path /var/lib/log --from 10 --to 20')
    .action((options: Given<RegistryDiffOptions>, command: Command) =>
      registryDiff(withPath(options, command), io),
    );
  onBackend(registry, 'export')
    .description("take the registry out of a backend, a log of Mesos' masters too; prints JSON")
    .option('--position <position>', 'as of that position (default: the last)', position)
    .option('--out <file>', 'write the bytes of the message mesos.internal.Registry there', path)
    .action((options: Placed<RegistryExportOptions>, command: Command) =>
      registryExport(withPlace(options, command), io),
    );
  onBackend(registry, 'watch')
    .description('print what changes of the registry in ZooKeeper, as it changes')
    .option('--count <versions>', 'end after so many (default: never)', position)
    .action((options: Placed<RegistryWatchOptions>, command: Command) =>
      registryWatch(withPlace(options, command), io),
    );
  onBackend(registry, 'import')
    .description("store the registry of a log, such as a Mesos master's, in a backend")
    .option('--from <directory>', "the log's directory (required)", directory)
    .option('--force', 'replace a registry that is there')
    .addHelpText(
      'after',
      '\nExample: quorate registry import --from /var/lib/mesos/replicated_log --backend leveldb --path DIR',
    )
    .action((options: Placed<RegistryImportOptions>, command: Command) => {
      const { from } = options;
      if (from === undefined) {
        command.error("error: required option '--from <directory>' not specified");
      }
      return registryImport({ ...withPlace(options, command), from }, io);
    });
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

function addWireCommands(wire: Command, io: CliIo): void {
  wire
    .command('decode')
    .argument('<file>', 'what went one way over a TCP connection of libprocess', path)
    .description('print the messages and HTTP responses of a capture')
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      '\nExample: quorate wire decode 009-127.0.0.1_34414-to-127.0.0.1_17201.bin',
    )
    .action((file: string, options: WireDecodeOptions) => wireDecode(file, options, io));
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

interface SimulateFlags extends Omit<SimulateOptions, 'seeds'> {
  readonly scenario?: string;
  readonly seed?: number;
  readonly seeds?: SeedRange;
}

function addSimulateCommand(program: Command, io: CliIo, output: ParserOutput): void {
  program
    .command('simulate')
    .description(
      'run a system in a simulation in which things go wrong; exit code 1 if anything ' +
        'that must hold did not, 3 if it was interrupted',
    )
    .addOption(new Option('--system <system>', 'what is run').choices(SYSTEM_NAMES).default('log'))
    .option('--seed <seed>', 'the run to make (default: 1)', seed)
    .option('--seeds <from..to>', 'several runs, one after the other', seedRange)
    .addOption(
      new Option('--profile <profile>', 'what may go wrong')
        .choices(PROFILE_NAMES)
        .default('swarm'),
    )
    .addOption(
      new Option(
        '--recovery <mode>',
        'how replicas that lost their disks come back (default: safe)',
      ).choices(['safe', 'mesos']),
    )
    .option('--duration <time>', 'how long things go wrong, such as 30s or 5m', duration, 300_000)
    .option('--must-halt', 'lose a quorum of disks in the end: then the group must stand still')
    .option('--replay <file>', 'run what an earlier command has written down', path)
    .option(
      '--scenario <file>',
      'do what the commands of a scenario say, and print the trace',
      path,
    )
    .option('--html <file>', 'draw the run that fails, or the only one', path)
    .option('--no-shrink', 'leave a run that fails as it is')
    .option('--out <directory>', 'where failing runs are written down', path, '.')
    .option('--json', JSON_HELP)
    .addHelpText('after', '\nExample: quorate simulate --seeds 1..100 --profile recovery')
    .action(async (flags: SimulateFlags, command: Command) => {
      const { seed: one, seeds, replay, scenario, ...rest } = flags;
      if ([one, seeds, replay, scenario].filter((given) => given !== undefined).length > 1) {
        command.error('error: give only one of --seed, --seeds, --replay and --scenario');
      }
      if (scenario !== undefined) {
        output.exitCode(await simulateScenario(scenario, io));
        return;
      }
      const range = seeds ?? { from: one ?? 1, to: one ?? 1 };
      const options = { ...rest, seeds: range, ...(replay !== undefined && { replay }) };
      output.exitCode(await simulate(options, io));
    });
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

function onBackend(parent: Command, name: string): Command {
  return parent
    .command(name)
    .option('--backend <name>', `where it is kept: ${BACKENDS.join(', ')}`, 'replicated_log')
    .option('--path <directory>', 'the directory of a replicated_log or leveldb', directory)
    .option('--servers <url>', 'zk://host:port,host:port/znode, for zookeeper', path)
    .option('--timeout <seconds>', 'how long a connection to the servers may take', seconds, 10)
    .option('--json', JSON_HELP);
}

/** As it was given: the backend by whatever name. */
type Placed<O extends RegistryPlace> = Partial<Omit<O, 'backend'>> & {
  readonly backend: string;
  readonly timeout: number;
};

function withPlace<O extends RegistryPlace>(options: Placed<O>, command: Command): O {
  const backend = checkBackend(options.backend);
  const isDirectory = backend === 'replicated_log' || backend === 'leveldb';
  if (isDirectory && options.path === undefined)
    command.error("error: required option '--path <directory>' not specified");
  return { ...options, backend, connectTimeoutMs: options.timeout * 1000 } as unknown as O;
}
