import { ClassicLevel } from 'classic-level';
import { levelStorage } from '@quorate/log/leveldb';
import type { Action, Metadata, Operation } from '@quorate/messages';
import { Operation as OperationCodec } from '@quorate/messages';
import { newFolder } from './folders.ts';

/** Writes a replica's directory and gives its path. */
export async function writeLog(actions: readonly Action[], metadata = VOTING): Promise<string> {
  const path = newFolder();
  const storage = levelStorage({ path });
  await storage.restore();
  await storage.persist({ metadata, actions });
  await storage.close();
  return path;
}

/** Writes any bytes under a key. */
export async function putRaw(path: string, key: string, value: Uint8Array): Promise<void> {
  const database = new ClassicLevel<string, Uint8Array>(path, {
    valueEncoding: 'view',
    compression: false,
  });
  await database.put(key, value, { sync: true });
  await database.close();
}

/** An append at a position, learned unless it is said not to be. */
export function append(position: number, bytes: Uint8Array, learned = true): Action {
  const accepted = { promised: 1, performed: 1, ...(learned && { learned }) };
  return { position, ...accepted, type: 'append', append: { bytes } };
}

/** An append that holds a state operation. */
export function operation(position: number, value: Operation, learned = true): Action {
  return append(position, OperationCodec.encode(value), learned);
}

const VOTING: Metadata = { status: 'voting', promised: 1 };
