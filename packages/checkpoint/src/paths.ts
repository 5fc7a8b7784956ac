/** The directory that holds `path`; `.` for a bare name, `/` for the root. */
export function parentOf(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  const end = trimmed.lastIndexOf('/');
  if (end < 0) return trimmed === '' && path !== '' ? '/' : '.';
  return end === 0 ? '/' : path.slice(0, end);
}

/** The last component of `path`. */
export function nameOf(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

/** Joins a directory and the names below it. */
export function joinPath(directory: string, ...names: readonly string[]): string {
  return [directory.replace(/(?<=.)\/+$/, ''), ...names].join('/').replace(/^\/\//, '/');
}
