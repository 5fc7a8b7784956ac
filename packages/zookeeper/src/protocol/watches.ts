import { encodeSetWatches } from './requests.ts';
import type { Request, WatchEvent, WatchedPaths } from './requests.ts';

/** What a watch is on: data, a znode that is not there, or the names of children. */
export type WatchKind = keyof WatchedPaths;

/** The watches the server holds for us, as we know it. */
export type Watches = Readonly<Record<WatchKind, ReadonlySet<string>>>;

export const NO_WATCHES: Watches = { data: new Set(), exists: new Set(), children: new Set() };

/** A server takes no request above 1 MiB: many watches take more than one. */
const SET_WATCHES_BYTES = 128 * 1024;

/** Which kinds of watches an event uses up. */
export const FIRED: Readonly<Record<WatchEvent['type'], readonly WatchKind[]>> = {
  created: ['exists', 'data'],
  changed: ['data', 'exists'],
  deleted: ['data', 'exists', 'children'],
  'children-changed': ['children'],
};

/** The watch that a request leaves when it was served; a missing znode is served to `exists` alone. */
export function watchLeftBy(request: Request, isThere: boolean): WatchKind | undefined {
  if (!('watch' in request) || !request.watch) return undefined;
  if (request.type === 'exists') return isThere ? 'data' : 'exists';
  return request.type === 'get' ? 'data' : 'children';
}

export function addWatch(watches: Watches, kind: WatchKind, path: string): Watches {
  if (watches[kind].has(path)) return watches;
  return { ...watches, [kind]: new Set(watches[kind]).add(path) };
}

export function removeFired(watches: Watches, { type, path }: WatchEvent): Watches {
  const without = (kind: WatchKind): ReadonlySet<string> => {
    if (!FIRED[type].includes(kind) || !watches[kind].has(path)) return watches[kind];
    const left = new Set(watches[kind]);
    left.delete(path);
    return left;
  };
  return { data: without('data'), exists: without('exists'), children: without('children') };
}

/** What tells a server of a new connection what we watch; it answers what changed meanwhile. */
export function encodeWatches(watches: Watches, lastZxid: bigint): readonly Uint8Array[] {
  const all = (['data', 'exists', 'children'] as const).flatMap((kind) =>
    [...watches[kind]].map((path) => ({ kind, path })),
  );
  const messages: Uint8Array[] = [];
  let batch: Record<WatchKind, string[]> = { data: [], exists: [], children: [] };
  let sizeBytes = 0;
  const flush = (): void => {
    if (sizeBytes > 0) messages.push(encodeSetWatches(lastZxid, batch));
    batch = { data: [], exists: [], children: [] };
    sizeBytes = 0;
  };
  for (const { kind, path } of all) {
    batch[kind].push(path);
    sizeBytes += 4 + 3 * path.length;
    if (sizeBytes >= SET_WATCHES_BYTES) flush();
  }
  flush();
  return messages;
}
