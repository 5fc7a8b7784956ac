import assert from 'node:assert/strict';
import { macrotask } from '../adapters/turn.ts';
import type { DeadLetterReason } from '../dead-letters.ts';
import { Pid } from '../pid.ts';
import type { Message, Transport } from '../transport/transport.ts';

/** A network for one test. */
export interface TransportPlace {
  /** A transport at an address of its own, or at one that was used before and is free again. */
  open(address?: string): Promise<Transport>;
  /** An address at which nobody is. */
  vacant(): Promise<string>;
}

/** What the suite needs of the test runner, and the network. */
export interface TransportSuiteOptions {
  readonly describe: (name: string, body: () => void) => void;
  readonly test: (name: string, body: () => Promise<void>) => void;
  readonly place: () => Promise<TransportPlace>;
  /** Whether peers prove who they are, so that nobody sends for somebody else. Default false. */
  readonly provesSenders?: boolean;
}

/** Defines the tests that every `Transport` must pass. */
export function transportSuite(name: string, options: TransportSuiteOptions): void {
  const { describe, test, place: makePlace } = options;
  describe(name, () => {
    const senders = options.provesSenders ? provedSenders : anySenders;
    for (const [title, body] of Object.entries({ ...contract, ...senders })) {
      test(title, async () => {
        const ends: End[] = [];
        const place = await makePlace();
        const open = async (address?: string): Promise<End> => {
          const end = new End(await place.open(address));
          ends.push(end);
          return end;
        };
        try {
          await body(open, place);
        } finally {
          for (const end of ends) await end.transport.close();
        }
      });
    }
  });
}

type Scenario = (open: (address?: string) => Promise<End>, place: TransportPlace) => Promise<void>;

/** A transport, and what came out of it. */
class End {
  readonly transport: Transport;
  readonly messages: Message[] = [];
  readonly disconnected: string[] = [];
  readonly lost: DeadLetterReason[] = [];
  /** Ids of processes that there are not. */
  readonly unknown = new Set<string>();
  #check: () => void = () => undefined;

  constructor(transport: Transport) {
    this.transport = transport;
    transport.bind({
      receive: (message) => {
        this.messages.push(message);
        this.#check();
        return !this.unknown.has(message.to.id);
      },
      disconnected: (address) => {
        this.disconnected.push(address);
        this.#check();
      },
      lost: (_, reason) => void this.lost.push(reason),
    });
  }

  get address(): string {
    return this.transport.address;
  }

  pid(id: string): Pid {
    return new Pid(id, this.address);
  }

  send(to: Pid, name: string, body: Uint8Array = bytes(), from = this.pid('sender')): void {
    this.transport.send({ from, to, name, body });
  }

  /** Waits until so many messages have arrived. */
  received(count: number): Promise<readonly Message[]> {
    return this.#until(() => this.messages.length >= count).then(() => this.messages);
  }

  /** Waits until it was told so often that a connection is gone. */
  lostConnections(count: number): Promise<readonly string[]> {
    return this.#until(() => this.disconnected.length >= count).then(() => this.disconnected);
  }

  #until(isMet: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#check = (): void => {
        if (isMet()) resolve();
      };
      this.#check();
    });
  }
}

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const turn = (): Promise<void> => new Promise((resolve) => macrotask(resolve));

