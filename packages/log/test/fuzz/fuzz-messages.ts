// Mutated messages of real replicas against a live listener: as libprocess writes them, and as frames. Each
// is either a message, whose body a codec either decodes or refuses as it says, or is refused by the listener.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import * as messages from '@quorate/messages';
import { DecodeError } from '@quorate/messages';
import { seededRandom } from '@quorate/process';
import type { Message, Random } from '@quorate/process';
import { httpTransport } from '@quorate/process/http';
import type { HttpTransport } from '@quorate/process/http';
import { mutate } from './mutate.ts';

const HOST = '127.0.0.1';
/** Mutated messages on one connection: fewer arrive, for the first that is malformed ends it. */
const BATCH = { plain: 20, frames: 200 };

/** What was done to a listener, and what came of it. */
export interface FuzzOptions {
  readonly seed: number;
  /** A file of messages to mutate: JSON, each with its type and its bytes in hexadecimal. */
  readonly corpus: string;
  /** How many mutated messages have to have had an outcome. */
  readonly messages: number;
  /** Called now and then. */
  readonly onProgress?: (done: number) => void;
}

/** Outcomes, by how many messages had them. */
export interface FuzzResult {
  readonly messages: number;
  /** Taken by the listener, with a body that is a valid message. */
  readonly valid: number;
  /** Taken, with a body that the codec refused. */
  readonly undecodable: number;
  /** Refused by the listener, by reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** How much more memory there is in use than at first, once all is over. */
  readonly grownBytes: number;
}

interface Codec {
  readonly typeName: string;
  encode(message: unknown): Uint8Array;
  decode(bytes: Uint8Array): unknown;
}

interface Sample {
  readonly name: string;
  readonly body: Uint8Array;
}

const codecs = new Map(
  Object.values(messages as Record<string, unknown>)
    .filter((value): value is Codec => typeof (value as Partial<Codec>).decode === 'function')
    .map((codec) => [codec.typeName, codec]),
);

/** Throws what should not have been thrown. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const run = new Fuzz(options);
  return run.all();
}

class Fuzz {
  readonly #options: FuzzOptions;
  readonly #random: Random;
  readonly #samples: readonly Sample[];
  readonly #refused: Record<string, number> = {};
  #valid = 0;
  #undecodable = 0;
  #refusals = 0;
  #unexpected: unknown;
  #answered: () => void = () => undefined;

  constructor(options: FuzzOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed);
    this.#samples = samplesOf(options.corpus);
  }

  async all(): Promise<FuzzResult> {
    const transport = await httpTransport({
      listen: { host: HOST, port: 0 },
      onEvent: (event) => {
        if (event.type !== 'refused') return;
        this.#refusals++;
        this.#refused[event.reason] = (this.#refused[event.reason] ?? 0) + 1;
      },
    });
    transport.bind({
      receive: (message) => this.#receive(message),
      disconnected: () => undefined,
      lost: () => undefined,
    });
    await this.#batches(transport, 2_000); // warm up
    const before = bytesInUse();
    await this.#batches(transport, this.#options.messages);
    await this.#answers(transport);
    const grownBytes = bytesInUse() - before;
    await transport.close();
    if (this.#unexpected !== undefined) throw this.#unexpected as Error;
    return {
      messages: this.#done,
      ...{ valid: this.#valid, undecodable: this.#undecodable, refused: this.#refused },
      grownBytes,
    };
  }

  get #done(): number {
    return this.#valid + this.#undecodable + this.#refusals;
  }

  async #batches(transport: HttpTransport, until: number): Promise<void> {
    for (let batch = 0; this.#done < until && this.#unexpected === undefined; batch++) {
      const isPlain = batch % 4 === 0;
      await send(transport.address, isPlain ? this.#plain() : this.#frames());
      if (batch % 50 === 0) await this.#answers(transport);
      if (batch % 500 === 0) this.#options.onProgress?.(this.#done);
    }
  }

  #receive({ name, body, to }: Message): boolean {
    if (name === 'ping') {
      this.#answered();
      return true;
    }
    const codec = codecs.get(name) ?? codecs.get('mesos.internal.log.PromiseResponse');
    try {
      // What was decoded is a message: it can be written, and read back.
      codec?.decode(codec.encode(codec.decode(body)));
      this.#valid++;
    } catch (error) {
      if (error instanceof DecodeError) this.#undecodable++;
      else this.#unexpected ??= error;
    }
    return to.id !== 'nobody';
  }

  /** Fails the run when a good message is not taken: by never coming to its end. */
  async #answers({ address }: HttpTransport): Promise<void> {
    const answered = new Promise<void>((resolve) => (this.#answered = resolve));
    const ping = `POST /replica/ping HTTP/1.1\r\nHost: x\r\nLibprocess-From: a@${HOST}:9\r\n\r\n`;
    await Promise.all([answered, send(address, [Buffer.from(ping)])]);
  }

  #sample(): Sample {
    return this.#samples[this.#random.intBelow(this.#samples.length)] as Sample;
  }

  #mutated(bytes: Uint8Array): Uint8Array {
    return mutate(this.#random, bytes, this.#sample().body);
  }

  /** As libprocess writes them; of ten, one is mutated outside its body. */
  #plain(): readonly Uint8Array[] {
    return Array.from({ length: BATCH.plain }, () => {
      const { name, body } = this.#sample();
      const isBody = this.#random.intBelow(10) > 0;
      const text = plainText(name, isBody ? this.#mutated(body) : body);
      return isBody ? text : this.#mutated(text);
    });
  }

  /** Frames behind an upgrade; of fifty, one is mutated as a whole and one in its head. */
  #frames(): readonly Uint8Array[] {
    const frames = Array.from({ length: BATCH.frames }, () => {
      const { name, body } = this.#sample();
      const where = this.#random.intBelow(50);
      const head = headOf(name);
      if (where === 0) return this.#mutated(frameOf(head, body));
      return where === 1 ? frameOf(this.#mutated(head), body) : frameOf(head, this.#mutated(body));
    });
    return [UPGRADE, HELLO, ...frames];
  }
}

