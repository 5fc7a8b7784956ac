import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from '@jest/globals';
import type { FileSystem } from '@quorate/checkpoint';
import { nodeFileSystem } from '@quorate/checkpoint/node';
import { SimulatedDisk } from '@quorate/checkpoint/testing';
import { fileStreamStorage, journalStreamStorage } from '@quorate/status-updates';
import type { StreamStorage } from '@quorate/status-updates';
import { streamStorageSuite } from '@quorate/status-updates/testing';
import type { StreamStoragePlace } from '@quorate/status-updates/testing';
import { makeFile, readIfThere } from '../support/files.ts';

type MakeStorage = (fileSystem: FileSystem, directory: string) => StreamStorage;

async function onDisk(make: MakeStorage): Promise<StreamStoragePlace> {
  const directory = await mkdtemp(join(tmpdir(), 'quorate-streams-'));
  return {
    directory,
    open: () => make(nodeFileSystem(), directory),
    readFile: async (path) => {
      try {
        return new Uint8Array(await readFile(path));
      } catch {
        return undefined;
      }
    },
    writeFile: async (path, bytes) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    },
    dispose: () => rm(directory, { recursive: true }),
  };
}

function simulated(make: MakeStorage): Promise<StreamStoragePlace> {
  const fileSystem = new SimulatedDisk().start();
  return Promise.resolve({
    directory: '/agent',
    open: () => make(fileSystem, '/agent'),
    readFile: (path) => readIfThere(fileSystem, path),
    writeFile: (path, bytes) => makeFile(fileSystem, path, bytes),
  });
}

const perStream: MakeStorage = (fileSystem) => fileStreamStorage({ fileSystem });
const fewOpenFiles: MakeStorage = (fileSystem) =>
  fileStreamStorage({ fileSystem, openFilesMax: 2 });
const journal: MakeStorage = (fileSystem, directory) =>
  journalStreamStorage({ fileSystem, path: `${directory}/updates.journal` });
const smallJournal: MakeStorage = (fileSystem, directory) =>
  journalStreamStorage({ fileSystem, path: `${directory}/updates.journal`, sizeBytesMax: 4096 });

for (const [name, make] of Object.entries({ perStream, fewOpenFiles, journal, smallJournal })) {
  streamStorageSuite(`${name}, on disk`, { describe, test, place: () => onDisk(make) });
  streamStorageSuite(`${name}, simulated`, { describe, test, place: () => simulated(make) });
}
