// A transactional outbox. What happens to an order, and the duty to tell the world of it, are one
// record on disk: neither can be there without the other. A status update manager keeps the records
// and delivers them, at least once and in the order's own order, to a sink that is not reliable;
// the sink tells what it has already by the uuid. What it refuses again and again is set aside.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import type { Future, Random, Runtime } from '@quorate/process';
import { virtualCluster } from '@quorate/process/testing';
import {
  formatUuid,
  journalStreamStorage,
  JOURNAL_DIRECTORY_NAME,
  StatusUpdateManager,
} from '@quorate/status-updates';
import type { UpdateFormat } from '@quorate/status-updates';
import { run } from './support/run.ts';
import { withTemporaryFolder } from './support/temporary-folder.ts';
import { toBytes, toText } from './support/text.ts';

const ORDERS = Array.from({ length: 20 }, (_, index) => `order-${index + 1}`);
/** What the sink will never take. */
const POISON = 'order-7 paid';
/** How often an event is sent again before it is set aside. */
const RETRIES_MAX = 6;
/** A working sink fails less often than that in a row. */
const FAILURES_MAX = 4;

type OrderState = 'placed' | 'paid' | 'shipped' | 'cancelled';

interface OrderEvent {
  readonly order: string;
  readonly state: OrderState;
  readonly uuid: string;
  /** Where the order stands by now; only in what is sent. */
  readonly newest?: OrderState;
}

type OrderRecord = { readonly event: OrderEvent } | { readonly acknowledged: string };

/** All that the manager has to know of our events: one stream per order, records as JSON. */
const orderEvents: UpdateFormat<string, OrderEvent> = {
  name: 'order event',
  existingFile: 'refuse',
  streamKey: (order) => order,
  uuidOf: ({ uuid }) => uuid,
  frameworkOf: () => undefined,
  stateOf: ({ state }) => state,
  isTerminal: ({ state }) => state === 'shipped' || state === 'cancelled',
  carriesLatest: ({ newest }) => newest !== undefined,
  withLatest: (event, { state }) => ({ ...event, newest: state }),
  encodeUpdate: (event) => encodeRecord({ event }),
  encodeAcknowledgement: ({ uuid }) => encodeRecord({ acknowledged: uuid }),
  decode: (bytes) => {
    const record = JSON.parse(toText(bytes)) as OrderRecord;
    if ('event' in record) return { type: 'update', update: record.event };
    return { type: 'acknowledgement', uuid: record.acknowledged };
  },
};

function encodeRecord(record: OrderRecord): Uint8Array {
  return toBytes(JSON.stringify(record));
}

/** Somebody else's service: slow, sometimes down, and sometimes its answer gets lost. */
class Sink {
  readonly received: OrderEvent[] = [];
  duplicates = 0;
  readonly #runtime: Runtime;
  readonly #random: Random;
  readonly #known = new Set<string>();
  readonly #failures = new Map<string, number>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
    this.#random = runtime.random;
  }

  deliver(event: OrderEvent): Future<void> {
    const delayMs = 20 + this.#random.intBelow(400);
    return this.#runtime.after(delayMs).andThen(() => {
      if (`${event.order} ${event.state}` === POISON) throw new Error('400 Bad Request');
      if (this.#fails(event)) throw new Error('503 Service Unavailable');
      this.#take(event);
      if (this.#fails(event)) throw new Error('the connection broke before the answer');
    });
  }

  #take(event: OrderEvent): void {
    if (this.#known.has(event.uuid)) this.duplicates++;
    else this.received.push(event);
    this.#known.add(event.uuid);
  }

  #fails({ uuid }: OrderEvent): boolean {
    const failures = this.#failures.get(uuid) ?? 0;
    if (failures === FAILURES_MAX || this.#random.intBelow(4) > 0) return false;
    this.#failures.set(uuid, failures + 1);
    return true;
  }
}

/** Our own program: it knows where the open orders stand, and gets that from the outbox. */
class Shop {
  readonly orders = new Map<string, OrderState>();
  readonly deadLetters = new Set<string>();
  readonly #runtime: Runtime;
  readonly #outbox: StatusUpdateManager<string, OrderEvent>;

