import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanRecords } from '@quorate/checkpoint';
import { Resource, ResourceState } from '@quorate/messages';
import { Resources } from '@quorate/resources';
import { Contradiction } from './ledger.ts';
import { agentDirectory } from './work-directory.ts';

/**
 * Looks at the files of an agent that has ended in order, as another program would: they hold what
 * the agent is to remember of these resources, in both of upstream's formats, and nothing is left of
 * any operation.
 */
export function checkWorkDirectory(workDirectory: string, resources: Resources): void {
  const folder = join(workDirectory, 'meta', 'resources');
  const [state] = readRecords(join(folder, 'resources_and_operations.state'), ResourceState);
  const wanted = resources.checkpointed();
  check(state !== undefined, 'there is no state of the resources');
  const { operations, resources: found } = state;
  check(operations.length === 0, `${operations.length} operations are left in the state`);
  checkSame('the state', found, wanted);
  checkSame('resources.info', readRecords(join(folder, 'resources.info'), Resource), wanted);
  const left = readdirSync(folder).filter((name) => name.endsWith('.target'));
  check(left.length === 0, `a target is left: ${left.join(', ')}`);
  const streams = join(agentDirectory(workDirectory), 'operations');
  const open = existsSync(streams) ? readdirSync(streams) : [];
  check(open.length === 0, `updates are left of ${open.join(', ')}`);
}

function checkSame(what: string, found: readonly Resource[], wanted: Resources): void {
  const isSame = Resources.from(found).equals(wanted);
  check(isSame, `${what} has\n  ${Resources.from(found)}\ninstead of\n  ${wanted}`);
}

function readRecords<M>(path: string, codec: { decode(bytes: Uint8Array): M }): readonly M[] {
  const { records, tail } = scanRecords(readFileSync(path));
  check(tail === 'clean', `${path} has a ${tail} tail`);
  return records.map(({ bytes }) => codec.decode(bytes));
}

function check(isHeld: boolean, what: string): asserts isHeld {
  if (!isHeld) throw new Contradiction(what);
}
