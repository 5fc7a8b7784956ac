import { describe, expect, test } from '@jest/globals';
import { SimulatedDisk } from '@quorate/checkpoint/testing';
import { ResourceCheckpointer, Resources } from '@quorate/resources';
import { decodeInfo, decodeState } from '../src/resource-files.ts';
import { Agent, agentAfter, META, namesIn, putFile, readWhole, VOLUMES } from './support/agent.ts';
import {
  CONFIGURED,
  create,
  destroy,
  disk,
  grow,
  pending,
  reserve,
  reservedDisk,
  scalar,
  reservedBy,
  shrink,
  status,
  unreserve,
  uuid,
} from './support/operations.ts';

const V1 = disk(64, 'v1');
const RESERVED = reserve(reservedDisk(256));

describe('an operation', () => {
  test('ResourcesCheckpointing: what was reserved is reserved after a restart', async () => {
    const { disk, agent } = await agentAfter(reserve(scalar('cpus', 2, reservedBy('web', 'ops'))));
    const before = agent.resources.total;
    disk.crash({ power: 'none' });
    const restarted = await Agent.start(disk.start());
    expect(restarted.resources.total.equals(before)).toBe(true);
    expect(restarted.resources.checkpointed.toString()).toBe(
      'cpus(reservations: [(DYNAMIC,web,ops)]):2',
    );
  });

  test('CreateAndDestroyPersistentVolumes: a volume is a directory from CREATE to DESTROY', async () => {
    const fileSystem = new SimulatedDisk().start();
    const agent = await Agent.start(fileSystem);
    await agent.apply(RESERVED);
    await agent.apply(create(V1, disk(32, 'v2')));
    expect(await namesIn(fileSystem, VOLUMES)).toEqual(['v1', 'v2']);
    await putFile(fileSystem, `${VOLUMES}/v1/deep`, 'data', new Uint8Array(8));
    await agent.apply(destroy(V1));
    expect(await namesIn(fileSystem, VOLUMES)).toEqual(['v2']);
    expect(agent.resources.total.persistentVolumes().toString()).toContain('v2');
  });

  test('SlaveRecovery: a volume, and what is in it, survives a loss of power', async () => {
    const { disk: storage, agent } = await agentAfter(RESERVED, create(V1));
    expect(agent.resources.checkpointed.persistentVolumes().size).toBe(1);
    storage.syncAll();
    const again = storage.start();
    await putFile(again, `${VOLUMES}/v1`, 'data', new Uint8Array([7]));
    storage.crash({ power: 'none' });
    const fileSystem = storage.start();
    const restarted = await Agent.start(fileSystem);
    expect(restarted.resources.total.contains(Resources.of(V1))).toBe(true);
    expect(await readWhole(fileSystem, `${VOLUMES}/v1/data`)).toEqual(new Uint8Array([7]));
  });

  test('GrowVolume: a volume grows and keeps what is in it', async () => {
    const fileSystem = new SimulatedDisk().start();
    const agent = await Agent.start(fileSystem);
    for (const info of [RESERVED, create(V1)]) await agent.apply(info);
    await putFile(fileSystem, `${VOLUMES}/v1`, 'data', new Uint8Array(8));
    await agent.apply(grow(V1, reservedDisk(36)));
    expect(agent.resources.total.contains(Resources.of(disk(100, 'v1')))).toBe(true);
    expect(await namesIn(fileSystem, `${VOLUMES}/v1`)).toEqual(['data']);
    const { resources } = decodeState(
      await readWhole(fileSystem, `${META}/resources_and_operations.state`),
    );
    expect(Resources.from(resources).persistentVolumes().scalar('disk')).toBe(100);
  });

  test('ShrinkVolume: a volume shrinks, and the rest is disk space again', async () => {
    const { agent } = await agentAfter(RESERVED, create(V1), shrink(V1, 14.5));
    const { total } = agent.resources;
    expect(total.contains(Resources.of(disk(49.5, 'v1'), reservedDisk(206.5)))).toBe(true);
  });

  test('is remembered from CREATE and DESTROY on, and of the others from their outcome on', async () => {
    const { disk: storage, agent } = await agentAfter(RESERVED);
    await agent.begin(create(V1), 11);
    await agent.begin(reserve(scalar('cpus', 1, reservedBy('web'))), 12);
    await agent.begin(reserve(scalar('mem', 1, reservedBy('web'))), 13);
    await agent.finish(13);
    expect(agent.resources.operations.map(({ uuid }) => uuid.value[0])).toEqual([11, 12, 13]);
    storage.crash({ power: 'none' });
    const { operations, total } = await new Agent(storage.start()).recover();
    expect(operations.map(({ uuid, latestStatus }) => [uuid.value[0], latestStatus.state])).toEqual(
      [
        [11, 'OPERATION_PENDING'],
        [13, 'OPERATION_FINISHED'],
      ],
    );
    expect(total.reserved('web').scalar('mem')).toBe(1);
    expect(total.persistentVolumes().size).toBe(0);
  });

  test('CleanupAcknowledgedTerminalOperation: is forgotten once its outcome was acknowledged', async () => {
    const { disk: storage, agent } = await agentAfter(RESERVED);
    await agent.begin(create(V1), 11);
    await agent.finish(11);
    await agent.answer(agent.resources.removeOperation(uuid(11)));
    await agent.answer(agent.resources.removeOperation(uuid(11)));
    expect(agent.resources.operations).toEqual([]);
    storage.crash({ power: 'none' });
    expect((await new Agent(storage.start()).recover()).operations).toEqual([]);
  });

  test('keeps each status once, and its first terminal one for good', async () => {
    const { agent } = await agentAfter(RESERVED);
    await agent.begin(create(V1), 1);
    const update = (state: Parameters<typeof status>[0], number: number) =>
      agent.answer(agent.resources.updateOperation(uuid(1), status(state, number)));
    await update('OPERATION_PENDING', 50);
    await update('OPERATION_PENDING', 50);
    await update('OPERATION_FAILED', 51);
    const last = await update('OPERATION_FINISHED', 52);
    expect(last.latestStatus.state).toBe('OPERATION_FAILED');
    expect(last.statuses.map(({ uuid }) => uuid?.value[0])).toEqual([50, 51, 52]);
    expect(agent.resources.total.persistentVolumes().isEmpty).toBe(true);
  });

  test('that fits no more fails alone, and changes nothing', async () => {
    const { agent } = await agentAfter(RESERVED);
    await agent.begin(create(disk(200, 'v1')), 1);
    await agent.begin(create(disk(200, 'v2')), 2);
    await agent.finish(1);
    await expect(agent.finish(2)).rejects.toMatchObject({ code: 'RESOURCES_NOT_CONTAINED' });
    const failed = status('OPERATION_FAILED', 9);
    await agent.answer(agent.resources.updateOperation(uuid(2), failed));
    expect(agent.resources.total.persistentVolumes().size).toBe(1);
  });

  test('is taken once, however often it is sent', async () => {
    const { agent } = await agentAfter(RESERVED);
    await agent.begin(create(V1), 1);
    await agent.begin(create(V1), 1);
    expect(agent.resources.operations).toHaveLength(1);
    await expect(agent.begin(destroy(V1), 1)).rejects.toMatchObject({ code: 'OPERATION_INVALID' });
  });

  test('shows nothing before it is durable', async () => {
    const { agent } = await agentAfter(RESERVED);
    await agent.begin(create(V1), 1);
    const updating = agent.resources.updateOperation(uuid(1), status('OPERATION_FINISHED', 2));
    expect(agent.resources.total.persistentVolumes().isEmpty).toBe(true);
    await agent.answer(updating);
    expect(agent.resources.total.persistentVolumes().size).toBe(1);
  });
});

