import { describe, expect, it } from '@jest/globals';
import type { FileSystem } from '@quorate/checkpoint';
import { HEALTHY } from '../src/disk/disk-faults.ts';
import type { DiskFaults } from '../src/disk/disk-faults.ts';
import { Simulation } from '../src/index.ts';
import type { SimulatedNode } from '../src/index.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

/** A node whose programs do what is asked of them, one after the other. */
function machine(seed = 1) {
  const simulation = new Simulation({ seed });
  const node = simulation.addNode('node', () => undefined);
  node.start();
  const run = async <T>(work: (fileSystem: FileSystem) => Promise<T>): Promise<T> => {
    let done: { readonly value: T } | { readonly error: unknown } | undefined;
    void work(node.disk.fileSystem).then(
      (value) => (done = { value }),
      (error: unknown) => (done = { error }),
    );
    for (let round = 0; !done && round < 1_000; round++) await simulation.run(10);
    if (!done) throw new Error('it does not end');
    if ('error' in done) throw done.error;
    return done.value;
  };
  return { simulation, node, run };
}

async function write(fileSystem: FileSystem, path: string, content: string): Promise<void> {
  const file = await fileSystem.open(path, { access: 'read-write', create: 'if-missing' });
  await file.write(bytes(content), 0);
  await file.sync();
  await file.close();
}

function restart(node: SimulatedNode, how: 'kill' | 'power-loss'): void {
  node.crash(how);
  node.start();
}

describe('the files of a simulated disk', () => {
  it('are gone with the power as long as their name is not synced', async () => {
    const { node, run } = machine();
    await run((fileSystem) => write(fileSystem, '/a', 'one'));
    restart(node, 'kill');
    expect(text(await run((fileSystem) => fileSystem.readFile('/a', 9)))).toBe('one');
    await run((fileSystem) => fileSystem.syncDirectory('/'));
    const lost = new Set<boolean>();
    for (let seed = 1; seed <= 20; seed++) {
      const other = machine(seed);
      await other.run((fileSystem) => write(fileSystem, '/a', 'one'));
      restart(other.node, 'power-loss');
      lost.add(other.node.disk.filePaths.length === 0);
    }
    expect(lost).toEqual(new Set([true, false]));
    restart(node, 'power-loss');
    expect(node.disk.filePaths).toEqual(['/a']);
  });

  it('take time, and nothing ends of what a crash interrupts', async () => {
    const { simulation, node } = machine();
    let isWritten = false;
    void write(node.disk.fileSystem, '/a', 'one').then(() => (isWritten = true));
    await simulation.run(0.05);
    restart(node, 'kill');
    await simulation.run(1_000);
    expect(isWritten).toBe(false);
  });

  it.each([
    [{ syncFailurePermille: 1_000 }, 'EIO'],
    [{ isFull: true }, 'ENOSPC'],
    [{ readFailurePermille: 1_000 }, 'EIO'],
  ] as readonly (readonly [Partial<DiskFaults>, string])[])(
    'fail as the disk does: %j',
    async (faults, code) => {
      const { node, run } = machine();
      await run((fileSystem) => write(fileSystem, '/a', 'one'));
      node.disk.faults = { ...HEALTHY, ...faults };
      const failing = run(async (fileSystem) => {
        await fileSystem.readFile('/a', 9);
        await write(fileSystem, '/a', 'two');
      });
      await expect(failing).rejects.toMatchObject({ code });
    },
  );

  it('are wiped, backed up and restored with the disk', async () => {
    const { node, run } = machine();
    await run(async (fileSystem) => {
      await write(fileSystem, '/a', 'one');
      await fileSystem.syncDirectory('/');
    });
    const backup = node.disk.backup();
    node.wipe();
    expect(node.disk.filePaths).toEqual([]);
    node.restoreDisk(backup);
    node.start();
    expect(text(await run((fileSystem) => fileSystem.readFile('/a', 9)))).toBe('one');
  });
});
