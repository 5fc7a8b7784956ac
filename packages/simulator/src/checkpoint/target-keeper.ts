import { crc32c, makeDirectories, removeTree, TargetCheckpoint } from '@quorate/checkpoint';
import { codeOf, isDefinite, think } from './keeper.ts';
import type { FilePart, Keeper, KeeperContext } from './keeper.ts';
import { Versions } from './versions.ts';

const DIRECTORY = '/targets';
const STATE = `${DIRECTORY}/state`;
const TARGET = `${DIRECTORY}/state.target`;
const MARKS = `${DIRECTORY}/marks`;

const encoder = new TextEncoder();

/**
 * A state that says what else has to be there: a directory of its name, and no other. Whoever finds a
 * state committed finds that done, and each that was acknowledged is there (C4).
 */
export class TargetKeeper implements Keeper {
  readonly #versions = new Versions();

  readonly checksummed: readonly FilePart[] = [{ path: STATE }, { path: TARGET }];

  async live(context: KeeperContext): Promise<string> {
    const { fileSystem } = context;
    const checkpoint = new TargetCheckpoint<number>({
      fileSystem,
      path: STATE,
      targetPath: TARGET,
      encode: encodeVersion,
      decode: decodeVersion,
    });
    const apply = (before: number | undefined, target: number): Promise<void> =>
      this.#apply(context, before, target);
    try {
      const found = (await checkpoint.recover(apply)) ?? 0;
      context.recovered();
      const problem = this.#versions.problem(found);
      if (problem !== undefined) {
        context.violate('durable-state', `state ${found} is recovered: ${problem}`);
      }
      this.#versions.acknowledge(found);
      await this.#checkMarks(context, found);
    } catch (error) {
      return codeOf(error);
    }
    for (;;) {
      await think(context);
      const version = this.#versions.begin();
      try {
        await checkpoint.commit(version, apply);
        this.#versions.acknowledge(version);
        context.acknowledged(`state ${version}`);
        await this.#checkMarks(context, version);
      } catch (error) {
        if (isDefinite(error)) this.#versions.fail(version);
        return codeOf(error);
      }
    }
  }

  /** Steps that can be taken again from wherever they ended. */
  async #apply(
    { fileSystem }: KeeperContext,
    before: number | undefined,
    target: number,
  ): Promise<void> {
    await makeDirectories(fileSystem, `${MARKS}/${target}`);
    if (before === undefined || before === target) return;
    await removeTree(fileSystem, `${MARKS}/${before}`);
  }

  async #checkMarks({ fileSystem, violate }: KeeperContext, committed: number): Promise<void> {
    const there = (await fileSystem.stat(MARKS)) ? await fileSystem.readDirectory(MARKS) : [];
    const names = there.map(({ name }) => name).join(', ');
    const expected = committed === 0 ? '' : `${committed}`;
    if (names === expected) return;
    violate('finished-targets', `state ${committed} is committed, and there is [${names}]`);
  }
}

/** With a checksum: what is damaged cannot be decoded. */
function encodeVersion(version: number): Uint8Array {
  const text = `state ${version}`;
  return encoder.encode(`${text} ${crc32c(encoder.encode(text))}`);
}

function decodeVersion(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  const [, found] = /^state (\d+) \d+$/.exec(text) ?? [];
  const version = Number(found);
  if (text !== new TextDecoder().decode(encodeVersion(version)))
    throw new Error('this is no state');
  return version;
}
