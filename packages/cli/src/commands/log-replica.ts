import { resolve } from 'node:path';
import { serveReplica } from '@quorate/log/http';
import type { ReplicaServer } from '@quorate/log/http';
import { levelStorage } from '@quorate/log/leveldb';
import type { CliIo } from '../cli-io.ts';
import { replicaSecurity } from '../peer-security.ts';
import type { ReplicaSecurity } from '../peer-security.ts';
import { replicaConfig } from '../replica-config.ts';
import type { ReplicaConfig, ReplicaFlags } from '../replica-config.ts';
import { ReplicaReport } from '../replica-report.ts';
import { ShutdownSignals } from '../shutdown-signals.ts';

/**
 * Runs a replica until SIGINT or SIGTERM, or until it cannot go on, and throws then why: `STORAGE_FAILED`
 * when its disk failed a write.
 */
export async function logReplica(flags: ReplicaFlags, io: CliIo): Promise<void> {
  using signals = new ShutdownSignals();
  const config = await replicaConfig(flags);
  const report = new ReplicaReport(io, flags.json ?? false);
  const security = await replicaSecurity(config);
  const server = await startServer(config, security, report);
  const reload = (): void => {
    security.reload().then(
      () => report.reloaded(),
      (error: Error) => report.notReloaded(error),
    );
  };
  // A program that runs for good reads its files again when it is told to hang up.
  process.on('SIGHUP', reload);
  report.started(server);
  server.log.recovered.onReady(() => report.votes());
  const failed = server.failed.andThen((error) => ({ error }));
  const end = await Promise.race([failed, signals.received]);
  process.off('SIGHUP', reload);
  await server.close();
  if (typeof end === 'object') throw end.error;
  report.stopped(end);
}

function startServer(
  config: ReplicaConfig,
  { security, realm, service }: ReplicaSecurity,
  report: ReplicaReport,
): Promise<ReplicaServer> {
  const { path, peers, listen, advertise, insecure, quorum, ...rest } = config;
  const { recovery, identity, clusterId, replicaId, autoInitialize = true } = rest;
  return serveReplica({
    quorum,
    autoInitialize,
    ...(recovery && { recovery }),
    ...(identity !== undefined && { identity }),
    ...(clusterId !== undefined && { clusterId }),
    ...(replicaId !== undefined && { replicaId }),
    ...(realm !== undefined && { realm }),
    ...(service && { service }),
    storage: levelStorage({ path: resolve(path) }),
    members: peers,
    transport: {
      listen,
      ...(advertise && { advertise }),
      ...(insecure !== undefined && { insecure }),
      ...(security && { security }),
      // Mesos is not to see what it does not know.
      upgrade: recovery !== 'mesos',
    },
    logger: report.logger(),
    onEvent: (event) => report.onEvent(event),
  });
}
