import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../src/storage/lost-write.ts';
import type { LostWrite, Seen } from '../../src/storage/lost-write.ts';

const uuid = (value: number): Uint8Array => new Uint8Array(16).fill(value);
const OURS = 200;

/** One znode and its siblings' count, as a server keeps them. */
class Model {
  #zxid = 1n;
  #siblingsVersion = 5;
  #node: { czxid: bigint; version: number; uuid: Uint8Array } | undefined;

  look(): Seen {
    if (!this.#node) return { type: 'absent', siblingsVersion: this.#siblingsVersion };
    return { type: 'present', ...this.#node };
  }

  /** A change by somebody: what would be refused does nothing. */
  change(kind: 'create' | 'set' | 'delete', value: number): void {
    this.#zxid++;
    if (kind === 'create' && !this.#node) {
      this.#siblingsVersion++;
      this.#node = { czxid: this.#zxid, version: 0, uuid: uuid(value) };
    } else if (kind === 'set' && this.#node) {
      this.#node = { ...this.#node, version: this.#node.version + 1, uuid: uuid(value) };
    } else if (kind === 'delete' && this.#node) {
      this.#siblingsVersion++;
      this.#node = undefined;
    }
  }

  /** Serves our write if its condition holds; says whether it did. */
  serve({ before, uuid: stored }: LostWrite): boolean {
    const now = this.look();
    const holds =
      before.type === 'absent'
        ? now.type === 'absent'
        : now.type === 'present' && now.version === before.version;
    if (!holds) return false;
    if (before.type === 'absent') this.change('create', OURS);
    else this.change(stored ? 'set' : 'delete', OURS);
    return true;
  }
}

const change = fc.constantFrom('create' as const, 'set' as const, 'delete' as const);
const changes = fc.array(change, { maxLength: 4 });

describe('a lost write', () => {
  test('is judged rightly, or not at all, whatever others did before and after it', () => {
    const verdicts = new Set<string>();
    const property = fc.property(
      ...([changes, changes, changes, fc.boolean(), fc.boolean()] as const),
      (history, between, after, isServed, isStore) => {
        const model = new Model();
        let value = 1;
        for (const kind of history) model.change(kind, value++);
        const before = model.look();
        fc.pre(isStore || before.type === 'present');
        const lost: LostWrite = { before, uuid: isStore ? uuid(OURS) : undefined };
        for (const kind of between) model.change(kind, value++);
        const isDone = isServed && model.serve(lost);
        for (const kind of after) model.change(kind, value++);
        const verdict = judge(lost, model.look());
        verdicts.add(verdict);
        if (verdict === 'done') expect(isDone).toBe(true);
        if (verdict === 'not-done') expect([isDone, model.look()]).toEqual([false, before]);
        if (verdict === 'overtaken') expect(isDone).toBe(false);
        // With nobody else about there is always a verdict on what is stored.
        if (between.length + after.length === 0 && isStore) {
          expect(verdict).toBe(isDone ? 'done' : 'not-done');
        }
      },
    );
    fc.assert(property, { numRuns: 5_000 });
    expect([...verdicts].sort()).toEqual(['done', 'not-done', 'overtaken', 'unknown']);
  });
});
