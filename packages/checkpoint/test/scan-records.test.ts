import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { frameRecord, frameRecords, scanRecords } from '@quorate/checkpoint';
import type { RecordScan, ScanOptions } from '@quorate/checkpoint';
import { bytes, hex, text } from './support/bytes.ts';

const STREAM = '41414141-4141-4141-8141-414141414141';
const golden = (name: string): Uint8Array =>
  new Uint8Array(
    readFileSync(join(__dirname, 'fixtures/golden/cases', name, STREAM, 'operation.updates')),
  );
const intact = golden('intact');

const concat = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts));
const summary = ({ records, validBytes, tail }: RecordScan) => [records.length, validBytes, tail];

/** Whether bytes are a record of upstream's updates, as far as a scan has to know. */
function accept(record: Uint8Array): boolean {
  const [tag, type] = record;
  if (tag !== 0x08 || (type !== 0 && type !== 1)) return false;
  const isMessage = [0x12, 0x1a].includes(record[2] ?? 0);
  return isMessage && (record[3] ?? 0) < 0x80
    ? record.length === 4 + (record[3] ?? 0)
    : isMessage && record.length === 5 + (record[3] ?? 0) - 0x80 + (record[4] ?? 0) * 0x80;
}

describe('files of Mesos', () => {
  // records, valid bytes and tail: where the C++ program cuts, and whether it counts an error.
  test.each([
    ['intact', 3, 264, 'clean'],
    ['torn-body', 2, 238, 'torn'],
    ['corrupt-body', 3, 264, 'corrupt'],
    ['unknown-type-enum', 3, 264, 'corrupt'],
    ['torn-first-record', 0, 0, 'torn'],
    ['empty-file', 0, 0, 'clean'],
    ['ack-without-update', 1, 26, 'clean'],
  ])('%s: %i records in %i bytes, then %s', (name, records, validBytes, tail) => {
    expect(summary(scanRecords(golden(name), { accept }))).toEqual([records, validBytes, tail]);
  });

  test('the records stand where the program wrote them', () => {
    const { records, fileBytes } = scanRecords(intact, { accept });
    expect(records.map(({ offset, sizeBytes }) => [offset, sizeBytes])).toEqual([
      [0, 119],
      [119, 119],
      [238, 26],
    ]);
    expect(fileBytes).toBe(264);
    expect(frameRecords(records.map((record) => record.bytes))).toEqual(intact);
  });

  test.each([
    ['a length with nothing behind', '73 00 00 00', 'torn'],
    ['a length of 2 GiB', 'ff ff ff 7f 08 00', 'torn'],
    ['a length of 4 GiB', 'ff ff ff ff 08 00', 'torn'],
    ['part of a length', '73 00', 'torn'],
    ['a record of no bytes', '00 00 00 00', 'corrupt'],
    ['zeros', '00 00 00 00 00 00 00 00 00', 'corrupt'],
    ['a record that is none', '02 00 00 00 ff ff', 'corrupt'],
  ])('%s at the end is %s%s', (_, end, tail) => {
    const scan = scanRecords(concat(intact, hex(end)), { accept });
    expect(summary(scan)).toEqual([3, 264, tail]);
    expect(scan.reason).toBeDefined();
  });
});