const contract: Readonly<Record<string, Scenario>> = {
  'a message arrives as it was sent': async (open) => {
    const [one, two] = [await open(), await open()];
    const body = Uint8Array.from({ length: 256 }, (_, value) => value);
    one.send(two.pid('receiver(1)'), 'package.Some-Message', body);
    const [message] = await two.received(1);
    assert.ok(message);
    assert.equal(`${message.from}`, `sender@${one.address}`);
    assert.equal(`${message.to}`, `receiver(1)@${two.address}`);
    assert.equal(message.name, 'package.Some-Message');
    assert.deepEqual([...message.body], [...body]);
  },

  'bodies of any size arrive': async (open) => {
    const [one, two] = [await open(), await open()];
    const sizes = [0, 1, 15, 16, 1023, 65_535, 65_536, 1024 * 1024];
    for (const [index, size] of sizes.entries()) {
      one.send(two.pid('receiver'), 'M', new Uint8Array(size).fill(index));
    }
    const received = await two.received(sizes.length);
    assert.deepEqual(
      received.map(({ body }) => [body.length, body.at(-1) ?? 0]),
      sizes.map((size, index) => [size, size === 0 ? 0 : index]),
    );
  },

  'messages of one runtime to another arrive in order, once each': async (open) => {
    const [one, two] = [await open(), await open()];
    const count = 3_000;
    for (let number = 0; number < count; number++) {
      one.send(two.pid(`receiver-${number % 3}`), 'M', bytes(number >> 8, number & 255));
      if (number % 500 === 499) await turn();
    }
    const received = await two.received(count);
    await turn();
    assert.equal(received.length, count);
    for (const [number, { body }] of received.entries()) {
      assert.equal(((body[0] ?? 0) << 8) | (body[1] ?? 0), number);
    }
  },

  'what is sent before and after connecting keeps its order': async (open) => {
    const [one, two] = [await open(), await open()];
    one.send(two.pid('receiver'), 'first');
    one.transport.connect(two.address);
    one.send(two.pid('receiver'), 'second');
    assert.deepEqual(
      (await two.received(2)).map(({ name }) => name),
      ['first', 'second'],
    );
  },

  'both talk at once': async (open) => {
    const [one, two] = [await open(), await open()];
    for (let number = 0; number < 100; number++) {
      one.send(two.pid('receiver'), 'M', bytes(number));
      two.send(one.pid('receiver'), 'M', bytes(number));
    }
    for (const end of [one, two]) {
      const numbers = (await end.received(100)).map(({ body }) => body[0]);
      assert.deepEqual(numbers, [...Array(100).keys()]);
    }
  },

  'a trace travels along': async (open) => {
    const [one, two] = [await open(), await open()];
    const [from, to] = [one.pid('sender'), two.pid('receiver')];
    const traces = ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'a b%ü', undefined];
    for (const trace of traces) one.transport.send({ from, to, name: 'M', body: bytes(), trace });
    assert.deepEqual(
      (await two.received(3)).map(({ trace }) => trace),
      traces,
    );
  },

  'a process that there is not costs no connection': async (open) => {
    const [one, two] = [await open(), await open()];
    two.unknown.add('nobody');
    one.transport.connect(two.address);
    for (const id of ['nobody', 'receiver', 'nobody', 'receiver']) one.send(two.pid(id), 'M');
    await two.received(4);
    assert.deepEqual(one.disconnected, []);
  },

  'to connect to nobody is a broken connection': async (open, place) => {
    const [one, address] = [await open(), await place.vacant()];
    one.transport.connect(address);
    assert.deepEqual(await one.lostConnections(1), [address]);
  },

  'a peer that ends breaks its connection, once for all who connected': async (open) => {
    const [one, two] = [await open(), await open()];
    one.transport.connect(two.address);
    one.transport.connect(two.address);
    one.send(two.pid('receiver'), 'M');
    await two.received(1);
    await two.transport.close();
    assert.deepEqual(await one.lostConnections(1), [two.address]);
    for (let turns = 0; turns < 20; turns++) await turn();
    assert.deepEqual(one.disconnected, [two.address]);
  },

  'a peer that comes back is reached again': async (open) => {
    const [one, two] = [await open(), await open()];
    one.transport.connect(two.address);
    one.send(two.pid('receiver'), 'to-the-first');
    await two.received(1);
    await two.transport.close();
    await one.lostConnections(1);
    const again = await open(two.address);
    one.transport.connect(again.address);
    one.send(again.pid('receiver'), 'to-the-second');
    const [message] = await again.received(1);
    assert.equal(message?.name, 'to-the-second');
  },

  'a peer that is not there keeps nothing from the others': async (open, place) => {
    const [one, two] = [await open(), await open()];
    one.send(new Pid('receiver', await place.vacant()), 'lost');
    one.send(two.pid('receiver'), 'M');
    const [message] = await two.received(1);
    assert.equal(message?.name, 'M');
  },

  'what was sent before closing arrives, and nothing after it': async (open) => {
    const [one, two] = [await open(), await open()];
    one.send(two.pid('receiver'), 'M');
    await two.received(1);
    for (let number = 0; number < 100; number++) one.send(two.pid('receiver'), 'M');
    await one.transport.close();
    one.send(two.pid('receiver'), 'late');
    assert.equal((await two.received(101)).length, 101);
    for (let turns = 0; turns < 20; turns++) await turn();
    assert.ok(two.messages.every(({ name }) => name === 'M'));
    await one.transport.close();
  },

  'nothing is received after closing': async (open) => {
    const [one, two] = [await open(), await open()];
    one.send(two.pid('receiver'), 'M');
    await two.received(1);
    await two.transport.close();
    one.send(two.pid('receiver'), 'late');
    for (let turns = 0; turns < 20; turns++) await turn();
    assert.equal(two.messages.length, 1);
  },
};

const anySenders: Readonly<Record<string, Scenario>> = {
  'a sender may be anybody, or nobody': async (open) => {
    const [one, two] = [await open(), await open()];
    one.send(two.pid('receiver'), 'M', bytes(1), new Pid('other', '10.1.2.3:5050'));
    one.send(two.pid('receiver'), 'M', bytes(2), new Pid('', ''));
    const received = await two.received(2);
    assert.deepEqual(
      received.map(({ from }) => `${from}`),
      ['other@10.1.2.3:5050', '@'],
    );
  },
};

const provedSenders: Readonly<Record<string, Scenario>> = {
  'a sender is of this runtime, or nobody': async (open) => {
    const [one, two] = [await open(), await open()];
    one.send(two.pid('receiver'), 'forged', bytes(1), new Pid('other', '10.1.2.3:5050'));
    one.send(two.pid('receiver'), 'M', bytes(2), new Pid('', ''));
    one.send(two.pid('receiver'), 'M', bytes(3));
    const received = await two.received(2);
    assert.deepEqual(
      received.map(({ body }) => [...body]),
      [[2], [3]],
    );
    assert.deepEqual(one.lost, ['unsendable']);
  },
};
