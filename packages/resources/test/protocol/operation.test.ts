import { describe, expect, test } from '@jest/globals';
import type { OfferOperation, Resource } from '@quorate/messages';
import { applyOperation, Resources } from '@quorate/resources';
import fc from 'fast-check';
import {
  CONFIGURED,
  create,
  destroy,
  disk,
  grow,
  reserve,
  reservedBy,
  reservedDisk,
  scalar,
  shrink,
  unreserve,
} from '../support/operations.ts';
import { MOUNT, PATH } from '../support/resources.ts';

function after(start: Resources, ...operations: readonly OfferOperation[]): Resources {
  return operations.reduce(applyOperation, start);
}

const RESERVED = after(CONFIGURED, reserve(reservedDisk(256)));
const V1 = disk(64, 'v1');

describe('RESERVE and UNRESERVE', () => {
  test('move an amount from nobody to a role and back', () => {
    const cpus = scalar('cpus', 1.5, reservedBy('web', 'ops'));
    const reserved = after(CONFIGURED, reserve(cpus));
    expect(reserved.scalar('cpus')).toBe(8);
    expect(reserved.reserved('web').toString()).toBe('cpus(reservations: [(DYNAMIC,web,ops)]):1.5');
    expect(after(reserved, unreserve(cpus)).equals(CONFIGURED)).toBe(true);
  });

  test('add and take the last refinement of a reservation', () => {
    const role = reservedBy('web');
    const refined = scalar('disk', 16, role, reservedBy('web/front'));
    const total = after(RESERVED, reserve(refined));
    expect(total.contains(Resources.of(refined, reservedDisk(240)))).toBe(true);
    expect(after(total, unreserve(refined)).equals(RESERVED)).toBe(true);
  });

  test('with a source, change whom the same amount is reserved to', () => {
    const other = scalar('disk', 100, reservedBy('batch'));
    const operation: OfferOperation = {
      type: 'RESERVE',
      reserve: { source: [reservedDisk(100)], resources: [other] },
    };
    expect(after(RESERVED, operation).contains(Resources.of(other, reservedDisk(156)))).toBe(true);
  });

  test('do not look at whom the resources are allocated to', () => {
    const allocated = { ...scalar('cpus', 1, reservedBy('web')), allocationInfo: { role: 'web' } };
    expect(after(CONFIGURED, reserve(allocated), unreserve(allocated)).equals(CONFIGURED)).toBe(
      true,
    );
  });

  const refused: readonly (readonly [string, OfferOperation, string])[] = [
    ['what is not reserved', reserve(scalar('cpus', 1)), 'OPERATION_INVALID'],
    [
      'statically',
      reserve(scalar('cpus', 1, { type: 'STATIC', role: 'web' })),
      'OPERATION_INVALID',
    ],
    ['nothing', reserve(), 'OPERATION_INVALID'],
    [
      'what is revocable',
      reserve({ ...scalar('cpus', 1, reservedBy('web')), revocable: {} }),
      'OPERATION_INVALID',
    ],
    [
      "what is a provider's",
      reserve({ ...scalar('cpus', 1, reservedBy('web')), providerId: { value: 'p' } }),
      'OPERATION_UNSUPPORTED',
    ],
    [
      'more than there is',
      reserve(scalar('cpus', 9, reservedBy('web'))),
      'RESOURCES_NOT_CONTAINED',
    ],
    ['back what was not reserved', unreserve(scalar('cpus', 1)), 'OPERATION_INVALID'],
    ['back a volume', unreserve(V1), 'OPERATION_INVALID'],
    ['back more than was', unreserve(reservedDisk(257)), 'RESOURCES_NOT_CONTAINED'],
    [
      'another amount than the source',
      { type: 'RESERVE', reserve: { source: [reservedDisk(1)], resources: [reservedDisk(2)] } },
      'OPERATION_INVALID',
    ],
    [
      'from a source of different reservations',
      {
        type: 'RESERVE',
        reserve: {
          source: [reservedDisk(1), scalar('cpus', 1)],
          resources: [scalar('cpus', 1, reservedBy('x')), scalar('disk', 1, reservedBy('x'))],
        },
      },
      'OPERATION_INVALID',
    ],
  ];

  test.each(refused)('refuse to reserve %s', (_, operation, code) => {
    expect(() => after(RESERVED, operation)).toThrow(expect.objectContaining({ code }));
  });
});