describe('a master that keeps account', () => {
  test('SendingCheckpointResourcesMessage: its set replaces what there was', async () => {
    const fileSystem = new SimulatedDisk().start();
    const agent = await Agent.start(fileSystem);
    await agent.answer(agent.resources.checkpoint([V1, reservedDisk(10)]));
    await agent.answer(agent.resources.checkpoint([disk(64, 'v2')]));
    expect(agent.resources.checkpointed.equals(Resources.of(disk(64, 'v2')))).toBe(true);
    expect(await namesIn(fileSystem, VOLUMES)).toEqual(['v2']);
    const info = decodeInfo(await readWhole(fileSystem, `${META}/resources.info`));
    expect(info.equals(Resources.of(disk(64, 'v2')))).toBe(true);
    expect(agent.resources.total.unreserved().scalar('disk')).toBe(4096 - 64);
  });

  test('writes nothing that is there already', async () => {
    const fileSystem = new SimulatedDisk().start();
    const agent = await Agent.start(fileSystem);
    await agent.answer(agent.resources.checkpoint([V1]));
    const { operations } = fileSystem;
    await agent.answer(agent.resources.checkpoint([V1]));
    expect(fileSystem.operations).toBe(operations);
  });

  test.each([
    ['a resource of nobody', [scalar('cpus', 1)], 'RESOURCES_INCOMPATIBLE'],
    ['more than there is', [disk(5000, 'v1')], 'RESOURCES_INCOMPATIBLE'],
    ['two volumes in one place', [disk(1, 'v1'), disk(2, 'v1')], 'OPERATION_INVALID'],
    ['a volume with a path for a name', [disk(1, '../v1')], 'VOLUME_PATH_INVALID'],
    ['no resource', [{ ...V1, name: '' }], 'RESOURCE_INVALID'],
  ])('cannot set %s', async (_, resources, code) => {
    const { agent } = await agentAfter(RESERVED);
    const before = agent.resources.total;
    await expect(agent.answer(agent.resources.checkpoint(resources))).rejects.toMatchObject({
      code,
    });
    expect(agent.resources.total.equals(before)).toBe(true);
    await agent.apply(create(V1), 9); // and goes on
  });
});

