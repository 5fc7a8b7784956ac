import { defaultRuntime } from '@quorate/process';
import type { Runtime } from '@quorate/process';
import { ZooKeeperError } from '../errors.ts';
import type { Authentication } from '../protocol/requests.ts';
import type { SessionStatus } from '../protocol/session-state.ts';
import { ZooKeeperUrl, parseServers } from '../url.ts';
import type { Connector } from './connector.ts';

/** How long a session outlives its connection when nothing else is asked for, as Mesos' masters ask. */
export const SESSION_TIMEOUT_MS = 10_000;
/** How many operations may wait in one client when nothing else is asked for. */
export const OPERATIONS_MAX = 10_000;

/** How an ensemble is reached. What is wrong with them throws `ZOOKEEPER_OPTION_INVALID`. */
export interface ConnectionOptions {
  /**
   * The servers: a URL as an object or as text `zk://user:password@host:port,host:port/path`, or text
   * `host:port,host:port`. Throws `ZOOKEEPER_URL_INVALID`.
   */
  readonly servers: ZooKeeperUrl | string;
  /** Opens connections: `tcpConnector()` of `@quorate/zookeeper/node`. */
  readonly connector: Connector;
  /** The runtime to live in. Default: `defaultRuntime()`. */
  readonly runtime?: Runtime;
  /**
   * How long the session is to outlive the connection, in milliseconds from 1. Default 10,000. The
   * server brings it within its own bounds, by default 2 to 20 of its ticks.
   */
  readonly sessionTimeoutMs?: number;
  /** Who we are. Default: the credentials of the URL, else nobody. */
  readonly authentication?: Authentication;
  /** How many operations may wait, from 1; more fail with `ZOOKEEPER_QUEUE_FULL`. Default 10,000. */
  readonly operationsMax?: number;
}

/** What `ZooKeeper` is made with. */
export interface ZooKeeperOptions extends ConnectionOptions {
  /** Hears where the session stands. What it throws is logged. */
  readonly onStatus?: (status: SessionStatus) => void;
}

/** The options with their defaults filled in and found sound. */
export interface ConnectionSettings {
  readonly url: ZooKeeperUrl;
  readonly authentication: Authentication | undefined;
  readonly connector: Connector;
  readonly runtime: Runtime;
  readonly sessionTimeoutMs: number;
  readonly operationsMax: number;
}

/** Throws `ZOOKEEPER_OPTION_INVALID` and `ZOOKEEPER_URL_INVALID`. */
export function checkConnectionOptions(options: ConnectionOptions): ConnectionSettings {
  const url = toUrl(options.servers);
  const authentication = options.authentication ?? url.authentication;
  const connector: unknown = options.connector;
  if (typeof connector !== 'object' || connector === null || !('connect' in connector)) {
    throw invalid('connector is missing; pass tcpConnector() of @quorate/zookeeper/node');
  }
  return {
    url,
    authentication,
    connector: options.connector,
    runtime: options.runtime ?? defaultRuntime(),
    sessionTimeoutMs: checkTimeout(options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS),
    operationsMax: checkCount('operationsMax', options.operationsMax ?? OPERATIONS_MAX),
  };
}

function toUrl(servers: ZooKeeperUrl | string): ZooKeeperUrl {
  if (typeof servers !== 'string') return servers;
  if (servers.includes('://')) return ZooKeeperUrl.parse(servers);
  return new ZooKeeperUrl(parseServers(servers), '/');
}

/** The protocol has 31 bits for it. */
function checkTimeout(value: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= 0x7fffffff) return value;
  throw invalid(
    `sessionTimeoutMs must be an integer from 1 to 2,147,483,647, got ${String(value)}`,
  );
}

function checkCount(option: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw invalid(`${option} must be an integer from 1, got ${String(value)}`);
}

/** Of an option that is not as it must be. */
function invalid(problem: string): ZooKeeperError {
  return new ZooKeeperError('ZOOKEEPER_OPTION_INVALID', problem);
}
