import { describe, expect, test } from '@jest/globals';
import { SimulatedDisk } from '@quorate/checkpoint/testing';
import type { Resource } from '@quorate/messages';
import { parseResources, Resources, volumePlace } from '@quorate/resources';
import { decodeInfo, encodeInfo, encodeState } from '../src/resource-files.ts';
import { Agent, agentAfter, META, namesIn, putFile, readWhole, VOLUMES } from './support/agent.ts';
import { CONFIGURED, create, disk, pending, reserve, reservedDisk } from './support/operations.ts';

const V1 = disk(64, 'v1');
const RESERVED = reserve(reservedDisk(256));

describe('recovery', () => {
  test('of a new agent finds what the operator configured', async () => {
    const agent = await Agent.start(new SimulatedDisk().start());
    expect(agent.resources.total.equals(CONFIGURED)).toBe(true);
    expect(agent.resources.checkpointed.isEmpty).toBe(true);
  });

  test('IncompatibleCheckpointedResources: fails when the operator has taken the disk away', async () => {
    const { disk: storage } = await agentAfter(RESERVED, create(V1));
    storage.crash({ power: 'all' });
    const fileSystem = storage.start();
    const before = await readWhole(fileSystem, `${META}/resources_and_operations.state`);
    const agent = new Agent(fileSystem, parseResources('cpus:8;disk:100'));
    await expect(agent.recover()).rejects.toMatchObject({ code: 'RESOURCES_INCOMPATIBLE' });
    const after = await readWhole(fileSystem, `${META}/resources_and_operations.state`);
    expect(after).toEqual(before);
    const again = await Agent.start(storage.start()); // configured as before
    expect(again.resources.total.contains(Resources.of(V1))).toBe(true);
  });

  test('CompatibleCheckpointedResources: goes on with other resources that still hold them', async () => {
    const { disk: storage } = await agentAfter(RESERVED, create(V1));
    storage.crash({ power: 'all' });
    const agent = await Agent.start(storage.start(), parseResources('cpus:1;disk:300'));
    expect(agent.resources.total.unreserved().scalar('disk')).toBe(300 - 256);
  });

  test('ReservationCheckpointedBackwardsCompatibility: without the newer file, the older one counts', async () => {
    const { disk: storage } = await agentAfter(RESERVED, create(V1));
    storage.crash({ power: 'all' });
    const fileSystem = storage.start();
    await fileSystem.unlink(`${META}/resources_and_operations.state`);
    const agent = await Agent.start(fileSystem);
    expect(agent.resources.total.contains(Resources.of(V1, reservedDisk(192)))).toBe(true);
    expect(await namesIn(fileSystem, META)).toContain('resources_and_operations.state');
  });

  const state = (...resources: Resource[]) => encodeState({ operations: [], resources });
  const info = (...resources: Resource[]) => encodeInfo(Resources.of(...resources));
  const withPending = encodeState({
    operations: [pending(1, create(V1))],
    resources: [reservedDisk(64)],
  });

  // Each is what some agent leaves when it ends at the wrong moment. Upstream cannot start again after
  // most of them.
  type Left = readonly [
    string,
    Readonly<Record<string, Uint8Array>>,
    { readonly volumes: string[]; readonly operations: number; readonly total: Resource[] },
  ];
  test.each<Left>([
    [
      'the newer target alone, of a change of operations only',
      {
        'resources_and_operations.state': state(reservedDisk(64)),
        'resources_and_operations.target': withPending,
        'resources.info': info(reservedDisk(64)),
      },
      { volumes: [], operations: 1, total: [reservedDisk(64)] },
    ],
    [
      'the older target in its place already, and the newer one not',
      {
        'resources_and_operations.state': state(reservedDisk(64)),
        'resources_and_operations.target': state(V1),
        'resources.info': info(V1),
      },
      { volumes: ['v1'], operations: 0, total: [V1] },
    ],
    [
      'the older target alone, of an agent of before the newer format',
      { 'resources.info': info(reservedDisk(64)), 'resources.target': info(V1) },
      { volumes: ['v1'], operations: 0, total: [V1] },
    ],
    [
      'the older target alone, which destroys a volume',
      { 'resources.info': info(V1), 'resources.target': info(reservedDisk(64)) },
      { volumes: [], operations: 0, total: [reservedDisk(64)] },
    ],
    [
      'the newer target of an agent that had the older format only',
      { 'resources.info': info(V1), 'resources_and_operations.target': state(reservedDisk(64)) },
      { volumes: [], operations: 0, total: [reservedDisk(64)] },
    ],
    [
      'the older target beside a newer state',
      {
        'resources_and_operations.state': state(reservedDisk(64)),
        'resources.info': info(reservedDisk(64)),
        'resources.target': info(V1),
      },
      { volumes: ['v1'], operations: 0, total: [V1] },
    ],
    [
      'both targets, of the first change of all',
      { 'resources_and_operations.target': state(V1), 'resources.target': info(V1) },
      { volumes: ['v1'], operations: 0, total: [V1] },
    ],
    [
      'the newer target alone, of the first change of all',
      { 'resources_and_operations.target': state(V1) },
      { volumes: ['v1'], operations: 0, total: [V1] },
    ],
    [
      'a newer state, and an older file that an older agent went on with',
      { 'resources_and_operations.state': state(reservedDisk(64)), 'resources.info': info() },
      { volumes: [], operations: 0, total: [reservedDisk(64)] },
    ],
  ])('finishes %s', async (_, files, expected) => {
    const fileSystem = new SimulatedDisk().start();
    for (const [name, bytes] of Object.entries(files)) await putFile(fileSystem, META, name, bytes);
    const committed = decodeInfo(files['resources.info'] ?? info());
    for (const volume of committed.persistentVolumes()) {
      const { path } = volumePlace('/work', volume);
      await putFile(fileSystem, path, 'data', new Uint8Array(8));
    }
    for (let start = 1; start <= 2; start++) {
      const { total, operations } = await new Agent(fileSystem).recover();
      expect(operations).toHaveLength(expected.operations);
      expect(total.checkpointed().equals(Resources.of(...expected.total))).toBe(true);
      expect(await namesIn(fileSystem, VOLUMES)).toEqual(expected.volumes);
      expect(await namesIn(fileSystem, META)).toEqual([
        'resources.info',
        'resources_and_operations.state',
      ]);
      const left = decodeInfo(await readWhole(fileSystem, `${META}/resources.info`));
      expect(left.equals(Resources.of(...expected.total))).toBe(true);
    }
  });

  const DAMAGE = new Uint8Array([9, 0, 0, 0, 1]);

  test.each([
    ['resources_and_operations.state', DAMAGE],
    ['resources_and_operations.state', new Uint8Array()],
    ['resources_and_operations.target', DAMAGE],
    ['resources_and_operations.state', state({ ...V1, scalar: { value: -1 } })],
  ])('strict, fails on a damaged %s and changes nothing', async (name, bytes) => {
    const { disk: storage } = await agentAfter(RESERVED, create(V1));
    const fileSystem = storage.start();
    await putFile(fileSystem, META, name, bytes);
    const names = await namesIn(fileSystem, META);
    const recovering = new Agent(fileSystem).recover({ strict: true });
    await expect(recovering).rejects.toMatchObject({ code: 'RESOURCES_UNREADABLE' });
    await expect(recovering).rejects.toThrow(`${META}/${name}`);
    expect(await namesIn(fileSystem, META)).toEqual(names);
    expect(await namesIn(fileSystem, VOLUMES)).toEqual(['v1']);
  });

  test.each(['resources_and_operations.state', 'resources_and_operations.target'])(
    'not strict, puts a damaged %s aside and goes on with the others',
    async (name) => {
      const { disk: storage } = await agentAfter(RESERVED, create(V1));
      const fileSystem = storage.start();
      await putFile(fileSystem, META, name, DAMAGE);
      const { total, damaged } = await new Agent(fileSystem).recover({ strict: false });
      expect(damaged).toEqual([`${META}/${name}.damaged`]);
      expect(total.contains(Resources.of(V1))).toBe(true);
      expect(await readWhole(fileSystem, `${META}/${name}.damaged`)).toEqual(DAMAGE);
      expect((await new Agent(fileSystem).recover({ strict: true })).damaged).toEqual([]);
    },
  );

  test('writes a damaged file of the older format again', async () => {
    const { disk: storage } = await agentAfter(RESERVED);
    const fileSystem = storage.start();
    await putFile(fileSystem, META, 'resources.info', DAMAGE);
    await new Agent(fileSystem).recover();
    const info = decodeInfo(await readWhole(fileSystem, `${META}/resources.info`));
    expect(info.equals(Resources.of(reservedDisk(256)))).toBe(true);
  });

  test('sweeps the temporary files that a crash has left', async () => {
    const fileSystem = new SimulatedDisk().start();
    await putFile(fileSystem, META, '.resources.info.3.tmp', DAMAGE);
    await putFile(fileSystem, META, '.resources_and_operations.target.3.tmp', DAMAGE);
    await new Agent(fileSystem).recover();
    expect(await namesIn(fileSystem, META)).toEqual([]);
  });
});
