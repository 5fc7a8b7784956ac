import { ZooKeeperError } from '../errors.ts';
import type { ZooKeeperErrorCode } from '../errors.ts';

/** Numbers with which a server refuses a request, as in ZooKeeper's `KeeperException.Code`. */
export const ServerCode = {
  ok: 0,
  connectionLoss: -4,
  operationTimeout: -7,
  noNode: -101,
  noAuth: -102,
  badVersion: -103,
  noChildrenForEphemerals: -108,
  nodeExists: -110,
  notEmpty: -111,
  sessionExpired: -112,
  invalidAcl: -114,
  authFailed: -115,
  sessionMoved: -118,
  throttled: -127,
} as const;

const REFUSALS: ReadonlyMap<number, readonly [ZooKeeperErrorCode, string]> = new Map<
  number,
  readonly [ZooKeeperErrorCode, string]
>([
  [ServerCode.noNode, ['ZOOKEEPER_NO_NODE', 'there is no such znode']],
  [ServerCode.noAuth, ['ZOOKEEPER_NO_AUTH', 'its access control list does not allow it']],
  [ServerCode.badVersion, ['ZOOKEEPER_BAD_VERSION', 'it has another version']],
  [ServerCode.nodeExists, ['ZOOKEEPER_NODE_EXISTS', 'there is such a znode already']],
  [ServerCode.notEmpty, ['ZOOKEEPER_NOT_EMPTY', 'it has children']],
  [ServerCode.authFailed, ['ZOOKEEPER_AUTH_FAILED', 'the authentication was refused']],
  [ServerCode.sessionExpired, ['ZOOKEEPER_SESSION_EXPIRED', 'the session has expired']],
  [ServerCode.noChildrenForEphemerals, ['ZOOKEEPER_FAILED', 'ephemerals cannot have children']],
  [ServerCode.invalidAcl, ['ZOOKEEPER_FAILED', 'the access control list is invalid']],
]);

/** With these the server has not done it, and may do it when asked again. */
const TRANSIENT: ReadonlySet<number> = new Set([
  ServerCode.connectionLoss,
  ServerCode.operationTimeout,
  ServerCode.sessionMoved,
  ServerCode.throttled,
]);

/** The error of a request that the server refused; `what` is what was asked for. */
export function refusal(serverCode: number, what: string): ZooKeeperError {
  if (TRANSIENT.has(serverCode)) {
    const message = `${what}: the server did not do it (${serverCode}); ask again`;
    const outcome = serverCode === ServerCode.throttled ? 'definite' : 'unknown';
    return new ZooKeeperError('ZOOKEEPER_CONNECTION_LOSS', message, { serverCode, outcome });
  }
  const [code, reason] = REFUSALS.get(serverCode) ?? ['ZOOKEEPER_FAILED', `error ${serverCode}`];
  return new ZooKeeperError(code, `${what}: ${reason}`, { serverCode, outcome: 'definite' });
}
