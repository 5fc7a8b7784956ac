// What callers may get wrong, and what a manager makes of it.
import { describe, expect, test } from '@jest/globals';
import { frameRecord } from '@quorate/checkpoint';
import { expectFailed, expectReady, turns, virtualRuntime } from '@quorate/process/testing';
import {
  operationUpdates,
  operationUpdatesPath,
  StatusUpdateManager,
  taskUpdatesPath,
} from '@quorate/status-updates';
import type { StatusUpdateManagerOptions, UpdateFormat } from '@quorate/status-updates';
import { OPERATION, operationUpdate, uuidOf } from './support/agent.ts';
import { SimulatedAgent } from './support/simulated-agent.ts';
import { pathOf } from './support/simulated-storage.ts';

const PENDING = operationUpdate('OPERATION_PENDING', 'a');
const OTHER = '42424242-4242-4142-8142-424242424242';

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const rest = { ...value };
  delete rest[key];
  return rest;
}

function started(): SimulatedAgent {
  const agent = new SimulatedAgent();
  agent.start();
  return agent;
}

describe('updates', () => {
  test.each([
    ['UPDATE_UUID_MISSING', operationUpdate('OPERATION_PENDING')],
    [
      'UPDATE_UUID_INVALID',
      { ...PENDING, status: { ...PENDING.status, uuid: { value: Uint8Array.of(1, 2) } } },
    ],
    ['UPDATE_CARRIES_LATEST', { ...PENDING, latestStatus: PENDING.status }],
    ['UPDATE_INVALID', { ...PENDING, status: { ...PENDING.status, state: 'NONE' as never } }],
  ])('%s: nothing is recorded, and no stream begins', async (code, update) => {
    const agent = started();
    const error = await expectFailed(agent.manager.update(OPERATION, update), code);
    expect(error).toMatchObject({ outcome: 'definite' });
    expect(agent.manager.metrics()).toMatchObject({ streams: 0, pending: 0, refused: 1 });
    expect(agent.storage.calls).toEqual(['open']);
    await expectReady(agent.manager.update(OPERATION, PENDING));
  });

  test('a stream is checkpointed or not, and of one framework or none', async () => {
    const agent = started();
    await expectReady(agent.manager.update(OPERATION, PENDING));
    const b = operationUpdate('OPERATION_PENDING', 'b');
    const notCheckpointed = agent.manager.update(OPERATION, b, { checkpoint: false });
    await expectFailed(notCheckpointed, 'UPDATE_CHECKPOINT_MISMATCH');
    for (const update of [
      { ...b, frameworkId: { value: 'framework-2' } },
      without(b, 'frameworkId'),
    ]) {
      await expectFailed(agent.manager.update(OPERATION, update), 'UPDATE_FRAMEWORK_MISMATCH');
    }
    expect(agent.manager.metrics()).toMatchObject({ streams: 1, pending: 1, updates: 1 });
  });

  test('the first reason that upstream gives is the one', async () => {
    const agent = started();
    await expectReady(agent.manager.update(OPERATION, PENDING));
    const wrong = operationUpdate('OPERATION_PENDING', undefined, {
      frameworkId: { value: 'framework-2' },
      latestStatus: PENDING.status,
    });
    const noLatest = without(wrong, 'latestStatus');
    const wish = { checkpoint: false };
    const { manager } = agent;
    await expectFailed(manager.update(OPERATION, wrong, wish), 'UPDATE_CARRIES_LATEST');
    await expectFailed(manager.update(OPERATION, noLatest, wish), 'UPDATE_CHECKPOINT_MISMATCH');
    await expectFailed(manager.update(OPERATION, noLatest), 'UPDATE_FRAMEWORK_MISMATCH');
    const noUuid = { ...noLatest, frameworkId: { value: 'framework-1' } };
    await expectFailed(manager.update(OPERATION, noUuid), 'UPDATE_UUID_MISSING');
  });

  test('a terminal update, then others: they wait, and end with the stream', async () => {
    const agent = started();
    await expectReady(agent.manager.update(OPERATION, operationUpdate('OPERATION_FINISHED', 'a')));
    await expectReady(agent.manager.update(OPERATION, operationUpdate('OPERATION_PENDING', 'b')));
    expect(await agent.forwarded()).toEqual(['a']);
    expect(await expectReady(agent.manager.acknowledge(OPERATION, uuidOf('a')))).toBe(false);
  });

  test('a checkpointed one without a storage', async () => {
    const { runtime } = virtualRuntime();
    const manager = new StatusUpdateManager({
      format: operationUpdates,
      forward: () => undefined,
      runtime,
    });
    await expectFailed(manager.update(OPERATION, PENDING), 'MANAGER_OPTION_INVALID');
    await expectFailed(manager.recover([OPERATION], { strict: true }), 'MANAGER_OPTION_INVALID');
    await expectFailed(manager.remove(OPERATION), 'MANAGER_OPTION_INVALID');
    await expectReady(manager.update(OPERATION, PENDING, { checkpoint: false }));
    await expectReady(manager.flush());
    await manager.close();
  });

  test('a file that is there already is not touched', async () => {
    const agent = started();
    await agent.write(OPERATION, Uint8Array.of(1, 2, 3));
    await expectFailed(agent.manager.update(OPERATION, PENDING), 'STREAM_FILE_EXISTS');
    expect(await agent.read(OPERATION)).toEqual(Uint8Array.of(1, 2, 3));
  });
});

