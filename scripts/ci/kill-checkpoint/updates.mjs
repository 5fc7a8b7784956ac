import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  actionOf,
  actionsOf,
  readStreamUuid,
  stateOfUpdate,
  stepOfForward,
  stepOfStreams,
  UPDATES_PER_STREAM,
  uuidOfStream,
  uuidOfUpdate,
} from './updates-plan.mjs';

const require = createRequire(import.meta.url);
const { frameRecords, makeDirectories } = require('@quorate/checkpoint');
const { silentLogger, Runtime } = require('@quorate/process');
const {
  fileStreamStorage,
  formatUuid,
  journalStreamStorage,
  operationUpdates,
  operationUpdatesPath,
  parseUuid,
  StatusUpdateManager,
} = require('@quorate/status-updates');

/** More behind the journal, so that its files are busier than the journal itself. */
const WORKERS = { 'per-stream': 3, journal: 8 };
/** Small, so that a life of the program sees many cycles. */
const JOURNAL_SIZE_BYTES_MAX = 4 * 1024;
const RETRY_MS_MIN = 20;
const MESSAGE_LENGTH_MAX = 1024;
/** How often a worker asks for all files to be brought up to date, too. */
const FLUSH_EACH = 25;
/** Nobody waits longer for a forward that the manager owes. */
const FORWARD_LIMIT_MS = 20_000;

/**
 * A manager of status updates, and workers with streams of their own. What is forwarded is shown to
 * whoever watches: from then on it must not be forgotten.
 *
 * @param durability `per-stream` or `journal`
 */
export async function startUpdates({ folder, fileSystem, show, meet, fail }, durability) {
  const root = join(folder, durability);
  await makeDirectories(fileSystem, join(root, 'operations'));
  const before = await sizesIn(fileSystem, root);
  const storage =
    durability === 'journal'
      ? journalStreamStorage({
          ...{ fileSystem, path: join(root, 'updates.journal') },
          sizeBytesMax: JOURNAL_SIZE_BYTES_MAX,
        })
      : fileStreamStorage({ fileSystem });
  const runtime = new Runtime({ logger: silentLogger });
  const workers = new Map();
  const manager = new StatusUpdateManager({
    ...{ runtime, storage, format: operationUpdates, retryMsMin: RETRY_MS_MIN },
    pathOf: (uuid) => operationUpdatesPath(root, uuid),
    forward: (update, uuid) => {
      try {
        workers.get(readStreamUuid(uuid).worker).onForward(update, uuid);
      } catch (error) {
        fail(error); // the manager would only log it
      }
    },
  });
  for (let number = 1; number <= WORKERS[durability]; number++) {
    workers.set(number, new Worker({ number, name: `${durability}-${number}`, manager, show }));
  }

  await manager.flush(); // what is in the journal only has no directory yet
  const uuids = [...(await sizesIn(fileSystem, root)).keys()];
  // What a kill leaves is no damage: a strict recovery finds nothing to object to.
  const { streams } = await manager.recover(uuids, { strict: true });
  for (const [uuid, found] of streams) {
    const { stream, worker } = readStreamUuid(uuid);
    if (found) workers.get(worker).onFound(stream, found);
  }
  const after = await sizesIn(fileSystem, root);
  const names = new Set([...before.keys(), ...after.keys()]);
  const changed = [...names].filter((name) => before.get(name) !== after.get(name));
  meet(`files (${durability}) behind`, changed.length);
  const lines = [];
  for (const worker of workers.values()) lines.push(await worker.line(fileSystem, root));
  return {
    lines,
    close: async () => {
      await manager.close();
      await runtime.close();
    },
  };
}

/** The sizes of the streams' files, by uuid; undefined where a directory holds none. */
async function sizesIn(fileSystem, root) {
  const sizes = new Map();
  for (const { name } of await fileSystem.readDirectory(join(root, 'operations'))) {
    sizes.set(name, (await fileSystem.stat(operationUpdatesPath(root, name)))?.sizeBytes);
  }
  return sizes;
}

class Worker {
  #number;
  #name;
  #manager;
  #show;
  /** What was found, by stream. */
  #found = new Map();
  /** The front of each stream, by its place in it: as many updates are acknowledged. */
  #fronts = new Map();
  /** Forwarded before we know what was found. */
  #early = [];
  #isRecovering = true;
  /** The stream whose front is being acknowledged: the next one may be forwarded any time. */
  #acknowledging;
  /** By uuid, the forwards seen in this life, and whoever waits for one. */
  #forwarded = new Set();
  #waiting = new Map();

  constructor({ number, name, manager, show }) {
    this.#number = number;
    this.#name = name;
    this.#manager = manager;
    this.#show = show;
  }

