import { CliError } from './cli-error.ts';

/** One message of HTTP/1.1, as it was captured. */
export interface HttpMessage {
  /** Where it begins in the stream. */
  readonly offset: number;
  readonly startLine: string;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Longer than any head that is one, or any body that is sent. */
const HEAD_BYTES_MAX = 64 * 1024;
const BODY_BYTES_MAX = 64 * 1024 * 1024;
const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');

/**
 * Reads requests or responses out of the pieces of one direction of a TCP connection, and keeps no more of it
 * than the message that is being read. Throws `CLI_CAPTURE_INVALID`, with the offset, for what is no HTTP and
 * for a stream that breaks off in a message.
 */
export async function* httpMessages(
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<HttpMessage> {
  const stream = new CapturedStream(path, pieces[Symbol.asyncIterator]());
  for (let message = await readMessage(stream); message; message = await readMessage(stream)) {
    yield message;
  }
}

async function readMessage(stream: CapturedStream): Promise<HttpMessage | undefined> {
  const { offset } = stream;
  if (await stream.isAtEnd()) return undefined;
  const lines = (await stream.readTo(HEAD_END, HEAD_BYTES_MAX)).toString('latin1').split('\r\n');
  const [startLine = '', ...fields] = lines;
  if (!/^(?:[A-Z]+ \S+ HTTP\/1\.[01]|HTTP\/1\.[01] \d{3}\b.*)$/.test(startLine)) {
    throw stream.invalid(offset, `no HTTP: ${JSON.stringify(startLine.slice(0, 60))}`);
  }
  const headers = new Map<string, string>();
  for (const field of fields) {
    const colon = field.indexOf(':');
    if (colon < 1) throw stream.invalid(offset, `no header: ${JSON.stringify(field.slice(0, 60))}`);
    headers.set(field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim());
  }
  const isChunked = headers.get('transfer-encoding')?.toLowerCase() === 'chunked';
  const length = headers.get('content-length') ?? '0';
  const body = isChunked
    ? await readChunks(stream)
    : await stream.read(sizeOf(stream, length, /^\d+$/, 10));
  return { offset, startLine, headers, body };
}

async function readChunks(stream: CapturedStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (;;) {
    const line = (await stream.readTo(LINE_END, HEAD_BYTES_MAX)).toString('latin1');
    const size = sizeOf(stream, line.split(';')[0]?.trim() ?? '', /^[\da-f]+$/i, 16);
    const chunk = await stream.read(size);
    const end = await stream.readTo(LINE_END, HEAD_BYTES_MAX);
    if (end.length > 0) throw stream.invalid(stream.offset, 'a chunk is longer than it says');
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(chunk);
  }
}

function sizeOf(stream: CapturedStream, text: string, form: RegExp, radix: number): number {
  const size = parseInt(text, radix);
  if (form.test(text) && size <= BODY_BYTES_MAX) return size;
  throw stream.invalid(stream.offset, `no length of a body: ${JSON.stringify(text.slice(0, 60))}`);
}

/** Bytes that are read one after the other, however they arrive. */
class CapturedStream {
  /** Of the next byte. */
  offset = 0;
  readonly #path: string;
  readonly #pieces: AsyncIterator<Uint8Array>;
  #buffer: Buffer = Buffer.alloc(0);

  constructor(path: string, pieces: AsyncIterator<Uint8Array>) {
    this.#path = path;
    this.#pieces = pieces;
  }

  async isAtEnd(): Promise<boolean> {
    return this.#buffer.length === 0 && !(await this.#more());
  }

  async read(size: number): Promise<Buffer> {
    while (this.#buffer.length < size) {
      if (!(await this.#more())) throw this.#breaksOff(`${size} bytes of a body`);
    }
    return this.#take(size, 0);
  }

  /** What comes before the mark, which is skipped. */
  async readTo(mark: Buffer, bytesMax: number): Promise<Buffer> {
    for (;;) {
      const at = this.#buffer.indexOf(mark);
      if (at >= 0) return this.#take(at, mark.length);
      if (this.#buffer.length > bytesMax) {
        throw this.invalid(this.offset, `a head of more than ${bytesMax} bytes`);
      }
      if (!(await this.#more())) throw this.#breaksOff('the end of a head');
    }
  }

  invalid(offset: number, problem: string): CliError {
    return new CliError('CLI_CAPTURE_INVALID', `${this.#path}, byte ${offset}: ${problem}`);
  }

  #breaksOff(missing: string): CliError {
    const end = this.offset + this.#buffer.length;
    return this.invalid(end, `the capture breaks off in front of ${missing}`);
  }

  #take(size: number, skipped: number): Buffer {
    const taken = this.#buffer.subarray(0, size);
    this.#buffer = this.#buffer.subarray(size + skipped);
    this.offset += size + skipped;
    return taken;
  }

  async #more(): Promise<boolean> {
    const next = await this.#pieces.next();
    if (next.done === true) return false;
    this.#buffer = Buffer.concat([this.#buffer, next.value]);
    return true;
  }
}
