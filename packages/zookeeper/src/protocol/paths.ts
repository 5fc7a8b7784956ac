import { ZooKeeperError } from '../errors.ts';

/**
 * What ZooKeeper refuses in a path: control characters, half of a surrogate pair (it looks at UTF-16
 * units, so whole pairs too), the private use area and specials.
 */
const REFUSED = /[\p{Cc}\ud800-\uf8ff\ufff0-\uffff\u{10000}-\u{10ffff}]/u;

/** Throws `ZOOKEEPER_PATH_INVALID` unless ZooKeeper would take it as the path of a znode. */
export function checkPath(path: string): string {
  const problem = pathProblem(path);
  if (problem === undefined) return path;
  throw new ZooKeeperError(
    'ZOOKEEPER_PATH_INVALID',
    `expected the path of a znode, got ${JSON.stringify(path).slice(0, 200)}: ${problem}`,
    { outcome: 'definite' },
  );
}

/** Whether a znode may have this name, being one part of a path. */
export function isNodeName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !name.includes('/') && !REFUSED.test(name);
}

/** The path of a child. */
export function childPath(parent: string, name: string): string {
  return parent === '/' ? `/${name}` : `${parent}/${name}`;
}

/** The path above; undefined for the root. */
export function parentPath(path: string): string | undefined {
  if (path === '/') return undefined;
  const slash = path.lastIndexOf('/');
  return slash === 0 ? '/' : path.slice(0, slash);
}

/** Without the slashes at its end; the root stays `/`. */
export function trimPath(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed;
}

function pathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string') return 'it is no text';
  if (!path.startsWith('/')) return 'it must begin with /';
  if (path === '/') return undefined;
  if (path.endsWith('/')) return 'it must not end with /';
  const bad = path
    .slice(1)
    .split('/')
    .find((name) => !isNodeName(name));
  if (bad === undefined) return undefined;
  return bad === '' ? 'it has an empty part' : `no znode can be named ${JSON.stringify(bad)}`;
}