describe('a failure', () => {
  /** An agent whose disk refuses what `code` names from now on. */
  async function withBrokenVolumes(refused: 'rmdir' | 'mkdir') {
    const { disk: storage } = await agentAfter(RESERVED, create(V1));
    const fileSystem = storage.start();
    await putFile(fileSystem, `${VOLUMES}/v1`, 'data', new Uint8Array(8));
    const broken = Object.assign(Object.create(fileSystem) as typeof fileSystem, {
      [refused]: (path: string) =>
        path.startsWith(VOLUMES)
          ? Promise.reject(Object.assign(new Error(`EIO: ${path}`), { code: 'EIO' }))
          : fileSystem[refused](path),
    });
    for (const name of [
      'open',
      'readFile',
      'rename',
      'unlink',
      'mkdir',
      'rmdir',
      'readDirectory',
      'stat',
      'syncDirectory',
    ] as const) {
      if (name !== refused) Object.assign(broken, { [name]: fileSystem[name].bind(fileSystem) });
    }
    return { fileSystem, agent: await Agent.start(broken) };
  }

  test('to remove a volume never forgets it: the next start goes on', async () => {
    const { fileSystem, agent } = await withBrokenVolumes('rmdir');
    await agent.begin(destroy(V1), 1);
    await expect(agent.finish(1)).rejects.toMatchObject({
      code: 'VOLUME_REMOVE_FAILED',
      outcome: 'unknown',
    });
    expect(agent.resources.total.contains(Resources.of(V1))).toBe(true);
    // Its name is not free: nothing goes any more.
    const creating = agent.answer(agent.resources.addOperation(pending(2, create(V1))));
    await expect(creating).rejects.toMatchObject({ code: 'RESOURCES_FAILED', outcome: 'definite' });
    const restarted = await Agent.start(fileSystem);
    expect(restarted.resources.total.persistentVolumes().isEmpty).toBe(true);
    expect(await namesIn(fileSystem, VOLUMES)).toEqual([]);
    expect(restarted.resources.operations.map(({ latestStatus }) => latestStatus.state)).toEqual([
      'OPERATION_FINISHED',
    ]);
  });

  test('to make a volume is made good by the next start', async () => {
    const { fileSystem, agent } = await withBrokenVolumes('mkdir');
    await agent.begin(create(disk(32, 'v2')), 1);
    await expect(agent.finish(1)).rejects.toMatchObject({ code: 'VOLUME_CREATE_FAILED' });
    const restarted = await Agent.start(fileSystem);
    expect(restarted.resources.total.contains(Resources.of(V1, disk(32, 'v2')))).toBe(true);
    expect(await namesIn(fileSystem, VOLUMES)).toEqual(['v1', 'v2']);
  });
});

