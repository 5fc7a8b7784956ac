import { createReadStream } from 'node:fs';
import * as messages from '@quorate/messages';
import { toProtoJson } from '@quorate/messages';
import type { MessageCodec } from '@quorate/messages';
import { CliError, isSystemError, messageOf } from '../cli-error.ts';
import type { CliIo } from '../cli-io.ts';
import { httpMessages } from '../http-stream.ts';
import type { HttpMessage } from '../http-stream.ts';
import { printable } from '../text-style.ts';
import { TextWriter } from '../text-writer.ts';

export interface WireDecodeOptions {
  readonly json?: boolean;
}

/**
 * Prints what went one way over a TCP connection of libprocess: messages with their bodies decoded, HTTP
 * responses, and requests that are no messages. What was read before a capture breaks off is printed.
 */
export async function wireDecode(
  path: string,
  { json }: WireDecodeOptions,
  io: CliIo,
): Promise<void> {
  const out = new TextWriter(io.stdout);
  try {
    for await (const message of httpMessages(path, pieces(path))) {
      const decoded = decode(message);
      await out.line(json === true ? JSON.stringify(decoded) : textOf(decoded));
    }
  } finally {
    await out.flush();
  }
}

interface Decoded {
  readonly from?: string;
  readonly to?: string;
  readonly name?: string;
  readonly message?: unknown;
  /** In base64: of a message that is not known, or that cannot be decoded. */
  readonly bytes?: string;
  readonly problem?: string;
  readonly request?: string;
  readonly status?: number;
}

function decode({ startLine, headers, body }: HttpMessage): Decoded {
  if (startLine.startsWith('HTTP/')) return { status: Number(startLine.split(' ')[1]) };
  const [method = '', target = ''] = startLine.split(' ');
  const from = senderOf(headers);
  if (method !== 'POST' || from === undefined) return { request: `${method} ${target}` };
  const slash = target.indexOf('/', 1);
  const to = decodedId(slash < 0 ? target.slice(1) : target.slice(1, slash));
  const name = slash < 0 ? '' : target.slice(slash + 1);
  return { from, to, name, ...bodyOf(name, body) };
}

function bodyOf(name: string, body: Buffer): Pick<Decoded, 'message' | 'bytes' | 'problem'> {
  const codec = CODECS.get(name);
  const bytes = body.toString('base64');
  if (!codec) return { bytes };
  try {
    return { message: toProtoJson(codec, codec.decode(body)) };
  } catch (error) {
    return { bytes, problem: messageOf(error) };
  }
}

const CODECS: ReadonlyMap<string, MessageCodec<unknown>> = new Map(
  Object.values<unknown>(messages)
    .filter(isCodec)
    .map((codec) => [codec.typeName, codec]),
);

function isCodec(value: unknown): value is MessageCodec<unknown> {
  return typeof value === 'object' && value !== null && 'typeName' in value && 'decode' in value;
}

const AGENT = 'libprocess/';

function senderOf(headers: HttpMessage['headers']): string | undefined {
  const agent = headers.get('user-agent');
  const byAgent = agent?.startsWith(AGENT) === true ? agent.slice(AGENT.length) : undefined;
  return headers.get('libprocess-from') ?? byAgent;
}

function decodedId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function textOf({ from, to, name, message, bytes, problem, request, status }: Decoded): string {
  if (status !== undefined) return `response ${status}`;
  if (request !== undefined) return printable(`request ${request}`);
  const what = message === undefined ? `${bytes ?? ''} ${problem ?? ''}` : JSON.stringify(message);
  return printable(`${from} → ${to} ${name} ${what}`).trimEnd();
}

async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path)) yield piece as Buffer;
  } catch (error) {
    const isMissing = isSystemError(error, 'ENOENT');
    const message = isMissing
      ? `${path} does not exist`
      : `${path} cannot be read: ${messageOf(error)}`;
    throw new CliError(isMissing ? 'CLI_FILE_MISSING' : 'CLI_FILE_UNREADABLE', message, {
      cause: error,
    });
  }
}