  /** @param root where the files are, which hold what the steps have written, and nothing twice */
  async line(fileSystem, root) {
    this.#checkEarly();
    const found = stepOfStreams(this.#name, this.#found);
    for (const stream of this.#found.keys()) {
      const path = operationUpdatesPath(root, uuidOfStream(this.#number, stream));
      const bytes = await fileSystem.readFile(path, 2 ** 30);
      if (this.#recordsOf(stream, found).equals(bytes)) continue;
      throw this.#wrong(`${path} is not what ${found} steps write`);
    }
    return { name: this.#name, found, advance: (step) => this.#advance(step) };
  }

  #recordsOf(stream, step) {
    const records = actionsOf(stream, step).map(({ type, index }) => {
      const update = this.#update(stream, index);
      return type === 'update'
        ? operationUpdates.encodeUpdate(update)
        : operationUpdates.encodeAcknowledgement(update);
    });
    return Buffer.from(frameRecords(records));
  }

  onFound(stream, { updates, pending, terminated }) {
    updates.forEach((update, index) => this.#check(update, stream, index));
    const counts = { updates: updates.length, acknowledged: updates.length - pending };
    if (terminated !== (counts.acknowledged === UPDATES_PER_STREAM))
      throw this.#wrong(`terminated: ${terminated}`);
    this.#found.set(stream, counts);
    this.#fronts.set(stream, counts.acknowledged);
  }

  onForward(update, uuid) {
    const { stream } = readStreamUuid(uuid);
    const index = this.#indexOf(update.status);
    if (this.#isRecovering) this.#early.push({ stream, index });
    else this.#checkIsFront(stream, index);
    this.#show(this.#name, stepOfForward(stream, index, this.#indexOf(update.latestStatus)));
    const uuidOfStatus = formatUuid(update.status.uuid.value);
    this.#forwarded.add(uuidOfStatus);
    this.#waiting.get(uuidOfStatus)?.();
  }

  /** A recovery forwards the front of each stream that waits for an acknowledgement. */
  #checkEarly() {
    this.#isRecovering = false;
    for (const { stream, index } of this.#early) this.#checkIsFront(stream, index);
    for (const [stream, { updates, acknowledged }] of this.#found) {
      if (updates === acknowledged || this.#early.some((early) => early.stream === stream))
        continue;
      throw this.#wrong(`the front of stream ${stream} was not forwarded`);
    }
  }

  #checkIsFront(stream, index) {
    const front = this.#fronts.get(stream) ?? 0;
    if (index === front) return;
    if (index === front + 1 && this.#acknowledging === stream) return;
    throw this.#wrong(`update ${index} of stream ${stream} is forwarded, the front is ${front}`);
  }

  async #advance(step) {
    const { stream, type, index } = actionOf(step);
    const id = uuidOfStream(this.#number, stream);
    if (step % FLUSH_EACH === 0) void this.#manager.flush();
    switch (type) {
      case 'update': {
        await this.#manager.update(id, this.#update(stream, index));
        // One that comes again is taken, and not recorded again.
        return this.#manager.update(id, this.#update(stream, 0));
      }
      case 'acknowledge': {
        const uuid = uuidOfUpdate(this.#number, stream, index);
        await this.#forwardOf(uuid);
        await this.#refuse(id, uuidOfUpdate(this.#number, stream, index + 1));
        this.#acknowledging = stream;
        const goesOn = await this.#manager.acknowledge(id, uuid);
        this.#acknowledging = undefined;
        this.#fronts.set(stream, index + 1);
        if (goesOn !== index < UPDATES_PER_STREAM - 1)
          throw this.#wrong(`${stream} goes on: ${goesOn}`);
        return undefined;
      }
      case 'remove-previous':
        return this.#manager.remove(uuidOfStream(this.#number, stream - 1));
    }
  }

  /** An acknowledgement of anything else than the front has no effect. */
  async #refuse(id, uuid) {
    const result = await this.#manager.acknowledge(id, uuid).then(
      () => 'taken',
      (error) => error.code,
    );
    if (result !== 'ACKNOWLEDGEMENT_DUPLICATE') {
      throw this.#wrong(`an acknowledgement out of turn was ${result}`);
    }
  }

  /** Nobody acknowledges what did not arrive. */
  async #forwardOf(uuid) {
    if (this.#forwarded.has(uuid)) return;
    let timer;
    await new Promise((resolve, reject) => {
      this.#waiting.set(uuid, resolve);
      timer = setTimeout(() => reject(this.#wrong(`${uuid} is not forwarded`)), FORWARD_LIMIT_MS);
    });
    clearTimeout(timer);
    this.#waiting.delete(uuid);
  }

  #update(stream, index) {
    return {
      frameworkId: { value: 'framework-1' },
      operationUuid: { value: parseUuid(uuidOfStream(this.#number, stream)) },
      status: {
        state: stateOfUpdate(index),
        uuid: { value: parseUuid(uuidOfUpdate(this.#number, stream, index)) },
        convertedResources: [],
        message: messageOf(stream, index),
      },
    };
  }

  #check(update, stream, index) {
    const expected = operationUpdates.encodeUpdate(this.#update(stream, index));
    if (Buffer.compare(operationUpdates.encodeUpdate(update), expected) === 0) return;
    throw this.#wrong(`update ${index} of stream ${stream} is ${JSON.stringify(update.status)}`);
  }

  #indexOf({ uuid }) {
    return parseInt(formatUuid(uuid.value).slice(9, 13), 16);
  }

  #wrong(what) {
    return new Error(`${this.#name}: ${what}`);
  }
}

/** Of any length, so that records are, too. */
function messageOf(stream, index) {
  return `${stream}.${index} `.repeat(1 + ((stream * 7 + index * 3) % (MESSAGE_LENGTH_MAX / 8)));
}
