import type { HostAndPort } from '@quorate/process/http';
import { InvalidArgumentError } from 'commander';
import type { SeedRange } from './commands/simulate.ts';

// What the values of options have to look like. Each throws what the argument parser reports.

/** An option in place of the value means that the value was forgotten. */
export function directory(value: string): string {
  if (!path(value).startsWith('-')) return value;
  throw new InvalidArgumentError(
    `The value is missing; write ./${value} for a directory of that name.`,
  );
}

export function path(value: string): string {
  if (value === '') throw new InvalidArgumentError('It is empty.');
  if (value.includes('\0')) throw new InvalidArgumentError('It holds a NUL character.');
  return value;
}

export function paths(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, path(value)];
}

export function seconds(value: string): number {
  const number = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError('Expected a number of seconds above 0.');
}

export function seed(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError(`Expected an integer from 0 to ${Number.MAX_SAFE_INTEGER}.`);
}

export function seedRange(value: string): SeedRange {
  const [from, to, ...rest] = value.split('..');
  if (from === undefined || to === undefined || rest.length > 0) {
    throw new InvalidArgumentError('Expected two seeds, such as 1..100.');
  }
  const range = { from: seed(from), to: seed(to) };
  if (range.from <= range.to) return range;
  throw new InvalidArgumentError(`It ends before it begins; write ${to}..${from}.`);
}

const UNITS_MS: Readonly<Record<string, number>> = { '': 1_000, s: 1_000, m: 60_000, h: 3_600_000 };

export function duration(value: string): number {
  const [, digits = '', unit = ''] = /^(\d+)([smh]?)$/.exec(value) ?? [];
  const ms = Number(digits) * (UNITS_MS[unit] ?? Number.NaN);
  if (digits !== '' && ms >= 1_000 && ms <= DURATION_MS_MAX) return ms;
  throw new InvalidArgumentError('Expected a time from 1s to 24h, such as 30s or 5m.');
}

const DURATION_MS_MAX = 24 * 3_600_000;

export function position(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError(`Expected an integer from 0 to ${Number.MAX_SAFE_INTEGER}.`);
}

const ADDRESS = /^(?:\[([\da-f:.%]+)\]|([^\s:@[\]/]+)):(\d{1,5})$/i;
const PORT_MAX = 65_535;

/** `host:port`, with brackets around a number of IPv6. */
export function hostAndPort(value: string): HostAndPort {
  const [, six, other, digits] = ADDRESS.exec(value) ?? [];
  const host = six ?? other;
  const port = Number(digits);
  if (host !== undefined && port <= PORT_MAX) return { host, port };
  throw new InvalidArgumentError('Expected host:port, such as 10.0.0.1:5050 or [::1]:5050.');
}

/** Several, separated by commas. */
export function list(value: string): readonly string[] {
  const items = value.split(',').map((item) => item.trim());
  if (!items.includes('')) return items;
  throw new InvalidArgumentError('Expected one or more, separated by commas.');
}

export function positiveInteger(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('Expected an integer from 1.');
}
