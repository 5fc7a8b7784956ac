import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromThousandths, toThousandths } from '../../src/protocol/scalar.ts';
import { Resources } from '../../src/protocol/resources.ts';
import { anyResources, resourceList, scalarResources } from '../support/arbitrary-resources.ts';
import { disk, MOUNT, parse, PATH, reservedBy, scalar } from '../support/resources.ts';

// The cases of src/tests/resources_tests.cpp that the rest of this package stands on, then the laws
// of the algebra on arbitrary resources.

function expectEqual(actual: Resources, expected: Resources | string): void {
  const wanted = typeof expected === 'string' ? parse(expected) : expected;
  expect(actual.toString()).toBe(wanted.toString());
  expect(actual.equals(wanted)).toBe(true);
}

describe('scalars', () => {
  test('ScalarEquals: the same amounts, but not of another role', () => {
    expect(parse('cpus:3;mem:3072').equals(parse('mem:3072;cpus:3'))).toBe(true);
    expect(parse('cpus(role1):3').equals(parse('cpus(role2):3'))).toBe(false);
  });

  test('ScalarSubset: less of each is contained', () => {
    expect(parse('cpus:1;mem:4096').contains(parse('cpus:1;mem:3072'))).toBe(true);
    expect(parse('cpus:1;mem:3072').contains(parse('cpus:1;mem:4096'))).toBe(false);
    expect(parse('cpus(role1):3').contains(parse('cpus(role1):1'))).toBe(true);
    expect(parse('cpus(role1):3').contains(parse('cpus(role2):1'))).toBe(false);
  });

  test('ScalarAddition: amounts of a kind become one', () => {
    expectEqual(parse('cpus:1;mem:5').plus(parse('cpus:2;mem:10')), 'cpus:3;mem:15');
    const sum = parse('cpus(role1):1;cpus(role2):3').plus(parse('cpus(role1):5'));
    expectEqual(sum, 'cpus(role1):6;cpus(role2):3');
    expect(sum.scalar('cpus')).toBe(9);
  });

  test('ScalarSubtraction: what is left', () => {
    expectEqual(parse('cpus:50;mem:4096').minus(parse('cpus:0.5;mem:1024')), 'cpus:49.5;mem:3072');
    expect(parse('cpus:50').minus(parse('cpus:50')).isEmpty).toBe(true);
    expectEqual(
      parse('cpus(role1):5;cpus(role2):3').minus(parse('cpus(role1):1')),
      'cpus(role1):4;cpus(role2):3',
    );
  });

  test('what is taken too much is not there afterwards', () => {
    expect(parse('cpus:1').minus(parse('cpus:2')).isEmpty).toBe(true);
  });

  test('EmptyUnequal', () => {
    expect(Resources.EMPTY.equals(parse('cpus:2'))).toBe(false);
    expect(parse('cpus:2').contains(Resources.EMPTY)).toBe(true);
  });

  test('PrecisionSimple, PrecisionManyOps: three decimals stay what they are', () => {
    const cpus = parse('cpus:1.001');
    let current = cpus;
    for (let round = 0; round < 2500; round++) {
      current = current.plus(current).plus(current).minus(current).minus(current);
      expect(current.scalar('cpus')).toBe(1.001);
    }
    expectEqual(current, cpus);
    expectEqual(cpus.plus(parse('cpus:0')), cpus);
  });

  test('PrecisionManyConsecutiveOps: a hundred thousand additions and back', () => {
    const one = parse('cpus:1.001');
    let current = one;
    for (let round = 0; round < 100_000; round++) current = current.plus(one);
    for (let round = 0; round < 100_000; round++) current = current.minus(one);
    expectEqual(current, one);
  });

  test('PrecisionLost, PrecisionRounding: the fourth decimal is rounded away from zero', () => {
    expect(parse('cpus:1.5011').scalar('cpus')).toBe(1.501);
    expect(parse('cpus:1.5015').scalar('cpus')).toBe(1.502);
    expect(parse('cpus:1.5011').equals(parse('cpus:1.501'))).toBe(true);
  });

  test('VerySmallValue, AbsentResources: what would round to zero is refused, zero is nothing', () => {
    expect(() => parse('cpus:0.00001')).toThrow(/cpus:0.00001: the scalar must be/);
    expect(parse('gpus:0').size).toBe(0);
  });

  test.each([
    [0, 0],
    [0.0005, 1],
    [0.0004999, 0],
    [1.0005, 1001],
    [-1.5015, -1502],
    [1e9 + 0.001, 1e12 + 1],
  ])('%d is %d thousandths', (value, thousandths) => {
    expect(toThousandths(value)).toBe(thousandths);
  });

  test.each([NaN, Infinity, 1e13])('%d cannot be counted', (value) => {
    expect(() => Resources.of(scalar('cpus', value))).toThrow(
      expect.objectContaining({ code: 'RESOURCE_INVALID' }),
    );
  });

  test('every count of thousandths survives the way to a double and back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (thousandths) => {
        // Doubles of this size have no room for thousandths.
        fc.pre(Math.abs(thousandths) < 2 ** 42 * 1000);
        expect(toThousandths(fromThousandths(thousandths))).toBe(thousandths);
      }),
    );
  });
});

