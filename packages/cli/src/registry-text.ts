import Table from 'cli-table3';
import type { Registry, Resource, SlaveInfo, TimeInfo } from '@quorate/messages';
import type { CliIo } from './cli-io.ts';
import { colorsFor, printable } from './text-style.ts';

/** A registry as tables for people. */
export function registryText(registry: Registry, position: number | undefined, io: CliIo): string {
  const { bold } = colorsFor(io.stdout, io.env);
  const admitted = registry.slaves?.slaves ?? [];
  const unreachable = registry.unreachable?.slaves ?? [];
  const gone = registry.gone?.slaves ?? [];
  const section = (title: string, count: number, table: string): string =>
    count === 0 ? '' : `${bold(`${count} ${title}`)}\n${table}\n`;
  const counts = `${admitted.length} admitted, ${unreachable.length} unreachable, ${gone.length} gone`;
  const where = position === undefined ? '' : ` (log position ${position})`;
  return [
    `master: ${masterText(registry)}\nagents: ${counts}${where}\n`,
    section('admitted', admitted.length, agentTable(admitted.map(({ info }) => info))),
    section('unreachable', unreachable.length, timeTable(unreachable)),
    section('gone', gone.length, timeTable(gone)),
  ].join('');
}

function masterText({ master }: Registry): string {
  if (!master) return 'none';
  const { id, hostname, port, version } = master.info;
  const where = hostname === undefined ? '' : ` at ${hostname}:${port}`;
  return printable(`${id}${where}${version === undefined ? '' : `, version ${version}`}`);
}

function agentTable(agents: readonly SlaveInfo[]): string {
  const rows = agents.map((agent) => [
    agent.id?.value ?? '-',
    `${agent.hostname}:${agent.port ?? 5051}`,
    agent.resources.map(resourceText).join(' '),
  ]);
  return table(['id', 'host', 'resources'], rows);
}

interface Timed {
  readonly id: { readonly value: string };
  readonly timestamp: TimeInfo;
}

function timeTable(agents: readonly Timed[]): string {
  const rows = agents.map(({ id, timestamp }) => [id.value, timeText(timestamp)]);
  return table(['id', 'since'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const result = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) result.push(row.map(printable));
  return result.toString();
}

function resourceText({ name, scalar, ranges, set }: Resource): string {
  if (scalar) return `${name}:${scalar.value}`;
  if (ranges)
    return `${name}:[${ranges.range.map(({ begin, end }) => `${begin}-${end}`).join(',')}]`;
  return `${name}:{${set?.item.join(',') ?? ''}}`;
}

/** Nanoseconds since 1970, also before it and beyond what a date can be. */
function timeText({ nanoseconds }: TimeInfo): string {
  const date = new Date(Number(nanoseconds / 1_000_000n));
  return Number.isNaN(date.getTime()) ? `${nanoseconds} ns` : date.toISOString();
}