describe('ids', () => {
  test.each(['', 'x', '../../etc/passwd', `${OPERATION}/..`, '41414141414141418141414141414141'])(
    'STREAM_ID_INVALID: %j names no operation',
    async (id) => {
      const agent = started();
      await expectFailed(agent.manager.update(id, PENDING), 'STREAM_ID_INVALID');
      await expectFailed(agent.manager.acknowledge(id, uuidOf('a')), 'STREAM_ID_INVALID');
      await expectFailed(agent.manager.recover([id], { strict: false }), 'STREAM_ID_INVALID');
      await expectFailed(agent.manager.remove(id), 'STREAM_ID_INVALID');
      await expectFailed(agent.manager.reconcile([id]), 'STREAM_ID_INVALID');
      expect(agent.manager.metrics().streams).toBe(0);
    },
  );

  test('capital letters name the same operation', async () => {
    const agent = started();
    await expectReady(agent.manager.update(OPERATION, PENDING));
    const id = 'ABCDEFAB-4141-4141-8141-414141414141';
    await expectReady(agent.manager.update(id, PENDING));
    expect(await expectReady(agent.manager.acknowledge(id.toLowerCase(), uuidOf('a')))).toBe(true);
    expect(operationUpdatesPath('/agent', id)).toBe(
      operationUpdatesPath('/agent', id.toLowerCase()),
    );
  });

  test.each(['..', '.hidden', 'a/b', 'a\\b', 'a\u0000', '', 'x'.repeat(256), 'nul', 'e\u0301'])(
    'task id %j is no name of a file',
    (taskId) => {
      const id = { frameworkId: 'f', executorId: 'e', containerId: 'c', taskId };
      expect(() => taskUpdatesPath('/agent', id)).toThrow(/task id/);
    },
  );

  test('a path that pathOf refuses is the callers fault, not the end of the manager', async () => {
    const agent = new SimulatedAgent();
    agent.start({
      pathOf: (id) => {
        if (id === OTHER) throw new Error('not here');
        return pathOf(id);
      },
    });
    await expectFailed(agent.manager.update(OTHER, PENDING), 'STREAM_ID_INVALID');
    const { errors } = await expectReady(agent.manager.recover([OTHER], { strict: false }));
    expect(errors).toBe(1);
    await expectReady(agent.manager.update(OPERATION, PENDING));
  });
});

