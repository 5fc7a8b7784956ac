import { describe, expect, test } from '@jest/globals';
import { replaceFile } from '@quorate/checkpoint';
import type { FileSystem } from '@quorate/checkpoint';
import { crashMatrix } from '@quorate/checkpoint/testing';
import type { CrashCase, CrashMatrixOptions } from '@quorate/checkpoint/testing';
import { bytes, text } from '../support/bytes.ts';

// A net is only worth what it catches: replacements that look right and are not.

type Replace = (fileSystem: FileSystem, path: string, content: Uint8Array) => Promise<void>;

/** Writes `path` in place, or a temporary file that takes its place. */
async function replaceLoosely(
  fileSystem: FileSystem,
  path: string,
  content: Uint8Array,
  omit: 'file-sync' | 'directory-sync' | 'rename',
): Promise<void> {
  const temporary = omit === 'rename' ? path : `${path}.tmp`;
  const file = await fileSystem.open(temporary, { access: 'read-write', create: 'if-missing' });
  await file.truncate(0);
  await file.write(content, 0);
  if (omit !== 'file-sync') await file.sync();
  await file.close();
  if (omit !== 'rename') await fileSystem.rename(temporary, path);
  if (omit !== 'directory-sync') await fileSystem.syncDirectory('/');
}

/** Reports what it could not do as done. */
const replaceBlindly: Replace = (fileSystem, path, content) =>
  replaceFile(fileSystem, path, content).catch(() => undefined);

/** Tries a sync that failed once more, as if that proved anything. */
const replaceStubbornly: Replace = async (fileSystem, path, content) => {
  const temporary = `${path}.tmp`;
  const file = await fileSystem.open(temporary, { access: 'read-write', create: 'if-missing' });
  await file.truncate(0);
  await file.write(content, 0);
  await file.sync().catch(() => file.sync());
  await file.close();
  await fileSystem.rename(temporary, path);
  await fileSystem.syncDirectory('/');
};

const [OLD, NEW] = ['old '.repeat(300), 'new '.repeat(400)];

function optionsFor(replace: Replace): CrashMatrixOptions<string> {
  return {
    prepare: (fileSystem) => replaceFile(fileSystem, '/file', bytes(OLD)),
    run: async (fileSystem, notes) => {
      await replace(fileSystem, '/file', bytes(NEW));
      notes.push('done');
    },
    check: async (fileSystem, notes) => {
      const found = text(await fileSystem.readFile('/file', 10_000));
      if (found !== NEW && found !== OLD) throw new Error('a mix');
      if (notes.length > 0 && found !== NEW) throw new Error('lost');
    },
  };
}

describe('of replacements', () => {
  test('replaceFile passes, whatever happens', async () => {
    // 5 points, 6 faults, 6 endings.
    expect(await crashMatrix(optionsFor(replaceFile))).toBe(180);
  });

  const broken: readonly (readonly [string, Replace, RegExp])[] = [
    ['without a sync of the file', (...all) => replaceLoosely(...all, 'file-sync'), /a mix|lost/],
    ['without one of the directory', (...all) => replaceLoosely(...all, 'directory-sync'), /lost/],
    ['in place', (...all) => replaceLoosely(...all, 'rename'), /a mix/],
    ['deaf to failures', replaceBlindly, /lost/],
    ['that syncs until it succeeds', replaceStubbornly, /a mix|lost/],
  ];

  test.each(broken)('one %s is caught', async (_, replace, reason) => {
    await expect(crashMatrix(optionsFor(replace))).rejects.toThrow(reason);
  });

  test('what is caught can be played again, alone', async () => {
    const options = optionsFor(replaceBlindly);
    const message = await crashMatrix(options).catch(String);
    const [, only] = /only: (\{.*?\})\)/.exec(String(message)) ?? [];
    await expect(
      crashMatrix({ ...options, only: JSON.parse(String(only)) as CrashCase }),
    ).rejects.toThrow(String(message).replace('Error: ', ''));
  });
});

describe('the rules of the game', () => {
  test('work that fails without any fault is an error of the test', async () => {
    const failing: Replace = async () => {
      throw new Error('wrong from the start');
    };
    await expect(crashMatrix(optionsFor(failing))).rejects.toThrow('wrong from the start');
  });

  test('a recovery is cut short at each of its points, too', async () => {
    const recovering = (isCareful: boolean): CrashMatrixOptions<string> => ({
      prepare: async (fileSystem) => replaceFile(fileSystem, '/file', bytes(OLD)),
      run: async () => undefined,
      check: async (fileSystem) => {
        if (!(await fileSystem.stat('/file'))) throw new Error('recovered to death');
        if (!isCareful) await fileSystem.unlink('/file');
        await replaceFile(fileSystem, '/file', bytes(NEW));
      },
      recoveryCrashes: true,
      only: { at: 1, fault: 'crash', ending: 'process' },
    });
    expect(await crashMatrix(recovering(true))).toBe(6);
    await expect(crashMatrix(recovering(false))).rejects.toThrow('recovered to death');
  });
});
