import { ZooKeeperError } from '../errors.ts';
import { isNodeName } from '../protocol/paths.ts';

/** What the name of a member's znode says. */
export interface MemberName {
  readonly name: string;
  /** The number the server gave it, in the order of joining. */
  readonly id: number;
  readonly label: string | undefined;
}

/** The server writes ten digits, and a sign once the number has overflown. */
const MEMBER_NAME = /^(?:(.+)_)?(-?\d{10})$/s;
const ID_MAX = 0x7fffffff;

/** Reads `0000000001` or `label_0000000001`; undefined for a znode that is no member. */
export function parseMemberName(name: string): MemberName | undefined {
  const parts = MEMBER_NAME.exec(name);
  const id = Number(parts?.[2]);
  if (!parts || !(Math.abs(id) <= ID_MAX)) return undefined;
  return { name, id, label: parts[1] };
}

/** What stands before the number. */
export function memberPrefix(label: string | undefined): string {
  return label === undefined ? '' : `${label}_`;
}

/** Throws `ZOOKEEPER_LABEL_INVALID` unless a label can be part of a znode's name. */
export function checkLabel(label: string | undefined): void {
  if (label === undefined || isNodeName(label)) return;
  throw new ZooKeeperError(
    'ZOOKEEPER_LABEL_INVALID',
    `expected a label that can be part of a znode's name, got ${JSON.stringify(label)}`,
    { outcome: 'definite' },
  );
}
