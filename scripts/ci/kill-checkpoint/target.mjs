import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const {
  makeDirectories,
  removeTree,
  replaceFile,
  sweepTemporaryFiles,
  TargetCheckpoint,
} = require('@quorate/checkpoint');

const NAME = 'target';
/** How many directories a state has: each state makes one and removes one. */
const WINDOW = 3;
/** What is put into a directory once it is committed; its loss would show. */
const CONTENT = ['file-1', 'file-2', 'file-3'];

/**
 * A checkpoint whose states stand for directories: state N for those with the numbers up to N, the
 * last three. Its odd steps commit a state, and its even ones put something into the new directory.
 */
export async function startTarget({ folder, fileSystem, meet }) {
  const directory = join(folder, 'target');
  const directories = join(directory, 'directories');
  await makeDirectories(fileSystem, directories);
  const pathOf = (number) => join(directories, `${number}`);

  const apply = async (committed = 0, target) => {
    for (const number of windowOf(target)) await makeDirectories(fileSystem, pathOf(number));
    for (const number of windowOf(committed)) {
      if (!windowOf(target).includes(number)) await removeTree(fileSystem, pathOf(number));
    }
  };
  const targetPath = join(directory, 'target');
  const checkpoint = new TargetCheckpoint({
    ...{ fileSystem, path: join(directory, 'committed'), targetPath },
    encode: (state) => Buffer.from(`state ${state}`),
    decode: (bytes) => Number(/^state (\d+)$/.exec(Buffer.from(bytes).toString())?.[1]),
  });
  meet('unfinished targets', (await fileSystem.stat(targetPath)) ? 1 : 0);
  const state = (await checkpoint.recover(apply)) ?? 0;
  const namesIn = async (path) =>
    (await fileSystem.readDirectory(path)).map(({ name }) => name).toSorted();

  const found = (await namesIn(directories)).map(Number).toSorted((a, b) => a - b);
  if (found.join() !== windowOf(state).join()) {
    throw new Error(`state ${state} is committed, but the directories are ${found}`);
  }
  for (const number of windowOf(state)) {
    meet('temporary files', await sweepTemporaryFiles(fileSystem, pathOf(number)));
  }
  const isFull = async (number) => (await namesIn(pathOf(number))).join() === CONTENT.join();
  for (const number of windowOf(state).slice(0, -1)) {
    if (!(await isFull(number))) throw new Error(`directory ${number} lost what was in it`);
  }
  const isLastFull = state > 0 && (await isFull(state));

  const advance = async (step) => {
    const number = Math.ceil(step / 2);
    if (step % 2 === 1) return checkpoint.commit(number, apply);
    for (const name of CONTENT) {
      await replaceFile(fileSystem, join(pathOf(number), name), Buffer.from(`${number}`));
    }
  };
  const line = { name: NAME, found: state === 0 ? 0 : 2 * state - (isLastFull ? 0 : 1), advance };
  return { lines: [line], close: async () => undefined };
}

/** The directories that a state stands for. */
function windowOf(state) {
  const numbers = Array.from({ length: WINDOW }, (_, index) => state - WINDOW + 1 + index);
  return numbers.filter((number) => number > 0);
}
