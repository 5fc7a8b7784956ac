// Sealed records alone, without sockets: what is wrong is refused at once.
import { describe, expect, test } from '@jest/globals';
import { RecordOpener, RecordSealer } from '../../src/http/records.ts';

const KEY = Buffer.alloc(32, 1);

/** Whole records, one a text. */
function sealed(key: Buffer, ...texts: readonly string[]): readonly Buffer[] {
  const sealer = new RecordSealer(key);
  return texts.map((text) => Buffer.concat(sealer.seal(Buffer.from(text))));
}

function opened(...records: readonly Buffer[]): string {
  let text = '';
  const opener = new RecordOpener(KEY, (bytes) => (text += bytes.toString()));
  for (const record of records) opener.push(record);
  return text;
}

const [first, second, third] = sealed(KEY, 'one', 'two', 'six') as [Buffer, Buffer, Buffer];
const WRONG: unknown = expect.objectContaining({ reason: 'wrong-credentials' });

describe('records', () => {
  test('open in the order they were sealed in', () => {
    expect(opened(first, second, third)).toBe('onetwosix');
  });

  test.each<[string, readonly Buffer[]]>([
    ['is repeated', [first, first]],
    ['is left out', [first, third]],
    ['comes before its turn', [second, first]],
    ['is of another key', sealed(Buffer.alloc(32, 2), 'one')],
  ])('are refused when one %s', (_, records) => {
    expect(() => opened(...records)).toThrow(WRONG);
  });

  test('are refused with any bit of a payload or a MAC changed', () => {
    for (let bit = 4 * 8; bit < first.length * 8; bit++) {
      const changed = Buffer.from(first);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => opened(changed)).toThrow(WRONG);
    }
  });

  test('that say they are too large are refused before they are there', () => {
    const head = Buffer.from([0xff, 0xff, 0xff, 0xff]);
    const tooLarge: unknown = expect.objectContaining({ reason: 'too-large' });
    expect(() => opened(head)).toThrow(tooLarge);
  });
});
