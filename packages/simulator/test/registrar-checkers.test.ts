import { describe, expect, it } from '@jest/globals';
import { Registry } from '@quorate/messages';
import { AbortedForGood } from '../src/registrar/checkers/aborted-for-good.ts';
import { AcknowledgedVersions } from '../src/registrar/checkers/acknowledged-versions.ts';
import { CertainFailures } from '../src/registrar/checkers/certain-failures.ts';
import { FoldedRegistry } from '../src/registrar/checkers/folded-registry.ts';
import { OneHistory } from '../src/registrar/checkers/one-history.ts';
import { RecoveryFirst } from '../src/registrar/checkers/recovery-first.ts';
import type { RegistryChecker } from '../src/registrar/checkers/registry-checker.ts';
import { UniqueAgents } from '../src/registrar/checkers/unique-agents.ts';
import { RegistryHistory } from '../src/registrar/registry-history.ts';
import type { Term } from '../src/registrar/registry-history.ts';

const MASTER = { ip: 0, port: 5050, hostname: 'localhost', capabilities: [] };
const registry = (master: string, ...admitted: readonly string[]): Registry =>
  Registry.decode(
    Registry.encode({
      ...Registry.decode(new Uint8Array()),
      master: { info: { ...MASTER, id: master } },
      slaves: {
        slaves: admitted.map((id) => ({
          info: { hostname: 'host', resources: [], attributes: [], id: { value: id } },
        })),
      },
    }),
  );
const admit = (id: string) => ({ type: 'admit', id, host: 'host' }) as const;

/** A history that one checker listens to, and what that has said. */
function heard(checker: RegistryChecker) {
  const said: string[] = [];
  const hear = (problem: string | undefined): void => {
    if (problem !== undefined) said.push(problem);
  };
  const history = new RegistryHistory({
    storing: (store, value) => hear(checker.storing?.(store, value)),
    stored: (store) => hear(checker.stored?.(store)),
    effective: (store) => hear(checker.effective?.(store)),
    requested: (request) => hear(checker.requested?.(request)),
    returned: (request) => hear(checker.returned?.(request)),
    recovered: (term, shown) => hear(checker.recovered?.(term, shown)),
  });
  const store = (term: Term, uuid: string, before: string, shown = registry(term.master)) =>
    history.storing(term, uuid, before, () => Registry.encode(shown));
  const recover = (node: string, uuid: string, before = '') => {
    const term = history.begin(node, node);
    history.stored(store(term, uuid, before), 'succeeded');
    history.recovered(term, registry(node));
    return term;
  };
  return { said, history, store, recover };
}

