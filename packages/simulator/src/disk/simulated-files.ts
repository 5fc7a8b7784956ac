import type { FileHandle, FileSystem } from '@quorate/checkpoint';
import { SimulatedDisk as FileDisk } from '@quorate/checkpoint/simulated';
import type { Fault, PersistencePoint } from '@quorate/checkpoint/simulated';
import type { SimulatedNode } from '../world/simulated-node.ts';
import type { World } from '../world/world.ts';
import type { DiskFaults } from './disk-faults.ts';
import type { CrashKind } from './simulated-disk.ts';

/** What files need of their disk. */
export interface FilesHost {
  readonly world: World;
  readonly node: SimulatedNode;
  readonly faults: () => DiskFaults;
  /** Something is going to be changed, or made durable. */
  readonly writing: () => void;
  readonly fault: (name: string) => void;
}

/** How long a call takes that does not wait for the disk, in microseconds. */
const CALL_US = [10, 200] as const;

interface Call {
  readonly run: () => unknown;
}

/**
 * The files of a disk. Each call takes its time, before and after it takes effect, and fails as the disk
 * does; a crash in between leaves what had taken effect, and of what was under way perhaps a part.
 */
export class SimulatedFiles {
  readonly #host: FilesHost;
  #disk = new FileDisk();
  #life: FileSystem | undefined;
  /** Those that have not taken effect yet, in the order of the calls. */
  readonly #underWay = new Set<Call>();
  /** How the last calls of a life end, while it crashes. */
  #dying: Fault | undefined;

  constructor(host: FilesHost) {
    this.#host = host;
  }

  /** The file system of the node's present life. */
  get fileSystem(): FileSystem {
    this.#life ??= this.#timed(this.#disk.start((point) => this.#faultAt(point)));
    return this.#life;
  }

  /** The paths of all files, in the order of the names. */
  get paths(): readonly string[] {
    return this.#disk.files();
  }

  /** What is in a file, as a program would see it. Throws if there is none. */
  bytesOf(path: string): Uint8Array {
    return this.#disk.bytesOf(path);
  }

  /** Flips a bit of a file, wherever it is; the same one again, the other way. */
  corrupt(path: string, offset: number): void {
    this.#disk.corrupt(path, offset);
  }

  wipe(): void {
    this.#disk = new FileDisk();
    this.#life = undefined;
  }

  /** What would be found after a loss of power that spares nothing. */
  copy(): FileDisk {
    const copy = this.#disk.clone();
    copy.crash({ power: 'none' });
    return copy;
  }

  restore(backup: FileDisk): void {
    this.#disk = backup.clone();
    this.#life = undefined;
  }

  /** The node stops. */
  crash(kind: CrashKind): void {
    if (!this.#life) return;
    const { chance } = this.#host.node;
    for (const { run } of this.#underWay) {
      if (!chance.permille(500)) continue;
      this.#dying = chance.pick(['sync-lie', 'crash-amid'] as const);
      run();
    }
    this.#underWay.clear();
    this.#dying = undefined;
    this.#disk.crash(kind === 'kill' ? 'process' : { power: chance.between(0, 2 ** 31 - 1) });
    this.#life = undefined;
  }

  #faultAt(point: PersistencePoint): Fault | undefined {
    if (this.#dying) return this.#dying;
    const { node, faults, fault } = this.#host;
    const { syncFailurePermille, syncLiePermille, isFull } = faults();
    if (isFull && point !== 'sync') {
      fault('disk-full');
      return 'disk-full';
    }
    if (point !== 'sync' && point !== 'synced-write') return undefined;
    if (node.chance.permille(syncFailurePermille)) {
      fault('sync-failure');
      return 'sync-error';
    }
    if (!node.chance.permille(syncLiePermille)) return undefined;
    fault('sync-lie');
    return 'sync-lie';
  }

  #timed(inner: FileSystem): FileSystem {
    return {
      open: async (path, options) => {
        if (options.create !== undefined && options.create !== 'never') this.#host.writing();
        const handle = await this.#call(() => inner.open(path, options));
        return this.#timedHandle(handle, options.syncWrites === true);
      },
      readFile: (path, sizeBytesMax) => this.#read(() => inner.readFile(path, sizeBytesMax)),
      readDirectory: (path) => this.#read(() => inner.readDirectory(path)),
      stat: (path) => this.#call(() => inner.stat(path)),
      rename: (from, to) => this.#change(() => inner.rename(from, to)),
      unlink: (path) => this.#change(() => inner.unlink(path)),
      mkdir: (path) => this.#change(() => inner.mkdir(path)),
      rmdir: (path) => this.#change(() => inner.rmdir(path)),
      syncDirectory: (path) => this.#change(() => inner.syncDirectory(path), true),
    };
  }

  #timedHandle(inner: FileHandle, syncWrites: boolean): FileHandle {
    return {
      read: (position, length) => this.#read(() => inner.read(position, length)),
      size: () => this.#call(() => inner.size()),
      write: (bytes, position) => this.#change(() => inner.write(bytes, position), syncWrites),
      truncate: (size) => this.#change(() => inner.truncate(size)),
      sync: () => this.#change(() => inner.sync(), true),
      close: () => this.#call(() => inner.close()),
    };
  }

  #change(run: () => Promise<void>, isSync = false): Promise<void> {
    this.#host.writing();
    return this.#call(run, isSync);
  }

  #read<T>(run: () => Promise<T>): Promise<T> {
    return this.#call(async () => {
      const { node, faults, fault } = this.#host;
      if (!node.chance.permille(faults().readFailurePermille)) return run();
      fault('read-failure');
      throw Object.assign(new Error('EIO: read'), { code: 'EIO' });
    });
  }

  async #call<T>(run: () => Promise<T>, isSync = false): Promise<T> {
    const { syncUsMin, syncUsMax } = this.#host.faults();
    const [min, max] = isSync ? [syncUsMin, syncUsMax] : CALL_US;
    const call: Call = { run: () => void run().catch(() => undefined) };
    this.#underWay.add(call);
    await this.#delay(min, max);
    this.#underWay.delete(call);
    try {
      return await run();
    } finally {
      // It has happened, and nobody knows yet.
      await this.#delay(...CALL_US);
    }
  }

  /** Never ends when the node stops. */
  #delay(min: number, max: number): Promise<void> {
    const { world, node } = this.#host;
    return new Promise((resolve) => {
      world.after(node.chance.between(min, max), node, resolve);
    });
  }
}
