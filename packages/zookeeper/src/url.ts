import { ZooKeeperError } from './errors.ts';
import { checkPath, trimPath } from './protocol/paths.ts';
import type { Authentication } from './protocol/requests.ts';
import { formatServer } from './server-address.ts';
import type { ServerAddress } from './server-address.ts';

/** The port of a server when a URL names none. */
export const DEFAULT_PORT = 2181;

const SCHEME = 'zk://';

/**
 * Where an ensemble is, who we are to it, and a path in it: `zk://user:password@host:port,host:port/path`.
 *
 * The credentials are for the scheme `digest`. They may hold `@`, not `/`. A path of `/` is that of no
 * path; slashes at its end are dropped. (Mesos include/mesos/zookeeper/url.hpp)
 */
export class ZooKeeperUrl {
  readonly servers: readonly ServerAddress[];
  readonly path: string;
  readonly authentication: Authentication | undefined;

  /** Throws `ZOOKEEPER_URL_INVALID` and `ZOOKEEPER_PATH_INVALID`. */
  constructor(servers: readonly ServerAddress[], path: string, authentication?: Authentication) {
    if (servers.length === 0) throw invalid('it names no server');
    this.servers = servers;
    this.path = checkPath(path);
    this.authentication = authentication;
  }

  /** Throws `ZOOKEEPER_URL_INVALID`, never with the password in its message. */
  static parse(text: string): ZooKeeperUrl {
    const trimmed = text.trim();
    if (!trimmed.startsWith(SCHEME)) throw invalid(`it must begin with ${SCHEME}`);
    const rest = trimmed.slice(SCHEME.length);
    const slash = rest.indexOf('/');
    const [authority, path] =
      slash === -1 ? [rest, '/'] : [rest.slice(0, slash), rest.slice(slash)];
    const at = authority.lastIndexOf('@');
    return new ZooKeeperUrl(
      parseServers(authority.slice(at + 1)),
      checkUrlPath(trimPath(path)),
      at === -1 ? undefined : digest(authority.slice(0, at)),
    );
  }

  /** The text form, without the password. */
  toString(): string {
    const user = this.authentication?.credentials.split(':')[0];
    const who = user === undefined ? '' : `${user}:***@`;
    return `${SCHEME}${who}${this.servers.map(formatServer).join(',')}${this.path}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Reads `host:port,host:port`. Throws `ZOOKEEPER_URL_INVALID`. */
export function parseServers(text: string): readonly ServerAddress[] {
  return text.split(',').map((server) => parseServer(server.trim()));
}

function parseServer(text: string): ServerAddress {
  const parts = /^(?:\[([^\]]+)\]|([^\s:[\]/@]+))(?::(\d{1,5}))?$/.exec(text);
  const host = parts?.[1] ?? parts?.[2];
  const port = parts?.[3] === undefined ? DEFAULT_PORT : Number(parts[3]);
  if (host !== undefined && port >= 1 && port <= 65_535) return { host, port };
  throw invalid(`${JSON.stringify(text)} is no server; write host:port, separated by commas`);
}

function digest(credentials: string): Authentication {
  if (/^[^:]+:./.test(credentials)) return { scheme: 'digest', credentials };
  throw invalid('what stands before @ must be user:password');
}

function checkUrlPath(path: string): string {
  try {
    return checkPath(path);
  } catch (error) {
    throw invalid((error as Error).message, error);
  }
}

function invalid(problem: string, cause?: unknown): ZooKeeperError {
  const message = `expected zk://user:password@host:port,host:port/path: ${problem}`;
  return new ZooKeeperError('ZOOKEEPER_URL_INVALID', message, cause === undefined ? {} : { cause });
}