describe('the checkers of registrars', () => {
  it.each([
    new AbortedForGood(),
    new AcknowledgedVersions(),
    new CertainFailures(),
    new FoldedRegistry(),
    new OneHistory(),
    new RecoveryFirst(),
    new UniqueAgents(),
  ])('have nothing to say of a history that is right: $invariant', (checker) => {
    const { said, history, store, recover } = heard(checker);
    const first = recover('m1', 'a');
    const admission = history.request(first, admit('s1'));
    first.performed.push(admission);
    const stored = store(first, 'b', 'a', registry('m1', 's1'));
    const second = history.begin('m2', 'm2');
    history.stored(stored, 'succeeded');
    history.succeeded(admission, true);
    history.fetched('b');
    history.stored(store(second, 'c', 'b', registry('m2', 's1')), 'succeeded');
    history.recovered(second, registry('m2', 's1'));
    const late = history.request(first, admit('s2'));
    first.performed.push(late);
    history.stored(store(first, 'd', 'b', registry('m1', 's1', 's2')), 'failed');
    history.failed(late, 'failed', 'REGISTRAR_VERSION_MISMATCH');
    history.failed(history.request(first, admit('s3')), 'failed', 'REGISTRAR_ABORTED');
    expect(said).toEqual([]);
  });

  it('see two versions that take the place of one', () => {
    const { said, history, store, recover } = heard(new OneHistory());
    const [first, second] = [recover('m1', 'a'), history.begin('m2', 'm2')];
    history.stored(store(second, 'b', 'a'), 'succeeded');
    history.stored(store(first, 'c', 'a'), 'unknown');
    expect(said).toEqual([]);
    history.fetched('c'); // What nobody knew of is there after all.
    expect(said).toEqual([expect.stringContaining('have taken the place of version 1')]);
  });

  it('see a registry that is not what was asked for', () => {
    const { said, history, store, recover } = heard(new FoldedRegistry());
    const term = recover('m1', 'a');
    const admission = history.request(term, admit('s1'));
    term.performed.push(admission);
    const stored = store(term, 'b', 'a', registry('m1'));
    expect(said).toEqual([expect.stringContaining('has to be master m1, admitted [s1=host]')]);
    history.stored(stored, 'succeeded');
    history.succeeded(admission, false);
    expect(said[1]).toContain('was answered with false');
    history.recovered(term, registry('m1', 's1'));
    expect(said[2]).toContain('is shown as master m1, admitted [s1=host]');
  });

  it('see a registrar that goes on after a failure', () => {
    const { said, history, store, recover } = heard(new AbortedForGood());
    const term = recover('m1', 'a');
    history.stored(store(term, 'b', 'a'), 'unknown');
    const late = history.request(term, admit('s1'));
    history.stored(store(term, 'c', 'a'), 'succeeded');
    history.succeeded(late, true);
    expect(said).toEqual([
      expect.stringContaining('stores again'),
      expect.stringContaining('asked for after a store had failed'),
    ]);
  });

  it('see a recovery that proves nothing', () => {
    const { said, history, store } = heard(new RecoveryFirst());
    const term = history.begin('m1', 'm1');
    history.succeeded(history.request(term, admit('s1')), true);
    history.recovered(term, registry('m1'));
    store(term, 'a', '');
    history.stored(store(term, 'b', 'a'), 'succeeded');
    expect(said).toEqual([
      expect.stringContaining('before it was recovered'),
      expect.stringContaining('without a store that succeeded'),
      expect.stringContaining('stores nothing new'),
    ]);
    const other = history.begin('m2', 'm2');
    history.stored(store(other, 'c', 'b'), 'succeeded');
    history.recovered(other, registry('m1'));
    expect(said[3]).toContain('m1 leads');
  });

  it('see what failed for certain and is there', () => {
    const { said, history, store, recover } = heard(new CertainFailures());
    const term = recover('m1', 'a');
    const admission = history.request(term, admit('s1'));
    term.performed.push(admission);
    history.stored(store(term, 'b', 'a'), 'unknown');
    history.failed(admission, 'failed', 'REGISTRAR_STORE_TIMEOUT');
    history.fetched('b');
    expect(said).toEqual([
      expect.stringContaining('gave up a store in time'),
      expect.stringContaining('failed for certain (REGISTRAR_STORE_TIMEOUT), and is in version 2'),
    ]);
  });

  it('see what was acknowledged and lost, or stored by nobody', () => {
    const { said, history, store, recover } = heard(new AcknowledgedVersions());
    const term = recover('m1', 'a');
    history.succeeded(history.request(term, admit('s1')), true);
    expect(said).toEqual([expect.stringContaining('without a store')]);
    const admission = history.request(term, admit('s2'));
    term.performed.push(admission);
    const stored = store(term, 'b', 'a');
    history.succeeded(admission, true);
    expect(said[1]).toContain('is pending');
    history.stored(stored, 'succeeded');
    recover('m2', 'c');
    expect(said[2]).toContain('though version 2 was acknowledged before');
  });

  it('see an agent that is in two lists', () => {
    const { said, store, recover } = heard(new UniqueAgents());
    const term = recover('m1', 'a');
    const gone = { slaves: [{ id: { value: 's1' }, timestamp: { nanoseconds: 0n } }] };
    store(term, 'b', 'a', { ...registry('m1', 's1'), gone });
    expect(said).toEqual([expect.stringContaining('agent s1 is twice')]);
  });
});
