import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { SimulatedDisk } from '@quorate/checkpoint/testing';
import { parseResources, Resources } from '@quorate/resources';
import { decodeInfo, decodeState, encodeInfo, encodeState } from '../src/resource-files.ts';
import { Agent, META, putFile, readWhole } from './support/agent.ts';

const CONFIGURED = parseResources('cpus:4;mem:1024;disk:1024;disk(db):512');
const RESOURCES =
  'cpus(reservations: [(DYNAMIC,web,ops)]):2.5; ' +
  'disk(reservations: [(DYNAMIC,web,ops)])[v1]:64; ' +
  'disk(reservations: [(STATIC,db)])[v2]:512; ' +
  'mem(reservations: [(DYNAMIC,web),(DYNAMIC,web/front)]):128';

function upstream(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, 'fixtures/upstream', name)));
}

test('the state of the resources is read, and written byte for byte', () => {
  const bytes = upstream('resources_and_operations.state');
  const state = decodeState(bytes);
  expect(Resources.from(state.resources).toString()).toBe(RESOURCES);
  expect(state.operations).toMatchObject([
    {
      info: { type: 'CREATE', id: { value: 'create-v1' } },
      latestStatus: { state: 'OPERATION_FINISHED' },
    },
  ]);
  expect(encodeState(state)).toEqual(bytes);
});

test('the older format is read, and written byte for byte', () => {
  const bytes = upstream('resources.info');
  const resources = decodeInfo(bytes);
  expect(resources.toString()).toBe(RESOURCES);
  expect(encodeInfo(resources)).toEqual(bytes);
});

test('an agent goes on with files of the original, and leaves them as they are', async () => {
  const fileSystem = new SimulatedDisk().start();
  const names = ['resources_and_operations.state', 'resources.info'];
  for (const name of names) await putFile(fileSystem, META, name, upstream(name));
  const { total, operations } = await new Agent(fileSystem, CONFIGURED).recover();
  const { resources } = decodeState(upstream('resources_and_operations.state'));
  expect(total.checkpointed().equals(Resources.from(resources))).toBe(true);
  expect(total.unreserved().toString()).toBe('cpus:1.5; mem:896; disk:960');
  expect(operations).toHaveLength(1);
  for (const name of names) {
    expect(await readWhole(fileSystem, `${META}/${name}`)).toEqual(upstream(name));
  }
});

test('an agent that only finds the older format takes it over', async () => {
  const fileSystem = new SimulatedDisk().start();
  await putFile(fileSystem, META, 'resources.info', upstream('resources.info'));
  const agent = await Agent.start(fileSystem, CONFIGURED);
  const wanted = decodeInfo(upstream('resources.info'));
  expect(agent.resources.checkpointed.equals(wanted)).toBe(true);
  const state = decodeState(await readWhole(fileSystem, `${META}/resources_and_operations.state`));
  expect(Resources.from(state.resources).equals(wanted)).toBe(true);
  expect(await readWhole(fileSystem, `${META}/resources.info`)).toEqual(upstream('resources.info'));
});