describe('ranges', () => {
  test('RangesEquals: however they are cut', () => {
    expect(parse('ports:[20-40]').equals(parse('ports:[20-30, 31-39, 40-40]'))).toBe(true);
  });

  test('RangesSubset', () => {
    const [r1, r2, r3] = ['[2-2, 4-5]', '[1-10]', '[2-3]'].map((text) => parse(`ports:${text}`));
    const [r4, r5] = ['[1-2, 4-6]', '[1-4, 5-5]'].map((text) => parse(`ports:${text}`));
    if (!r1 || !r2 || !r3 || !r4 || !r5) throw new Error('five are expected');
    expect([r2.contains(r1), r2.contains(r3), r4.contains(r1), r2.contains(r4)]).toEqual(
      Array(4).fill(true),
    );
    expect([r1.contains(r2), r3.contains(r1), r1.contains(r3), r3.contains(r2)]).toEqual(
      Array(4).fill(false),
    );
    expect([r5.contains(r1), r1.contains(r5)]).toEqual([true, false]);
  });

  test.each([
    ['[20000-40000]', '[30000-50000, 10000-20000]', '[10000-50000]'],
    ['[1-10, 5-30, 50-60]', '[1-65, 70-80]', '[1-65, 70-80]'],
    ['[1-2]', '[3-4]', '[1-4]'],
    ['[1-4, 9-10, 20-22, 26-30]', '[5-8, 23-25]', '[1-10, 20-30]'],
  ])('RangesAddition: %s and %s', (left, right, sum) => {
    expectEqual(parse(`ports:${left}`).plus(parse(`ports:${right}`)), `ports:${sum}`);
  });

  test.each([
    ['[20000-40000]', '[10000-20000, 30000-50000]', '[20001-29999]'],
    ['[50000-60000]', '[50000-50001]', '[50002-60000]'],
    ['[50000-60000]', '[50000-50000]', '[50001-60000]'],
    ['[1-10, 20-30, 40-50]', '[2-9, 15-45, 48-50]', '[1-1, 10-10, 46-47]'],
    ['[1-10]', '[11-20]', '[1-10]'],
  ])('RangesSubtraction: %s without %s', (left, right, rest) => {
    expectEqual(parse(`ports:${left}`).minus(parse(`ports:${right}`)), `ports:${rest}`);
  });

  test('ranges are sets of integers: sums and differences agree with sets', () => {
    const ports = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });
    const asResources = (numbers: readonly number[]): Resources =>
      Resources.of({
        name: 'ports',
        type: 'RANGES',
        ranges: { range: numbers.map((port) => ({ begin: port, end: port })) },
        reservations: [],
      });
    fc.assert(
      fc.property(ports, ports, (left, right) => {
        const [a, b] = [asResources(left), asResources(right)];
        const union = [...new Set([...left, ...right])];
        const rest = left.filter((port) => !right.includes(port));
        expect(a.plus(b).equals(asResources(union))).toBe(true);
        expect(a.minus(b).equals(asResources(rest))).toBe(true);
        expect(a.contains(b)).toBe(right.every((port) => left.includes(port)));
      }),
    );
  });
});

