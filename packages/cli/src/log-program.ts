import { Option } from 'commander';
import type { Command } from 'commander';
import type { CliIo } from './cli-io.ts';
import { logInitialize } from './commands/log-initialize.ts';
import type { LogInitializeOptions } from './commands/log-initialize.ts';
import { logRead } from './commands/log-read.ts';
import type { LogReadOptions } from './commands/log-read.ts';
import { logStatus } from './commands/log-status.ts';
import type { LogStatusOptions } from './commands/log-status.ts';
import { groupStatus } from './commands/group-status.ts';
import type { GroupStatusOptions } from './commands/group-status.ts';
import { logReplica } from './commands/log-replica.ts';
import { JSON_HELP, onDirectory, withPath } from './directory-command.ts';
import type { Given } from './directory-command.ts';
import { addGroupCommands, EXAMPLE_PEERS, withSecurityOptions } from './group-program.ts';
import { directory, hostAndPort, list, path, position } from './option-values.ts';
import { positiveInteger, seconds } from './option-values.ts';
import type { ParserOutput } from './program.ts';
import type { ReplicaFlags } from './replica-config.ts';

export function addLogCommands(log: Command, io: CliIo, output: ParserOutput): void {
  addDirectoryCommands(log, io, output);
  addReplicaCommand(log, io);
  addGroupCommands(log, io);
}

function addDirectoryCommands(log: Command, io: CliIo, output: ParserOutput): void {
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
  withSecurityOptions(onDirectory(log, 'status', 'the directory of a stopped replica'))
    .description(
      'print what a stopped replica would start as, or what the replicas of a running group say of ' +
        'themselves; changes nothing',
    )
    .option('--peers <list>', 'the replicas of a running group, as host:port', list)
    .option('--quorum <n>', 'how many have to vote (default: as they say)', positiveInteger)
    .option('--timeout <seconds>', 'how long a replica may take to answer', seconds, 5)
    .addHelpText('after', `\nExample: quorate log status --peers ${EXAMPLE_PEERS}`)
    .action(
      async (options: Given<LogStatusOptions> & Partial<GroupStatusOptions>, command: Command) => {
        const { peers, timeout = 0 } = options;
        if (peers === undefined) return logStatus(withPath(options, command), io);
        if (options.path !== undefined) command.error('error: give only one of --path and --peers');
        output.exitCode(await groupStatus({ ...options, peers, timeout }, io));
      },
    );
}

function addReplicaCommand(log: Command, io: CliIo): void {
  withSecurityOptions(log.command('replica'))
    .description('run a replica, until SIGTERM; whatever is left out here may be in a file of JSON')
    .option('--config <file>', 'a JSON object with keys as the options here', path)
    .option('--path <directory>', "the replica's directory (required)", directory)
    .option(
      '--quorum <n>',
      'how many replicas must have a write on disk (required)',
      positiveInteger,
    )
    .option('--listen <host:port>', 'where to listen (required)', hostAndPort)
    .option('--advertise <host:port>', 'where others reach it, if not there', hostAndPort)
    .option(
      '--peers <list>',
      'all replicas of the group, this one too, as host:port (required)',
      list,
    )
    .addOption(
      new Option(
        '--recovery <mode>',
        'how replicas that lost their disks come back (default: safe)',
      ).choices(['safe', 'mesos']),
    )
    .option('--identity <name>', 'who it is, if not its address; see docs/operations.md')
    .option('--cluster-id <name>', 'the name of the group, which no other group has')
    .option('--replica-id <id>', 'the name of its process (default: log-replica(1))')
    .option('--no-auto-initialize', 'leave a group of empty replicas to `quorate log initialize`')
    .option('--insecure', 'let anybody in who can connect')
    .option('--json', JSON_HELP)
    .addHelpText(
      'after',
      `\nExample: quorate log replica --path /var/lib/log --quorum 2 --listen 10.0.0.1:5050 \\\n  --peers ${EXAMPLE_PEERS}`,
    )
    .action((flags: ReplicaFlags, command: Command) => {
      // The parser says true for a negation that was not given; a file may say otherwise.
      const isGiven = command.getOptionValueSource('autoInitialize') === 'cli';
      const { autoInitialize, ...rest } = flags;
      return logReplica(
        { ...rest, ...(isGiven && autoInitialize !== undefined && { autoInitialize }) },
        io,
      );
    });
}
