/**
 * ZooKeeper: a client, and on it groups, leaders, the members of a log and storage for state.
 *
 * @packageDocumentation
 */
export type { ChangeListener } from './client/change-listeners.ts';
export type { Connection, ConnectionListener, Connector } from './client/connector.ts';
export { OPERATIONS_MAX, SESSION_TIMEOUT_MS } from './client/zookeeper-options.ts';
export type { ConnectionOptions, ZooKeeperOptions } from './client/zookeeper-options.ts';
export { ZooKeeper } from './client/zookeeper.ts';
export type { CreateOptions, WatchOptions } from './client/zookeeper.ts';
export { ZooKeeperError } from './errors.ts';
export type { OperationOutcome, ZooKeeperErrorCode, ZooKeeperErrorOptions } from './errors.ts';
export { Group } from './group/group.ts';
export type { GroupOptions } from './group/group.ts';
export { LeaderContender } from './group/leader-contender.ts';
export type { Candidacy } from './group/leader-contender.ts';
export { LeaderDetector } from './group/leader-detector.ts';
export { Membership } from './group/membership.ts';
export { ZooKeeperNetwork } from './network/zookeeper-network.ts';
export {
  EVERYONE_CREATE_AND_READ_CREATOR_ALL,
  EVERYONE_READ_CREATOR_ALL,
  OPEN_ACL_UNSAFE,
  Permission,
} from './protocol/acl.ts';
export type { Acl } from './protocol/acl.ts';
export { ANY_VERSION, REQUEST_BYTES_MAX } from './protocol/requests.ts';
export type { Authentication, Replies, Stat, WatchEvent } from './protocol/requests.ts';
export type { SessionStatus } from './protocol/session-state.ts';
export type { ServerAddress } from './server-address.ts';
export { ZooKeeperStorage } from './storage/zookeeper-storage.ts';
export type { ZooKeeperStorageOptions } from './storage/zookeeper-storage.ts';
export { DEFAULT_PORT, ZooKeeperUrl } from './url.ts';