function samplesOf(corpus: string): readonly Sample[] {
  const rows = JSON.parse(readFileSync(corpus, 'utf8')) as {
    readonly type: string;
    readonly hex: string;
  }[];
  return rows.map(({ type, hex }) => ({ name: type, body: Buffer.from(hex, 'hex') }));
}

/** Writes all, and waits for the listener to have done with it. */
function send(address: string, pieces: readonly Uint8Array[]): Promise<void> {
  return new Promise((resolve) => {
    const [host, port] = address.split(':');
    const socket: Socket = connect({ host, port: Number(port), allowHalfOpen: true });
    socket.on('error', () => undefined).on('close', () => resolve());
    socket.on('end', () => socket.end()).resume();
    socket.end(Buffer.concat(pieces));
  });
}

const UPGRADE = Buffer.from(
  'GET /__quorate__ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: quorate/1\r\n\r\n',
);
const HELLO = framed(0, Buffer.from(JSON.stringify({ version: 1, address: `${HOST}:9` })));

function plainText(name: string, body: Uint8Array): Uint8Array {
  const head = `POST /replica/${name} HTTP/1.1\r\nHost: x\r\nLibprocess-From: a@${HOST}:9\r\n`;
  if (body.length === 0) return Buffer.from(`${head}\r\n`);
  const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n`;
  return Buffer.concat([Buffer.from(chunked), body, Buffer.from('\r\n0\r\n\r\n')]);
}

function headOf(name: string): Uint8Array {
  const fields = ['replica', `a@${HOST}:9`, name, ''].map((field) => Buffer.from(field));
  return Buffer.concat(fields.flatMap((field) => [Buffer.from([0, field.length]), field]));
}

function frameOf(head: Uint8Array, body: Uint8Array): Uint8Array {
  return framed(1, Buffer.concat([u32(head.length), head, body]));
}

function framed(type: number, payload: Uint8Array): Uint8Array {
  return Buffer.concat([u32(payload.length + 1), Buffer.from([type]), payload]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Exact only where garbage can be collected on demand: `node --expose-gc`. */
function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
