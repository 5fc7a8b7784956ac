import Table from 'cli-table3';
import type { LogStatus, MemberStatus } from '@quorate/log/http';
import type { CliIo } from '../cli-io.ts';
import { withClient } from '../group-client.ts';
import type { GroupFlags } from '../group-client.ts';
import { EXIT_CODE } from '../exit-code.ts';
import type { ExitCode } from '../exit-code.ts';
import { statusName } from '../record-json.ts';
import { colorsFor, printable } from '../text-style.ts';

export interface GroupStatusOptions extends GroupFlags {
  /** How many must vote. Default: what the replicas say. */
  readonly quorum?: number;
  readonly json?: boolean;
}

/** Prints what each replica of a group says of itself; the exit code tells whether a quorum votes. */
export async function groupStatus(options: GroupStatusOptions, io: CliIo): Promise<ExitCode> {
  const members = await withClient(options, (client) => client.status());
  const statuses = members.flatMap((member) => ('status' in member ? [member.status] : []));
  const end = Math.max(-1, ...statuses.map((status) => status.end));
  const voting = statuses.filter(({ votes }) => votes).length;
  // The most careful one: a group of which some were told of a larger quorum needs that.
  const quorum = options.quorum ?? Math.max(0, ...statuses.map((status) => status.quorum));
  const isServing = quorum > 0 && voting >= quorum;
  if (options.json === true) {
    const replicas = members.map((member) => memberJson(member, end));
    await io.stdout.write(`${JSON.stringify({ replicas, quorum, voting, serving: isServing })}\n`);
  } else {
    await io.stdout.write(`${tableOf(members, end)}\n`);
    const { red, bold } = colorsFor(io.stdout, io.env);
    const known = quorum === 0 ? 'the quorum is not known' : `a quorum is ${quorum}`;
    const verdict = `${voting} of ${members.length} replicas vote, ${known}`;
    await io.stdout.write(`${isServing ? bold(verdict) : red(verdict)}\n`);
  }
  return isServing ? EXIT_CODE.ok : EXIT_CODE.noQuorum;
}

/** How many positions of the group a replica lacks: those behind its end, and those missing before. */
function lagOf(status: LogStatus, end: number): number {
  return end - status.end + status.missing;
}

function memberJson(member: MemberStatus, end: number): object {
  if ('error' in member) {
    const { code, message } = member.error;
    return { member: member.member, error: { code, message } };
  }
  const { status } = member;
  return { ...status, status: statusName(status.status), lag: lagOf(status, end) };
}

const HEAD = ['replica', 'status', 'promised', 'begin', 'end', 'holes', 'lag'];
const NOTHING = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left']
    .concat(['bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'])
    .map((part) => [part, '']),
);

function tableOf(members: readonly MemberStatus[], end: number): string {
  const table = new Table({
    head: HEAD,
    chars: { ...NOTHING, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const member of members) {
    table.push('error' in member ? silentRow(member) : row(member.status, end));
  }
  return table.toString();
}

function row(status: LogStatus, end: number): string[] {
  const { replica, promised, begin, end: ownEnd, missing } = status;
  const numbers = [promised, begin, ownEnd, missing, lagOf(status, end)];
  return [printable(replica), statusText(status), ...numbers.map(String)];
}

/** A replica may have voted before it was stopped, and has to be let in again. */
function statusText({ status, votes, waitingFor }: LogStatus): string {
  const reason = waitingFor === undefined ? '' : ` (${printable(waitingFor)})`;
  return votes ? statusName(status) : `${statusName(status)}${reason}`;
}

function silentRow({ member, error }: MemberStatus & { readonly error: Error }): string[] {
  const { code } = error as { code?: string };
  return [printable(member), code ?? printable(error.message), '', '', '', '', ''];
}