describe('bad input', () => {
  test('is refused before the recovery, and a recovery is not repeated', async () => {
    const agent = new Agent(new SimulatedDisk().start());
    await expect(agent.begin(RESERVED, 1)).rejects.toMatchObject({
      code: 'RESOURCES_NOT_RECOVERED',
    });
    await agent.recover();
    await agent.apply(RESERVED);
    await expect(agent.recover()).rejects.toMatchObject({ code: 'RESOURCES_OPTION_INVALID' });
  });

  test.each([
    ['of a type that is none of the agent', { type: 'LAUNCH' }, 'OPERATION_UNSUPPORTED'],
    ['without a type', {}, 'OPERATION_UNSUPPORTED'],
    ['without its body', { type: 'CREATE' }, 'OPERATION_INVALID'],
    ['of nothing', unreserve(), 'OPERATION_INVALID'],
    ['on a volume that leaves its directory', create(disk(1, '..')), 'VOLUME_PATH_INVALID'],
    ['on no resource', reserve({ ...V1, type: 'TEXT' }), 'RESOURCE_INVALID'],
  ] as const)('an operation %s is refused', async (_, info, code) => {
    const { agent } = await agentAfter(RESERVED);
    await expect(agent.begin(info, 1)).rejects.toMatchObject({ code });
    expect(agent.resources.operations).toEqual([]);
  });

  test('an operation needs a uuid, and has to be pending', async () => {
    const { agent } = await agentAfter(RESERVED);
    const add = (change: object) =>
      agent.answer(agent.resources.addOperation({ ...pending(1, create(V1)), ...change }));
    await expect(add({ uuid: { value: new Uint8Array(3) } })).rejects.toThrow('3 bytes');
    await expect(add({ latestStatus: status('OPERATION_FINISHED') })).rejects.toThrow('already');
    await expect(add({ latestStatus: undefined })).rejects.toMatchObject({
      code: 'OPERATION_INVALID',
    });
  });

  test('what nobody added has no status, and what is pending cannot be forgotten', async () => {
    const { agent } = await agentAfter(RESERVED);
    await expect(agent.finish(7)).rejects.toMatchObject({ code: 'OPERATION_UNKNOWN' });
    await agent.begin(create(V1), 1);
    const removing = agent.answer(agent.resources.removeOperation(uuid(1)));
    await expect(removing).rejects.toMatchObject({ code: 'OPERATION_INVALID' });
  });

  test.each([
    ['workDirectory', { workDirectory: 'work' }],
    ['workDirectory', { workDirectory: '/' }],
    ['resources', { resources: 'cpus:1' }],
    ['resources', { resources: Resources.of(V1) }],
    ['fileSystem', { fileSystem: undefined }],
  ])('a wrong %s is named', (name, change) => {
    const options = {
      fileSystem: new SimulatedDisk().start(),
      workDirectory: '/work',
      resources: CONFIGURED,
    };
    expect(() => new ResourceCheckpointer({ ...options, ...(change as object) })).toThrow(
      expect.objectContaining({
        code: 'RESOURCES_OPTION_INVALID',
        message: expect.stringContaining(name),
      }),
    );
  });
});

describe('closing', () => {
  test('lets what is being written end, and refuses what waits and what comes', async () => {
    const { disk: storage, agent } = await agentAfter(RESERVED);
    await agent.begin(create(V1), 1);
    const writing = agent.resources.updateOperation(uuid(1), status('OPERATION_FINISHED', 2));
    const closing = agent.resources.close();
    await agent.answer(closing);
    const late = agent.resources.removeOperation(uuid(1));
    await expect(late).rejects.toMatchObject({ code: 'RESOURCES_CLOSED' });
    const outcome = await writing.andThen(() => true).repair(() => false);
    storage.crash({ power: 'none' });
    const { total } = await new Agent(storage.start()).recover();
    expect(total.persistentVolumes().size).toBe(outcome ? 1 : 0);
  });
});
