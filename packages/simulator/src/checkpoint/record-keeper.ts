import { makeDirectories, RecordFile } from '@quorate/checkpoint';
import { codeOf, think } from './keeper.ts';
import type { FilePart, Keeper, KeeperContext } from './keeper.ts';

const DIRECTORY = '/records';
const PATH = `${DIRECTORY}/log`;
/** Of one append. */
const RECORDS_MAX = 3;
const RECORD_BYTES_MAX = 40;

/**
 * A file of records with checksums: each start finds all that were acknowledged, in order and whole, and
 * behind them at most the first of an append that was not.
 */
export class RecordKeeper implements Keeper {
  /** Records that are there for certain, in order. */
  #certain: readonly string[] = [];
  /** Of an append of which nobody knows. */
  #possible: readonly string[] = [];
  /** Where the last append that was acknowledged begins. */
  #lastAppendAt = 0;
  #made = 0;

  /** All in front of the last append: damage in that one looks like what a crash leaves of it. */
  get checksummed(): readonly FilePart[] {
    return [{ path: PATH, endBytes: this.#lastAppendAt }];
  }

  async live(context: KeeperContext): Promise<string> {
    const { fileSystem } = context;
    let file: RecordFile;
    try {
      await makeDirectories(fileSystem, DIRECTORY);
      file = await RecordFile.open({ fileSystem, path: PATH, checksum: 'crc32c' });
    } catch (error) {
      return codeOf(error);
    }
    context.recovered();
    this.#check(context, file);
    for (;;) {
      await think(context);
      const texts = this.#make(context);
      this.#possible = texts;
      try {
        this.#lastAppendAt = await file.append(texts.map((text) => new TextEncoder().encode(text)));
        this.#certain = [...this.#certain, ...texts];
        this.#possible = [];
        context.acknowledged(`${texts.length} records, ${this.#certain.length} in all`);
      } catch (error) {
        // The file is of no more use; the next start finds out.
        return codeOf(error);
      }
    }
  }

  #check({ violate }: KeeperContext, { records }: RecordFile): void {
    const found = records.map(({ bytes }) => new TextDecoder().decode(bytes));
    const expected = [...this.#certain, ...this.#possible];
    const wrong = found.findIndex((text, index) => text !== expected[index]);
    if (wrong >= 0) {
      violate(
        'durable-records',
        `record ${wrong + 1} is '${found[wrong]}', not '${expected[wrong]}'`,
      );
    } else if (found.length < this.#certain.length) {
      const text = `${found.length} records are found, and ${this.#certain.length} were acknowledged`;
      violate('durable-records', text);
    }
    this.#certain = found;
    this.#possible = [];
  }

  #make({ chance }: KeeperContext): readonly string[] {
    return Array.from({ length: chance.between(1, RECORDS_MAX) }, () => {
      const text = `record ${++this.#made} `;
      return text.padEnd(text.length + chance.between(0, RECORD_BYTES_MAX), '.');
    });
  }
}