describe('files', () => {
  const record = frameRecord(operationUpdates.encodeUpdate(PENDING));
  const of = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);
  test.each([
    ['garbage', concatBytes(record, of(3, 0, 0, 0, 9, 9, 9)), { streams: 1, errors: 1 }],
    ['zeros', concatBytes(record, new Uint8Array(64)), { streams: 1, errors: 1 }],
    ['half a record', concatBytes(record, record.subarray(0, 40)), { streams: 1, errors: 0 }],
    [
      'a record that claims 2 GB',
      concatBytes(record, of(0xff, 0xff, 0xff, 0x7f, 8, 0)),
      { streams: 1, errors: 0 },
    ],
    ['nothing but zeros', new Uint8Array(4096), { streams: 0, errors: 1 }],
    ['nothing but half a record', record.subarray(0, 40), { streams: 0, errors: 0 }],
  ])('%s', async (_, file, { streams, errors }) => {
    const agent = started();
    await agent.write(OPERATION, file);
    const strict = agent.manager.recover([OPERATION], { strict: true });
    if (errors > 0) {
      await expectFailed(strict, 'STREAM_CORRUPT');
      expect(await agent.read(OPERATION)).toEqual(file);
      const recovered = await expectReady(agent.manager.recover([OPERATION], { strict: false }));
      expect(recovered.errors).toBe(errors);
    } else {
      await expectReady(strict);
    }
    expect(agent.manager.metrics()).toMatchObject({ streams, recoveryErrors: errors });
    expect(await agent.forwarded()).toEqual(streams === 1 ? ['a'] : []);
  });

  test('one that cannot be read is an error, and not touched', async () => {
    const agent = started();
    await agent.write(OPERATION, record);
    agent.fileSystem.failReads(pathOf(OPERATION), 'EIO');
    await expectFailed(agent.manager.recover([OPERATION], { strict: true }), 'STREAM_FAILED');
    const { errors, streams } = await expectReady(
      agent.manager.recover([OPERATION], { strict: false }),
    );
    expect([errors, streams.size]).toEqual([1, 0]);
    agent.fileSystem.failReads(pathOf(OPERATION));
    await expectReady(agent.manager.recover([OPERATION], { strict: true }));
    expect(await agent.forwarded()).toEqual(['a']);
  });
});

describe('calls at the wrong time', () => {
  test('a stream is recovered once, however often it is named', async () => {
    const agent = started();
    await expectReady(agent.manager.update(OPERATION, PENDING));
    await agent.crash();
    agent.start();
    const first = agent.manager.recover([OPERATION, OPERATION.toUpperCase()], { strict: true });
    const second = agent.manager.recover([OPERATION], { strict: true });
    await expectFailed(second, 'STREAM_ACTIVE');
    expect((await expectReady(first)).streams.size).toBe(1);
    await expectFailed(agent.manager.recover([OPERATION], { strict: true }), 'STREAM_ACTIVE');
    await expectFailed(agent.manager.remove(OPERATION), 'STREAM_ACTIVE');
    expect(await agent.forwarded()).toEqual(['a']);
    await agent.clock.advance(10_000);
    expect(await agent.forwarded()).toEqual(['a']);
  });

  test('updates and acknowledgements that come during a recovery wait for it', async () => {
    const agent = started();
    await expectReady(agent.manager.update(OPERATION, PENDING));
    await agent.crash();
    agent.start();
    const recovering = agent.manager.recover([OPERATION, OTHER], { strict: false });
    const acknowledging = agent.manager.acknowledge(OPERATION, uuidOf('a'));
    const unknown = agent.manager.acknowledge(OTHER, uuidOf('a'));
    const updating = agent.manager.update(OPERATION, operationUpdate('OPERATION_PENDING', 'b'));
    const reconciling = agent.manager.reconcile([OPERATION, OTHER]);
    await expectReady(recovering);
    expect(await expectReady(acknowledging)).toBe(true);
    await expectFailed(unknown, 'STREAM_UNKNOWN');
    await expectReady(updating);
    expect(await expectReady(reconciling)).toEqual([OTHER]);
    expect((await agent.forwarded()).at(-1)).toBe('b');
    expect(agent.manager.metrics()).toMatchObject({ streams: 1, pending: 1 });
  });

  test('a framework that is cleaned up during a recovery is not forwarded for', async () => {
    const agent = started();
    await expectReady(agent.manager.update(OPERATION, PENDING));
    await agent.crash();
    agent.start();
    const recovering = agent.manager.recover([OPERATION], { strict: true });
    const updating = agent.manager.update(OTHER, PENDING);
    agent.manager.cleanup('framework-1');
    expect((await expectReady(recovering)).streams.get(OPERATION)).toMatchObject({ pending: 1 });
    await expectFailed(updating, 'STREAM_UNKNOWN');
    expect(await agent.forwarded()).toEqual([]);
    expect(agent.manager.metrics()).toMatchObject({ streams: 0, pending: 0 });
  });

  test('a cleanup while a retry is pending, and while a write is under way', async () => {
    const agent = started();
    await expectReady(agent.manager.update(OPERATION, PENDING));
    await agent.forwarded();
    agent.storage.hold();
    const update = (digit: string) =>
      agent.manager.update(OPERATION, operationUpdate('OPERATION_PENDING', digit));
    const written = update('b');
    const waiting = expectFailed(update('c'), 'STREAM_UNKNOWN');
    await turns();
    agent.manager.cleanup('framework-1');
    const next = expectFailed(update('d'), 'STREAM_FILE_EXISTS');
    await turns();
    agent.manager.cleanup('framework-2');
    agent.storage.letGo();
    await expectReady(written);
    await waiting;
    await next;
    await agent.clock.advance(600_000);
    expect(await agent.forwarded()).toEqual([]);
    expect(agent.manager.metrics()).toMatchObject({ streams: 0, pending: 0 });
  });

  test('after close everything is refused, and what waited, too', async () => {
    const agent = started();
    await agent.clock.settle();
    agent.storage.hold();
    const update = (digit: string) =>
      agent.manager.update(OPERATION, operationUpdate('OPERATION_PENDING', digit));
    const written = update('a');
    const waiting = expectFailed(update('b'), 'MANAGER_CLOSED');
    await turns();
    const closing = agent.manager.close();
    await turns();
    agent.manager.resume();
    const late = expectFailed(update('c'), 'MANAGER_CLOSED');
    await turns();
    agent.storage.letGo();
    await expectReady(written);
    await waiting;
    await late;
    await expectReady(closing);
    await expectReady(agent.manager.close());
    await expectFailed(agent.manager.update(OTHER, PENDING), 'MANAGER_CLOSED');
    await expectFailed(agent.manager.acknowledge(OTHER, uuidOf('a')), 'MANAGER_CLOSED');
    await expectFailed(agent.manager.recover([OTHER], { strict: true }), 'MANAGER_CLOSED');
    await expectFailed(agent.manager.reconcile(), 'MANAGER_CLOSED');
    await expectFailed(agent.manager.flush(), 'MANAGER_CLOSED');
    await agent.clock.advance(600_000);
    expect(await agent.forwarded()).toEqual([]);
    expect(agent.storage.calls.at(-1)).toBe('close');
  });

  test('a runtime that is closed before its manager', async () => {
    const agent = new SimulatedAgent();
    const { runtime } = virtualRuntime();
    const manager = agent.start({ runtime, durability: 'journal' });
    await expectReady(manager.update(OPERATION, PENDING));
    await runtime.close();
    await expectFailed(manager.update(OPERATION, PENDING), 'MANAGER_CLOSED');
    await expectReady(manager.close());
    expect((await agent.read(OPERATION)).length).toBeGreaterThan(0);
  });

  test('a storage that cannot be opened', async () => {
    const agent = new SimulatedAgent();
    const manager = agent.start({ durability: 'journal', fault: { at: 1, fault: 'write-error' } });
    await expectFailed(manager.update(OPERATION, PENDING), 'STREAM_FAILED');
    await expectFailed(manager.recover([OPERATION], { strict: false }), 'STREAM_FAILED');
    await expectReady(manager.update(OTHER, PENDING, { checkpoint: false }));
    expect(await agent.forwarded()).toEqual(['a']);
  });
});

