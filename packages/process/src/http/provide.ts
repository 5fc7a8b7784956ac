import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { contentType } from 'mime-types';
import type { Process } from '../process.ts';
import { methodNotAllowed, textResponse } from './responses.ts';
import { route } from './route.ts';
import type { RouteOptions } from './route-table.ts';

/**
 * Lets a process serve a file as `/id/path`, or the files of a directory below it. Their type is that
 * of their extension. What is not there, or a directory, is 404. Throws as `route` does.
 *
 * @param fileOrDirectory links in it are followed
 */
export function provide(
  process: Process,
  path: string,
  fileOrDirectory: string,
  options?: RouteOptions,
): void {
  const root = resolve(fileOrDirectory);
  route(
    process,
    path,
    async ({ method }, { rest }) => {
      if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed(['GET', 'HEAD'], method);
      const file = below(root, rest);
      return file === undefined ? textResponse(404) : fileResponse(file);
    },
    options,
  );
}

/** Undefined when it leads out of the root, or nowhere. */
function below(root: string, rest: string): string | undefined {
  if (rest === '') return root;
  let relative: string;
  try {
    relative = decodeURIComponent(rest);
  } catch {
    return undefined;
  }
  const path = join(root, relative);
  return relative.includes('\0') || !path.startsWith(root + sep) ? undefined : path;
}

const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

async function fileResponse(path: string): Promise<Response> {
  let file: FileHandle;
  try {
    file = await open(path);
  } catch (error) {
    if (NOT_THERE.has(String((error as NodeJS.ErrnoException).code))) return textResponse(404);
    throw error;
  }
  const stats = await file.stat();
  if (!stats.isFile()) {
    await file.close();
    return textResponse(404);
  }
  const headers = {
    'Content-Length': String(stats.size),
    'Content-Type': contentType(extname(path)) || 'application/octet-stream',
  };
  // Bounded: a file that grows meanwhile must not have more than its length says.
  const bytes = stats.size === 0 ? undefined : file.createReadStream({ end: stats.size - 1 });
  if (!bytes) await file.close();
  return new Response(bytes ? (Readable.toWeb(bytes) as ReadableStream) : null, { headers });
}
