import { crc32c, joinPath } from '@quorate/checkpoint';
import type { FileHandle, FileSystem } from '@quorate/checkpoint';
import { StatusUpdateError } from '../../errors.ts';
import { errnoOf } from '../stream-files.ts';
import { scanBatches } from './journal-batch.ts';
import type { JournalBatch } from './journal-batch.ts';

/** The two files of a journal, which are used in turn. */
export const JOURNAL_FILE_NAMES = ['0', '1'] as const;

/** A larger one was never written. */
const FILE_SIZE_BYTES_MAX = 1024 * 1024 * 1024;

/** "QUJ1" in the order of the bytes: the format and its version. */
const MAGIC = 0x314a5551;
/** magic, sequence, epoch, state, crc: 32 bits each. */
const HEADER_BYTES = 20;
/**
 * A header is never written over: two places take turns, each in a sector of its own, and the one
 * with the higher sequence counts. A header that was torn leaves the one before in force.
 */
const SLOT_BYTES = 512;
/** Where the batches begin. */
const BATCHES_START = 2 * SLOT_BYTES;

/** What a file's header says of it. */
export interface JournalHeader {
  readonly sequence: number;
  /** Counts the cycles of the journal: that of the batches which count. */
  readonly epoch: number;
  /** `empty` if all of its batches are in the streams' files: none may be made again. */
  readonly state: 'active' | 'empty';
}

const NO_HEADER: JournalHeader = { sequence: 0, epoch: 0, state: 'empty' };

/** A file of the journal as it was found. */
export interface FoundJournalFile {
  readonly header: JournalHeader;
  /** Empty unless the header says `active`. */
  readonly batches: readonly JournalBatch[];
}

/**
 * Reads one of the files; one that is not there is empty. Rejects with `JOURNAL_CORRUPT` if a header
 * or a batch that was synced is damaged.
 */
export async function readJournalFile(
  fileSystem: FileSystem,
  directory: string,
  name: string,
): Promise<FoundJournalFile> {
  const path = joinPath(directory, name);
  const file = await readIfPresent(fileSystem, path);
  const header = newestHeader(file);
  if (!header) {
    // A crash while it was made: nothing can have been written behind headers that are not there.
    if (file.length <= BATCHES_START) return { header: NO_HEADER, batches: [] };
    throw corrupt(path, 'neither of its headers can be read');
  }
  if (header.state === 'empty') return { header, batches: [] };
  const { batches, isDamaged } = scanBatches(file, BATCHES_START, header.epoch);
  if (isDamaged) throw corrupt(path, `batch ${batches.length} is damaged, and later ones are not`);
  return { header, batches };
}

/** One of the files, to be written. */
export class JournalFile {
  readonly #handle: FileHandle;
  #header: JournalHeader;
  /** Where the next batch goes, and its number. */
  #position = BATCHES_START;
  #nextBatch = 0;

  private constructor(handle: FileHandle, header: JournalHeader) {
    this.#handle = handle;
    this.#header = header;
  }

  static async open(
    fileSystem: FileSystem,
    directory: string,
    name: string,
    header: JournalHeader,
  ): Promise<JournalFile> {
    const path = joinPath(directory, name);
    const handle = await fileSystem.open(path, { access: 'read-write', create: 'if-missing' });
    return new JournalFile(handle, header);
  }

  get epoch(): number {
    return this.#header.epoch;
  }

  get isActive(): boolean {
    return this.#header.state === 'active';
  }

  /** How far it is filled. */
  get sizeBytes(): number {
    return this.#position;
  }

  get nextBatch(): number {
    return this.#nextBatch;
  }

  /**
   * Writes the header that counts once more. It may have been read from memory only, if the last run
   * ended because a sync failed; what is done next must not be done on the word of a header that the
   * next loss of power takes back.
   */
  async confirm(): Promise<void> {
    const { sequence } = this.#header;
    if (sequence === 0) return;
    await this.#handle.write(encodeHeader(this.#header), (sequence % 2) * SLOT_BYTES);
    const size = await this.#handle.size();
    if (this.isActive && size > BATCHES_START) {
      await this.#handle.write(
        await this.#handle.read(BATCHES_START, size - BATCHES_START),
        BATCHES_START,
      );
    }
    await this.#handle.sync();
  }

  /**
   * Frees its space for the batches of a new cycle. The header is durable before any of them is
   * written: else the end of an old cycle, behind new batches, would be taken for that of the new.
   */
  async begin(epoch: number): Promise<void> {
    await this.#writeHeader(epoch, 'active');
    this.#position = BATCHES_START;
    this.#nextBatch = 0;
  }

  /** Declares that its batches must not be made again. Durable when it resolves. */
  async markEmpty(): Promise<void> {
    if (this.isActive) await this.#writeHeader(this.epoch, 'empty');
  }

  /** Writes a batch behind the others. Durable when it resolves. */
  async append(batch: Uint8Array): Promise<void> {
    await this.#handle.write(batch, this.#position);
    await this.#handle.sync();
    this.#position += batch.length;
    this.#nextBatch++;
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  async #writeHeader(epoch: number, state: JournalHeader['state']): Promise<void> {
    const header = { sequence: this.#header.sequence + 1, epoch, state };
    await this.#handle.write(encodeHeader(header), (header.sequence % 2) * SLOT_BYTES);
    await this.#handle.sync();
    this.#header = header;
  }
}

function encodeHeader({ sequence, epoch, state }: JournalHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, sequence, true);
  view.setUint32(8, epoch, true);
  view.setUint32(12, state === 'active' ? 1 : 0, true);
  view.setUint32(16, crc32c(bytes, 0, 16), true);
  return bytes;
}

function newestHeader(file: Uint8Array): JournalHeader | undefined {
  const [first, second] = [headerAt(file, 0), headerAt(file, SLOT_BYTES)];
  if (!first || !second) return first ?? second;
  return first.sequence > second.sequence ? first : second;
}

function headerAt(file: Uint8Array, start: number): JournalHeader | undefined {
  if (start + HEADER_BYTES > file.length) return undefined;
  const view = new DataView(file.buffer, file.byteOffset + start, HEADER_BYTES);
  if (view.getUint32(0, true) !== MAGIC) return undefined;
  if (view.getUint32(16, true) !== crc32c(file, start, start + 16)) return undefined;
  return {
    sequence: view.getUint32(4, true),
    epoch: view.getUint32(8, true),
    state: view.getUint32(12, true) === 1 ? 'active' : 'empty',
  };
}

async function readIfPresent(fileSystem: FileSystem, path: string): Promise<Uint8Array> {
  try {
    const bytes = await fileSystem.readFile(path, FILE_SIZE_BYTES_MAX + 1);
    if (bytes.length <= FILE_SIZE_BYTES_MAX) return bytes;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return new Uint8Array();
    throw error;
  }
  throw corrupt(path, `it has more than ${FILE_SIZE_BYTES_MAX} bytes`);
}

function corrupt(path: string, what: string): StatusUpdateError {
  const message = `the journal file ${path} is damaged: ${what}; keep it aside, and see what the streams' own files hold`;
  return new StatusUpdateError('JOURNAL_CORRUPT', message);
}