describe('sets', () => {
  test('SetEquals, SetSubset', () => {
    expect(parse('disks:{sda1,sda2}').equals(parse('disks:{sda2,sda1}'))).toBe(true);
    expect(parse('disks:{sda1,sda3,sda2}').contains(parse('disks:{sda1,sda2}'))).toBe(true);
    expect(parse('disks:{sda1,sda2}').contains(parse('disks:{sda3}'))).toBe(false);
  });

  test('SetAddition, SetSubtraction', () => {
    expectEqual(parse('disks:{a,b,c}').plus(parse('disks:{c,d}')), 'disks:{a,b,c,d}');
    expectEqual(parse('disks:{a,b,c}').minus(parse('disks:{b,c}')), 'disks:{a}');
  });
});

describe('what cannot be one', () => {
  test('volumes stay apart and are taken whole', () => {
    const [one, two] = [disk(64, 'v1'), disk(64, 'v2')];
    const both = Resources.of(one, two);
    expect(both.size).toBe(2);
    expectEqual(both.minus(Resources.of(one)), Resources.of(two));
    expectEqual(both.minus(Resources.of(disk(32, 'v1'))), both);
    expect(both.contains(Resources.of(disk(32, 'v1')))).toBe(false);
  });

  test('mount disks are exclusive, path disks are not', () => {
    const mounted = Resources.of(disk(64, undefined, { source: MOUNT }));
    expect(mounted.contains(Resources.of(disk(32, undefined, { source: MOUNT })))).toBe(false);
    const path = Resources.of(disk(64, undefined, { source: PATH }));
    expect(path.contains(Resources.of(disk(32, undefined, { source: PATH })))).toBe(true);
  });

  test('labels count, their order does not', () => {
    const labelled = (...keys: string[]): Resources =>
      Resources.of(
        scalar('cpus', 1, {
          ...reservedBy('web'),
          labels: { labels: keys.map((key) => ({ key })) },
        }),
      );
    expect(labelled('a', 'b').equals(labelled('b', 'a'))).toBe(true);
    expect(labelled('a').plus(labelled('b')).size).toBe(2);
  });

  test('allocation, revocability and the provider are part of what a resource is', () => {
    const plain = scalar('cpus', 1);
    const all = Resources.of(
      plain,
      { ...plain, allocationInfo: { role: 'web' } },
      { ...plain, revocable: {} },
      { ...plain, providerId: { value: 'rp' } },
    );
    expect(all.size).toBe(4);
    expect(all.unallocated().size).toBe(3);
    expect(all.toString()).toBe('cpus:1; cpus(allocated: web):1; cpus{REV}:1; cpus<rp>:1');
  });
});

describe('shared volumes', () => {
  const shared = disk(50, '1', { shared: true });
  const one = Resources.of(shared);

  test('ScalarAdditionShared, ScalarSubtractionShared: they are counted', () => {
    const r1 = parse('cpus:40').plus(one).plus(one);
    expect([r1.size, r1.count(shared), r1.scalar('disk')]).toEqual([2, 2, 50]);
    const rest = r1.minus(one);
    expect([rest.count(shared), rest.contains(one)]).toEqual([1, true]);
    expect([rest.minus(one).count(shared), rest.minus(one).contains(one)]).toEqual([0, false]);
  });

  test('ScalarSharedCompoundExpressions', () => {
    const r1 = parse('cpus:2').plus(one).plus(one).plus(one).plus(one);
    const r2 = parse('cpus:2').plus(one).plus(one).plus(one);
    expectEqual(r1.plus(r2).minus(r1), r2);
    expect(r2.minus(r1).isEmpty).toBe(true);
    expect(r1.minus(r2).isEmpty).toBe(false);
  });

  test('ScalarSharedAndNonSharedOperations: the two kinds never mix', () => {
    const own = Resources.of(disk(50, '1'));
    expect(one.contains(own) || own.contains(one)).toBe(false);
    expect(one.plus(own).size).toBe(2);
    expectEqual(own.minus(one), own);
  });
});