  private constructor(runtime: Runtime, folder: string, sink: Sink) {
    const outbox = new StatusUpdateManager<string, OrderEvent>({
      runtime,
      format: orderEvents,
      storage: journalStreamStorage({
        fileSystem: nodeFileSystem(),
        path: join(folder, JOURNAL_DIRECTORY_NAME),
      }),
      pathOf: (order) => join(folder, 'orders', order, 'events'),
      // Whatever fails on the way is sent again in time.
      forward: (event) => {
        sink
          .deliver(event)
          .andThen(() => outbox.acknowledge(event.order, event.uuid))
          .onFailed(() => undefined);
      },
      retryMsMin: 1_000,
      retryMsMax: 60_000,
      retriesMax: RETRIES_MAX,
      // Somebody should look at it; the events behind it go on.
      onDeadLetter: ({ update: event }) => {
        this.deadLetters.add(event.uuid);
        console.log(`set aside after ${RETRIES_MAX} retries: ${event.order} ${event.state}`);
        outbox.acknowledge(event.order, event.uuid).onFailed(() => undefined);
      },
      removeFinishedStreams: true,
    });
    this.#runtime = runtime;
    this.#outbox = outbox;
  }

  /** Opens the shop where it was closed, or where it crashed. */
  static async open(runtime: Runtime, folder: string, sink: Sink): Promise<Shop> {
    const shop = new Shop(runtime, folder, sink);
    await shop.#recover(folder);
    return shop;
  }

  /**
   * Changes an order. When it resolves the change is durable, and the world will hear of it; if the
   * program ends before that, either both happened or none.
   */
  async change(order: string, state: OrderState): Promise<OrderEvent> {
    const uuid = formatUuid(this.#runtime.random.bytes(16));
    const event = { order, state, uuid };
    await this.#outbox.update(order, event);
    this.orders.set(order, state);
    return event;
  }

  get pending(): number {
    return this.#outbox.metrics().pending;
  }

  async close(): Promise<void> {
    await this.#outbox.close();
  }

  async #recover(folder: string): Promise<void> {
    await this.#outbox.flush(); // an order may be in the journal only, and have no folder yet
    const orders = await readdir(join(folder, 'orders')).catch(() => []);
    const { streams } = await this.#outbox.recover(orders, { strict: true });
    for (const [order, stream] of streams) {
      const last = stream?.updates.at(-1);
      if (last) this.orders.set(order, last.state);
    }
  }
}

run(async () => {
  await withTemporaryFolder(async (folder) => {
    const cluster = virtualCluster({ nodes: 0 });
    const { clock } = cluster;
    const sink = new Sink(cluster.add('sink'));
    const changes: OrderEvent[] = [];

    const runtime = cluster.add('shop');
    const shop = await Shop.open(runtime, folder, sink);
    const change = async (state: OrderState, orders: readonly string[], at: Shop) =>
      changes.push(...(await Promise.all(orders.map((order) => at.change(order, state)))));
    await change('placed', ORDERS, shop);
    await change('paid', ORDERS.slice(0, 15), shop);
    await change('cancelled', ORDERS.slice(15), shop);
    await clock.advance(500);
    const { length } = sink.received;
    console.log(`${changes.length} changes, ${length} delivered, ${shop.pending} pending: crash`);
    assert(length > 0 && length < changes.length);
    await runtime.halt();

    const again = await Shop.open(cluster.add('shop'), folder, sink);
    console.log(`opened again: ${again.orders.size} open orders, ${again.pending} events pending`);
    for (const [order, state] of again.orders) assert.equal(state, shop.orders.get(order));
    await change('shipped', ORDERS.slice(0, 15), again);
    await clock.advance(3_600_000);
    assert.equal(again.pending, 0);
    checkDelivered(sink.received, changes, again.deadLetters);
    console.log(`an hour later: all delivered once, in order; ${sink.duplicates} came twice`);
    assert(sink.duplicates > 0);
    await again.close();
    assert.deepEqual(await readdir(join(folder, 'orders')), []); // every order is over
    await cluster.close();
  });
});

/** Each order's events, as the sink has them: all, in order, except for what was set aside. */
function checkDelivered(
  received: readonly OrderEvent[],
  changes: readonly OrderEvent[],
  deadLetters: ReadonlySet<string>,
): void {
  const ofOrder = (events: readonly OrderEvent[], order: string): readonly string[] =>
    events.filter((event) => event.order === order).map(({ uuid }) => uuid);
  for (const order of ORDERS) {
    const wanted = ofOrder(changes, order).filter((uuid) => !deadLetters.has(uuid));
    assert.deepEqual(ofOrder(received, order), wanted, order);
  }
  assert.deepEqual(
    changes.filter(({ uuid }) => deadLetters.has(uuid)).map(describe),
    [POISON],
    'set aside',
  );
}

function describe({ order, state }: OrderEvent): string {
  return `${order} ${state}`;
}
