import type { Resource, ValueRange } from '@quorate/messages';
import { ResourceError } from '../errors.ts';
import { coalesce } from './ranges.ts';
import { Resources } from './resources.ts';
import { UNRESERVED_ROLE } from './role.ts';

/**
 * Resources from text, as upstream's agents take them: `cpus:8;mem:4096;disk(web):1024;
 * ports:[31000-32000]`. A role in parentheses makes a static reservation.
 *
 * Throws `RESOURCE_INVALID`.
 */
export function parseResources(text: string): Resources {
  const tokens = text.split(';').filter((token) => token.trim() !== '');
  return Resources.from(tokens.map(parseResource));
}

function parseResource(token: string): Resource {
  const match = /^\s*([^:()]+?)\s*(?:\(\s*([^()]*?)\s*\))?\s*:\s*([^:]+?)\s*$/.exec(token);
  const [, name, role = UNRESERVED_ROLE, value] = match ?? [];
  if (name === undefined || value === undefined) {
    const message = `expected a resource such as cpus:8 or disk(web):1024, got ${token.trim()}`;
    throw new ResourceError('RESOURCE_INVALID', message);
  }
  const reservations = role === UNRESERVED_ROLE ? [] : [{ type: 'STATIC', role } as const];
  return { name, ...parseValue(name, value), reservations };
}

function parseValue(
  name: string,
  text: string,
): Pick<Resource, 'type' | 'scalar' | 'ranges' | 'set'> {
  const inside = text.slice(1, -1);
  if (text.startsWith('[') && text.endsWith(']')) {
    const range = coalesce(partsOf(inside).map((part) => parseRange(name, part)));
    return { type: 'RANGES', ranges: { range } };
  }
  if (text.startsWith('{') && text.endsWith('}')) {
    return { type: 'SET', set: { item: partsOf(inside) } };
  }
  const value = /^[-+]?[0-9.]+(e[-+]?[0-9]+)?$/i.test(text) ? Number(text) : NaN;
  if (!Number.isNaN(value)) return { type: 'SCALAR', scalar: { value } };
  throw new ResourceError(
    'RESOURCE_INVALID',
    `expected ${name} to be a number, [a-b, …] or {a, …}, got ${text}`,
  );
}

function partsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function parseRange(name: string, text: string): ValueRange {
  const [, begin, end] = /^(\d+)\s*-\s*(\d+)$/.exec(text) ?? [];
  if (begin !== undefined && end !== undefined) return { begin: Number(begin), end: Number(end) };
  throw new ResourceError('RESOURCE_INVALID', `expected a range of ${name} as 1-9, got ${text}`);
}