describe('what is no resource', () => {
  const reservation = reservedBy('web');
  test.each([
    ['the name', { ...scalar('', 1) }],
    ['expected a value of type SCALAR', { ...scalar('cpus', 1), set: { item: [] } }],
    ['a resource cannot be a text', { name: 'x', type: 'TEXT' as const, reservations: [] }],
    ['ends before it begins', portsOf([5, 4])],
    ['overlap at 4', portsOf([1, 4], [4, 5])],
    [
      'an item twice',
      { name: 'd', type: 'SET' as const, set: { item: ['a', 'a'] }, reservations: [] },
    ],
    ['only a disk', { ...scalar('cpus', 1), disk: {} }],
    ['not known', disk(1, undefined, { source: { type: 'UNKNOWN' } })],
    [
      'neither a path nor a mount',
      disk(1, undefined, { source: { type: 'RAW', mount: { root: '/' } } }),
    ],
    ['only persistent volumes', { ...scalar('disk', 1), shared: {} }],
    ['must have a known type', scalar('cpus', 1, { role: 'web' })],
    ['must have a role', scalar('cpus', 1, { type: 'DYNAMIC' })],
    ['"*" cannot be reserved', scalar('cpus', 1, reservedBy('*'))],
    ['cannot be static', scalar('cpus', 1, reservation, { type: 'STATIC', role: 'web/a' })],
    ['does not refine "web"', scalar('cpus', 1, reservation, reservedBy('webs'))],
    ['does not refine "web"', scalar('cpus', 1, reservation, reservation)],
    ['begins with a dash', scalar('cpus', 1, reservedBy('a/-b'))],
    ['white space', scalar('cpus', 1, reservedBy('a b'))],
    ['two in a row', scalar('cpus', 1, reservedBy('a//b'))],
    ['the component ".."', scalar('cpus', 1, reservedBy('../b'))],
    ['`role` differs', { ...scalar('cpus', 1, reservation), role: 'other' }],
    ['expected a resource', { ...scalar('cpus', 1), name: 7 as unknown as string }],
  ])('%s', (reason, resource) => {
    expect(() => Resources.of(resource)).toThrow(
      expect.objectContaining({
        code: 'RESOURCE_INVALID',
        message: expect.stringContaining(reason),
      }),
    );
  });

  test.each(['cpus', 'cpus:', 'cpus:x', 'ports:[1]', 'cpus(web:1'])('text %s', (text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'RESOURCE_INVALID' }));
  });
});

function portsOf(...pairs: readonly [number, number][]) {
  const range = pairs.map(([begin, end]) => ({ begin, end }));
  return { name: 'ports', type: 'RANGES' as const, ranges: { range }, reservations: [] };
}

describe('the laws', () => {
  test('(a + b) - b is a, and a + b contains both', () => {
    fc.assert(
      fc.property(scalarResources, scalarResources, (a, b) => {
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        expect(a.plus(b).contains(a) && a.plus(b).contains(b)).toBe(true);
      }),
    );
  });

  test('order and grouping do not matter', () => {
    fc.assert(
      fc.property(anyResources, anyResources, anyResources, (a, b, c) => {
        expect(a.plus(b).equals(b.plus(a))).toBe(true);
        expect(
          a
            .plus(b)
            .plus(c)
            .equals(a.plus(b.plus(c))),
        ).toBe(true);
      }),
    );
  });

  test('what is contained can be taken and put back', () => {
    fc.assert(
      fc.property(anyResources, anyResources, (a, b) => {
        const all = a.plus(b);
        expect(all.contains(a)).toBe(true);
        expect(all.minus(a).plus(a).equals(all)).toBe(true);
        expect(all.minus(all).isEmpty).toBe(true);
      }),
    );
  });

  test('containing goes down a chain, and both ways only between equals', () => {
    fc.assert(
      fc.property(anyResources, anyResources, anyResources, (a, b, c) => {
        const [ab, abc] = [a.plus(b), a.plus(b).plus(c)];
        expect(abc.contains(ab) && abc.contains(a)).toBe(true);
        if (a.contains(ab)) expect(a.equals(ab)).toBe(true);
      }),
    );
  });

  test('a list gives the same resources in any order, none of them empty or able to be merged', () => {
    fc.assert(
      fc.property(resourceList, (list) => {
        const resources = Resources.from(list);
        expect(resources.equals(Resources.from([...list].reverse()))).toBe(true);
        expect(Resources.from(resources).size).toBe(resources.size);
      }),
    );
  });
});