describe('options', () => {
  type Options = StatusUpdateManagerOptions<string, typeof PENDING>;
  test.each<[string, Partial<Options>]>([
    ['retryMsMin', { retryMsMin: 0 }],
    ['retryMsMin', { retryMsMin: Number.NaN }],
    ['retryMsMin', { retryMsMin: Infinity }],
    ['retryMsMax', { retryMsMin: 10, retryMsMax: 9 }],
    ['retryMsMax', { retryMsMax: Infinity }],
    ['retriesMax', { retriesMax: -1 }],
    ['expireAfterMs', { expireAfterMs: 0 }],
    ['streamPendingMax', { streamPendingMax: 0 }],
    ['pendingMax', { pendingMax: '7' as never }],
    ['pathOf', { storage: {} as never }],
  ])('MANAGER_OPTION_INVALID: %s', (name, options) => {
    const make = () =>
      new StatusUpdateManager({ format: operationUpdates, forward: () => undefined, ...options });
    expect(make).toThrow(expect.objectContaining({ code: 'MANAGER_OPTION_INVALID' }));
    expect(make).toThrow(name);
  });
});

describe("a user's own format", () => {
  interface Event {
    readonly id: string;
    readonly text: string;
  }
  const events: UpdateFormat<string, Event> = {
    name: 'event',
    existingFile: 'append',
    streamKey: (id) => id,
    uuidOf: ({ id }) => id,
    frameworkOf: () => undefined,
    stateOf: () => 'event',
    isTerminal: ({ text }) => text === 'end',
    carriesLatest: () => false,
    withLatest: (event) => event,
    encodeUpdate: (event) => new TextEncoder().encode(JSON.stringify(event)),
    encodeAcknowledgement: ({ id }) => new TextEncoder().encode(JSON.stringify({ ack: id })),
    decode: (record) => {
      const value = JSON.parse(new TextDecoder().decode(record)) as Event & { ack?: string };
      return value.ack === undefined
        ? { type: 'update', update: value }
        : { type: 'acknowledgement', uuid: value.ack };
    },
  };

  function start(agent: SimulatedAgent, options: Partial<UpdateFormat<string, Event>> = {}) {
    agent.start();
    const forwarded: string[] = [];
    const { runtime } = virtualRuntime();
    const manager = new StatusUpdateManager({
      format: { ...events, ...options },
      forward: ({ text }) => forwarded.push(text),
      storage: agent.storage,
      pathOf: (id) => `/agent/events/${id}/log`,
      runtime,
    });
    return { manager, forwarded };
  }

  test('is delivered as upstreams are, and recovered', async () => {
    const agent = new SimulatedAgent();
    const first = start(agent);
    await expectReady(first.manager.update('s', { id: '1', text: 'one' }));
    await expectReady(first.manager.update('s', { id: '2', text: 'end' }));
    await expectReady(first.manager.acknowledge('s', '1'));
    await agent.crash({ power: 'none' });
    const second = start(agent);
    await expectReady(second.manager.recover(['s'], { strict: true }));
    expect(await expectReady(second.manager.acknowledge('s', '2'))).toBe(false);
    await expectReady(second.manager.update('s', { id: '1', text: 'again' }));
    await turns();
    expect(second.forwarded).toEqual(['end', 'again']);
  });

  test.each<[string, Partial<UpdateFormat<string, Event>>]>([
    ['encodeUpdate', { encodeUpdate: () => new Uint8Array() }],
    ['encodeUpdate', { encodeUpdate: () => new Uint8Array(17 * 2 ** 20) }],
    ['uuidOf', { uuidOf: () => JSON.parse('{') as string }],
    ['frameworkOf', { frameworkOf: () => JSON.parse('{') as string }],
  ])('a faulty %s fails the update, and nothing else', async (_, fault) => {
    const agent = new SimulatedAgent();
    const { manager } = start(agent, fault);
    await expectFailed(manager.update('s', { id: '1', text: 'one' }), 'UPDATE_INVALID');
    expect(manager.metrics()).toMatchObject({ streams: 0, pending: 0 });
  });

  test('a stream that is cleaned up while it is written begins anew behind that', async () => {
    const agent = new SimulatedAgent();
    const first = start(agent, { frameworkOf: () => 'f' });
    await expectReady(first.manager.update('s', { id: '1', text: 'one' }));
    agent.storage.hold('append');
    const written = first.manager.update('s', { id: '2', text: 'two' });
    await turns();
    first.manager.cleanup('f');
    const next = first.manager.update('s', { id: '3', text: 'three' });
    await turns();
    agent.storage.letGo();
    await expectReady(written);
    await expectReady(next);
    await agent.crash();
    const second = start(agent, { frameworkOf: () => 'f' });
    const { streams } = await expectReady(second.manager.recover(['s'], { strict: true }));
    expect(streams.get('s')?.updates.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  test('a file that is gone on with is looked at first', async () => {
    const agent = new SimulatedAgent();
    const first = start(agent);
    await expectReady(first.manager.update('s', { id: '1', text: 'end' }));
    await expectReady(first.manager.acknowledge('s', '1'));
    await agent.crash();
    // Torn: its end is cut off. Damaged: it is not touched.
    const second = start(agent);
    const path = '/agent/events/s/log';
    const good = await agent.fileSystem.readFile(path, 2 ** 20);
    await agent.writePath(path, concatBytes(good, Uint8Array.of(0, 1, 0, 0), new Uint8Array(200)));
    await expectReady(second.manager.update('s', { id: '2', text: 'two' }));
    await agent.crash();
    const third = start(agent);
    const { errors } = await expectReady(third.manager.recover(['s'], { strict: true }));
    expect([errors, third.manager.metrics().pending]).toEqual([0, 1]);
    await agent.crash();
    const fourth = start(agent);
    await agent.writePath(path, concatBytes(good, Uint8Array.of(1, 0, 0, 0, 1)));
    const refused = fourth.manager.update('s', { id: '3', text: 'three' });
    await expectFailed(refused, 'STREAM_CORRUPT');
  });
});

function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
