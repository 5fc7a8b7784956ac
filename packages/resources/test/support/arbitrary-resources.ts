import type { ReservationInfo, Resource } from '@quorate/messages';
import fc from 'fast-check';
import { Resources } from '../../src/protocol/resources.ts';
import { disk, MOUNT, PATH, reservedBy, scalar } from './resources.ts';

/** Few of each, so that resources meet. */
const reservations: fc.Arbitrary<readonly ReservationInfo[]> = fc.constantFrom(
  [],
  [{ type: 'STATIC', role: 'eng' } as const],
  [reservedBy('eng')],
  [reservedBy('eng', 'ops')],
  [reservedBy('eng'), reservedBy('eng/web')],
);

/** Thousandths, and numbers that have to be rounded to them. */
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000),
  fc.double({ min: 0.001, max: 1e6, noNaN: true }),
);

const scalars = fc
  .tuple(fc.constantFrom('cpus', 'mem'), amounts, reservations)
  .map(([name, value, stack]) => scalar(name, value, ...stack));

const ranges = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 8 }), reservations)
  .map(([ports, stack]): Resource => {
    const range = ports.map((port) => ({ begin: port, end: port }));
    return { name: 'ports', type: 'RANGES', ranges: { range }, reservations: stack };
  });

const sets = fc
  .uniqueArray(fc.constantFrom('sda', 'sdb', 'sdc', 'sdd'), { maxLength: 4 })
  .map((item): Resource => ({ name: 'disks', type: 'SET', set: { item }, reservations: [] }));

const disks = fc
  .tuple(
    fc.constantFrom(1, 64, 64.5),
    fc.constantFrom(undefined, 'v1', 'v2'),
    fc.constantFrom(undefined, MOUNT, PATH),
    fc.boolean(),
  )
  .map(([mb, id, source, shared]) =>
    disk(mb, id, { ...(source && { source }), shared: shared && id !== undefined }),
  );

export const resourceList: fc.Arbitrary<readonly Resource[]> = fc.array(
  fc.oneof(scalars, ranges, sets, disks),
  { maxLength: 8 },
);

export const anyResources: fc.Arbitrary<Resources> = resourceList.map((list) =>
  Resources.from(list),
);

/** Resources whose parts are only scalars, which any two amounts can be subtracted from. */
export const scalarResources: fc.Arbitrary<Resources> = fc
  .array(scalars, { maxLength: 8 })
  .map((list) => Resources.from(list));
