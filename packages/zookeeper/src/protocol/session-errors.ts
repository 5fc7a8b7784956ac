import { ZooKeeperError } from '../errors.ts';
import type { OperationOutcome } from '../errors.ts';
import { describeRequest } from './requests.ts';
import type { Request } from './requests.ts';

export function expired(why: string): ZooKeeperError {
  return new ZooKeeperError('ZOOKEEPER_SESSION_EXPIRED', why);
}

export function authFailed(serverCode: number): ZooKeeperError {
  const message = 'the server refuses the authentication: check its scheme and credentials';
  return new ZooKeeperError('ZOOKEEPER_AUTH_FAILED', message, { serverCode });
}

export function closedSession(): ZooKeeperError {
  return new ZooKeeperError('ZOOKEEPER_CLOSED', 'the client was closed');
}

/** The end of a session, as the error of one request. */
export function endOf(
  request: Request,
  { code, message }: ZooKeeperError,
  outcome: OperationOutcome,
): ZooKeeperError {
  return new ZooKeeperError(code, `${describeRequest(request)}: ${message}`, { outcome });
}

export function connectionLoss(request: Request, reason: string): ZooKeeperError {
  const message = `${describeRequest(request)}: the connection was lost: ${reason}`;
  const outcome = outcomeIfLost(request);
  return new ZooKeeperError('ZOOKEEPER_CONNECTION_LOSS', message, { outcome });
}

/** What only reads changes nothing, whether it was served or not. */
export function outcomeIfLost({ type }: Request): OperationOutcome {
  return type === 'create' || type === 'set' || type === 'delete' ? 'unknown' : 'definite';
}