describe('CREATE and DESTROY', () => {
  test.each([
    ["the agent's own disk", {}],
    ['a directory of another disk', { source: PATH }],
    ['a whole disk', { source: MOUNT }],
  ])('turn disk space of %s into a volume and back', (_, options) => {
    const space = disk(64, undefined, options);
    const total = RESERVED.plus(Resources.of(space));
    const volume = disk(64, 'v1', options);
    const created = after(total, create(volume));
    expect(created.persistentVolumes().equals(Resources.of(volume))).toBe(true);
    expect(created.contains(total)).toBe(false);
    expect(after(created, destroy(volume)).equals(total)).toBe(true);
  });

  test('a shared volume is destroyed when it is held once', () => {
    const shared = disk(64, 'v1', { shared: true });
    const created = after(RESERVED, create(shared));
    expect(() => after(created.plus(Resources.of(shared)), destroy(shared))).toThrow(
      expect.objectContaining({ code: 'OPERATION_INVALID' }),
    );
    expect(after(created, destroy(shared)).equals(RESERVED)).toBe(true);
  });

  const noVolume = (change: object): Resource => ({ ...V1, disk: { ...V1.disk, ...change } });
  const refused: readonly (readonly [string, OfferOperation, string])[] = [
    ['no volume', create(reservedDisk(1)), 'OPERATION_INVALID'],
    ['a volume of nobody', create(disk(1, 'v1', { reservations: [] })), 'OPERATION_INVALID'],
    [
      'a volume that containers cannot find',
      create({ ...V1, disk: { persistence: { id: 'v1' } } }),
      'OPERATION_INVALID',
    ],
    ['a volume without a name', create(noVolume({ persistence: { id: '' } })), 'OPERATION_INVALID'],
    [
      'a read-only volume',
      create(noVolume({ volume: { mode: 'RO', containerPath: 'a' } })),
      'OPERATION_INVALID',
    ],
    [
      'a volume with a path of the host',
      create(noVolume({ volume: { mode: 'RW', containerPath: 'a', hostPath: '/' } })),
      'OPERATION_INVALID',
    ],
    ['a revocable volume', create({ ...V1, revocable: {} }), 'OPERATION_INVALID'],
    ['two volumes of one name', create(disk(1, 'v1'), disk(2, 'v1')), 'OPERATION_INVALID'],
    ['more than there is', create(disk(257, 'v1')), 'RESOURCES_NOT_CONTAINED'],
  ];

  test.each(refused)('refuse to create %s', (_, operation, code) => {
    expect(() => after(RESERVED, operation)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['there is not', disk(64, 'v2')],
    ['has another size', disk(63, 'v1')],
  ])('refuse to destroy a volume that %s', (_, volume) => {
    const total = after(RESERVED, create(V1));
    expect(() => after(total, destroy(volume))).toThrow(
      expect.objectContaining({ code: 'RESOURCES_NOT_CONTAINED' }),
    );
  });
});

describe('GROW_VOLUME and SHRINK_VOLUME', () => {
  const withVolume = after(RESERVED, create(V1));

  test('move disk space into a volume and out of it', () => {
    const grown = after(withVolume, grow(V1, reservedDisk(36.5)));
    expect(grown.persistentVolumes().equals(Resources.of(disk(100.5, 'v1')))).toBe(true);
    expect(after(grown, shrink(disk(100.5, 'v1'), 36.5)).equals(withVolume)).toBe(true);
  });

  const mounted = disk(64, 'v1', { source: MOUNT });
  const shared = disk(64, 'v1', { shared: true });
  const refused: readonly (readonly [string, OfferOperation])[] = [
    ['by nothing', grow(V1, reservedDisk(0))],
    ['by space of another role', grow(V1, scalar('disk', 1, reservedBy('batch')))],
    ['by another resource', grow(V1, scalar('mem', 1, reservedBy('web')))],
    ['of a whole disk', grow(mounted, disk(1, undefined, { source: MOUNT }))],
    ['that is shared', grow(shared, reservedDisk(1))],
    ['that is none', grow(reservedDisk(64), reservedDisk(1))],
    ['smaller by nothing', shrink(V1, 0)],
    ['to nothing', shrink(V1, 64)],
    ['of a whole disk, to less', shrink(mounted, 1)],
    ['that is shared, to less', shrink(shared, 1)],
  ];

  test.each(refused)('refuse to resize a volume %s', (_, operation) => {
    const total = withVolume.plus(
      Resources.of(mounted, shared, disk(1, undefined, { source: MOUNT })),
    );
    expect(() => after(total, operation)).toThrow(
      expect.objectContaining({ code: 'OPERATION_INVALID' }),
    );
  });
});

test('no operation makes or loses any amount, and each has its inverse', () => {
  const megabytes = fc.integer({ min: 1, max: 64_000 }).map((n) => n / 1000);
  const change = fc.oneof(
    megabytes.map((mb) => [reserve(reservedDisk(mb)), unreserve(reservedDisk(mb))] as const),
    megabytes.map((mb) => [create(disk(mb, 'v')), destroy(disk(mb, 'v'))] as const),
    fc.tuple(megabytes, megabytes).map(([mb, more]) => {
      const all = Number((mb + more).toFixed(3));
      return [grow(disk(mb, 'g'), reservedDisk(more)), shrink(disk(all, 'g'), more)] as const;
    }),
  );
  fc.assert(
    fc.property(change, megabytes, ([operation, inverse], extra) => {
      const needed = operation.growVolume?.volume;
      const space = Resources.of(reservedDisk(200), scalar('disk', 200), scalar('mem', extra));
      const start = needed ? space.plus(Resources.of(needed)) : space;
      const result = applyOperation(start, operation);
      expect(result.scalar('disk')).toBe(start.scalar('disk'));
      expect(result.equals(start)).toBe(false);
      expect(applyOperation(result, inverse).equals(start)).toBe(true);
    }),
  );
});
