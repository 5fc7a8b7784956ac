import { replaceFile, sweepTemporaryFiles } from '@quorate/checkpoint';
import { codeOf, isDefinite, think } from './keeper.ts';
import type { Keeper, KeeperContext } from './keeper.ts';
import { Versions } from './versions.ts';

const DIRECTORY = '/files';
const PATH = `${DIRECTORY}/info`;
const READ_BYTES_MAX = 100_000;

/**
 * A file that is replaced, while others read it. A reader finds one version, whole (C1), and none older
 * than the last that was acknowledged (C2), nor one whose replacement failed for certain (C3); at each
 * start what a crash has left beside the file is swept away (C5).
 */
export class FileKeeper implements Keeper {
  readonly #versions = new Versions();

  async live(context: KeeperContext): Promise<string> {
    const { fileSystem } = context;
    try {
      await sweepTemporaryFiles(fileSystem, DIRECTORY);
      await this.#checkSwept(context);
      await this.#read(context);
    } catch (error) {
      return codeOf(error);
    }
    return Promise.race([this.#replace(context), this.#readAgainAndAgain(context)]);
  }

  async #replace(context: KeeperContext): Promise<string> {
    const { fileSystem, chance, pace } = context;
    for (;;) {
      await think(context);
      const version = this.#versions.begin();
      const content = contentOf(version, chance.between(0, pace().fileBytesMax));
      try {
        await replaceFile(fileSystem, PATH, content, { makeParents: true });
        this.#versions.acknowledge(version);
        context.acknowledged(`file ${version}`);
      } catch (error) {
        if (isDefinite(error)) this.#versions.fail(version);
        // Of an unknown outcome the next start finds out.
        else return codeOf(error);
      }
    }
  }

  async #readAgainAndAgain(context: KeeperContext): Promise<string> {
    for (;;) {
      await think(context);
      try {
        await this.#read(context);
      } catch (error) {
        codeOf(error);
      }
    }
  }

  async #read(context: KeeperContext): Promise<void> {
    const atLeast = this.#versions.acknowledged;
    const version = await readVersion(context);
    if (version === undefined) {
      context.violate('whole-file', 'a reader finds a file that is no version of it, as a whole');
      return;
    }
    // One that was replaced while it was read may be found, too.
    const problem = this.#versions.problem(version, atLeast);
    if (problem !== undefined) {
      context.violate('durable-file', `version ${version} is found: ${problem}`);
    }
  }

  async #checkSwept({ fileSystem, violate }: KeeperContext): Promise<void> {
    if (!(await fileSystem.stat(DIRECTORY))) return;
    const entries = await fileSystem.readDirectory(DIRECTORY);
    const orphan = entries.find(({ name }) => name !== 'info');
    if (orphan) violate('swept-temporaries', `${orphan.name} is there after all was swept`);
  }
}

/** A version that can be told from any mixture of versions. */
function contentOf(version: number, size: number): Uint8Array {
  const line = `${version} of ${size}\n`;
  return new TextEncoder().encode(line.repeat(Math.ceil((size + 1) / line.length)));
}

/** 0 if there is no file; undefined if it holds no version. */
async function readVersion({ fileSystem }: KeeperContext): Promise<number | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await fileSystem.readFile(PATH, READ_BYTES_MAX);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
  const text = new TextDecoder().decode(bytes);
  const [, version, size] = /^(\d+) of (\d+)\n/.exec(text) ?? [];
  if (version === undefined || size === undefined) return undefined;
  const whole = new TextDecoder().decode(contentOf(Number(version), Number(size)));
  return text === whole ? Number(version) : undefined;
}
