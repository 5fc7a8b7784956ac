// Two runtimes, each with a process that sends to the other's.

import { Pid, Process, Runtime } from '@quorate/process';
import type { MessageType } from '@quorate/process';
import { httpTransport, sharedSecret } from '@quorate/process/http';
import { ACK_EVERY, BODY } from './wire.ts';
import type { Wire, WireKind, WireServer } from './wire.ts';

const bytesOf = (typeName: string): MessageType<Uint8Array> => ({
  typeName,
  encode: (bytes) => bytes,
  decode: (bytes) => bytes,
});
const Tell = bytesOf('Tell');
const Ack = bytesOf('Ack');
const Ping = bytesOf('Ping');
const NOTHING = new Uint8Array();

class Sink extends Process {
  #taken = 0;

  protected override initialize(): void {
    this.install(Tell, () => {
      if (++this.#taken % ACK_EVERY === 0) this.reply(Ack, NOTHING);
    });
    this.install(Ping, (_from, body) => this.reply(Ping, body));
  }
}

class Source extends Process {
  onAck: () => void = () => undefined;
  onPong: () => void = () => undefined;
  readonly #sink: Pid;

  constructor(sink: Pid) {
    super({ id: 'source' });
    this.#sink = sink;
  }

  tell(count: number): void {
    for (let sent = 0; sent < count; sent++) this.send(this.#sink, Tell, BODY);
  }

  ping(): void {
    this.send(this.#sink, Ping, BODY);
  }

  protected override initialize(): void {
    this.install(Ack, () => this.onAck());
    this.install(Ping, () => this.onPong());
  }
}

async function start(kind: WireKind): Promise<Runtime> {
  const transport = await httpTransport({
    listen: { host: '127.0.0.1', port: 0 },
    upgrade: kind !== 'plain',
    ...(kind === 'secret' && { security: sharedSecret([{ id: 'k', secret: 'x'.repeat(32) }]) }),
  });
  return new Runtime({ transport });
}

export async function serveRuntime(kind: WireKind): Promise<WireServer> {
  const runtime = await start(kind);
  runtime.spawn(new Sink({ id: 'sink' }));
  return { address: runtime.address };
}

export async function openRuntime(address: string, kind: WireKind): Promise<Wire> {
  const runtime = await start(kind);
  const source = new Source(new Pid('sink', address));
  runtime.spawn(source);
  const wire: Wire = {
    send: (count) => source.tell(count),
    onAck: () => undefined,
    ping: () =>
      new Promise((resolve) => {
        source.onPong = resolve;
        source.ping();
      }),
    close: () => Promise.resolve(runtime.close()),
  };
  source.onAck = () => wire.onAck();
  return wire;
}