describe('without checksums', () => {
  test('damage in the middle is no torn end: whole records behind it end where the file does', () => {
    const damaged = intact.slice();
    damaged[119 + 1] = 0xff; // the second record claims 65,000 bytes
    const scan = scanRecords(damaged, { accept });
    expect(summary(scan)).toEqual([1, 119, 'corrupt']);
    expect(scan.reason).toMatch(/whole records behind/);
  });

  test('a length that is too small puts all that follows out of step: corrupt', () => {
    const damaged = intact.slice();
    damaged[119] = 0x20;
    expect(summary(scanRecords(damaged, { accept }))).toEqual([1, 119, 'corrupt']);
  });

  test('a whole record longer than allowed is corrupt, a torn one is torn', () => {
    const file = frameRecords([bytes('short'), bytes('rather long')]);
    const options = { recordSizeBytesMax: 10 };
    expect(summary(scanRecords(file, options))).toEqual([1, 9, 'corrupt']);
    expect(summary(scanRecords(file.subarray(0, -1), options))).toEqual([1, 9, 'torn']);
  });

  test('what throws when it is read is not accepted', () => {
    const accept = (): boolean => {
      throw new Error('no record');
    };
    expect(summary(scanRecords(frameRecord(bytes('a')), { accept }))).toEqual([0, 0, 'corrupt']);
  });

  test('a text in which every byte begins a record is looked through in time', () => {
    const file = concat(hex('ff ff ff 7f'), new Uint8Array(4_000_000).fill(1));
    for (let offset = 4; offset + 4 < file.length; offset += 8) file.set([1, 0, 0, 0], offset);
    const started = performance.now();
    expect(scanRecords(file).tail).toBe('torn');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('with checksums', () => {
  const options: ScanOptions = { checksum: 'crc32c' };
  const append = (...texts: readonly string[]): Uint8Array =>
    frameRecords(texts.map(bytes), 'crc32c');

  test('a frame is the length, the checksum of length and record, the record', () => {
    expect(append('123456789', 'b')).toEqual(
      hex('09 00 00 00 78 d2 17 57 31 32 33 34 35 36 37 38 39 01 00 00 80 f5 00 5d 06 62'),
    );
  });

  test('zeros are never a record, as a file system may leave them at the end', () => {
    for (const count of [1, 7, 8, 9, 4096]) {
      const scan = scanRecords(concat(append('a'), new Uint8Array(count)), options);
      expect(summary(scan)).toEqual([1, 9, 'torn']);
    }
  });

  test('an empty record is one', () => {
    expect(summary(scanRecords(append('', 'a', ''), options))).toEqual([3, 25, 'clean']);
  });

  test('the end of an append without its beginning is torn: no later append stands behind it', () => {
    const lost = append('first', 'second', 'third');
    lost.fill(0, 0, 13);
    expect(summary(scanRecords(concat(append('a'), lost), options))).toEqual([1, 9, 'torn']);
  });

  test('damage with a later append behind it is corrupt, whatever comes after that', () => {
    const damaged = append('damaged');
    damaged[10] = 0;
    for (const end of [new Uint8Array(), hex('ff ff')]) {
      const file = concat(append('a'), damaged, append('later'), end);
      expect(summary(scanRecords(file, options))).toEqual([1, 9, 'corrupt']);
    }
  });

  test('a record that its reader refuses is corrupt: it was written like that', () => {
    const refuse = { ...options, accept: (record: Uint8Array) => text(record) !== 'bad' };
    expect(summary(scanRecords(append('good', 'bad'), refuse))).toEqual([1, 12, 'corrupt']);
  });

  test('a text in which every byte begins a large record is not summed up for hours', () => {
    const file = concat(append('a'), new Uint8Array(1_000_000));
    for (let offset = 9; offset + 4 < file.length; offset += 4) file.set([0, 0, 1, 0], offset);
    const started = performance.now();
    expect(scanRecords(file, options).tail).toBe('corrupt'); // in doubt, for somebody to look at
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe.each(['none', 'crc32c'] as const)('any file of records, checksum %s', (checksum) => {
  const arbitraryRecords = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), {
    maxLength: 8,
  });

  test('what was framed is found', () => {
    fc.assert(
      fc.property(arbitraryRecords, (records) => {
        const scan = scanRecords(frameRecords(records, checksum), { checksum });
        expect(scan.records.map((record) => record.bytes)).toEqual(records);
        expect(scan.tail).toBe('clean');
      }),
    );
  });

  test('a prefix gives the whole records in front of the cut', () => {
    fc.assert(
      fc.property(arbitraryRecords, fc.nat(), (records, cut) => {
        const file = frameRecords(records, checksum);
        const prefix = file.subarray(0, cut % (file.length + 1));
        const whole = scanRecords(file, { checksum }).records.filter(
          ({ offset, sizeBytes }) => offset + sizeBytes <= prefix.length,
        );
        const scan = scanRecords(prefix, { checksum });
        expect(scan.records.map((record) => record.bytes)).toEqual(
          whole.map((record) => record.bytes),
        );
        expect(scan.tail === 'clean').toBe(scan.validBytes === prefix.length);
      }),
    );
  });

  test('bytes of any kind are scanned without a throw, up to where they end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (file) => {
        const { records, validBytes, fileBytes } = scanRecords(file, { checksum });
        expect(fileBytes).toBe(file.length);
        const last = records.at(-1);
        expect(validBytes).toBe(last ? last.offset + last.sizeBytes : 0);
      }),
    );
  });
});

test('with checksums a flipped byte anywhere is found, and what is in front of it is given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.uint8Array({ maxLength: 20 }), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (appends, where, mask) => {
        const file = concat(...appends.map((records) => frameRecords(records, 'crc32c')));
        const place = where % file.length;
        const before = scanRecords(file, { checksum: 'crc32c' }).records.filter(
          ({ offset, sizeBytes }) => offset + sizeBytes <= place,
        );
        file[place] = (file[place] ?? 0) ^ mask;
        const scan = scanRecords(file, { checksum: 'crc32c' });
        expect(scan.tail).not.toBe('clean');
        expect(scan.records).toEqual(before);
      },
    ),
  );
});
