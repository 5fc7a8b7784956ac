import type { RecordedEvent, Recording } from '@quorate/simulator';
import fc from 'fast-check';

/** Texts with everything that diagrams could mistake for their own signs. */
const texts = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'end',
    '%%{init}%%',
    'a->>b: c',
    '#35;',
    '<script>',
    'line\nbreak',
    ' ',
    '__proto__',
  ),
);
const names = fc.uniqueArray(texts, { minLength: 1, maxLength: 5 });

const eventsOf = (nodes: readonly string[]) => {
  const node = fc.constantFrom(...nodes);
  const status = fc.constantFrom('empty', 'starting', 'recovering', 'voting');
  const one = <T extends RecordedEvent['type']>(type: T) => fc.constant(type);
  return fc.oneof(
    fc.record({ type: one('send'), from: node, to: node, name: texts, detail: texts }),
    fc.record({ type: fc.constantFrom('deliver', 'lose'), pick: fc.nat(), reason: texts }),
    fc.record({ type: fc.constantFrom('start', 'stop', 'crash', 'wipe', 'pause', 'resume'), node }),
    fc.record({ type: one('cuts'), cuts: fc.array(fc.tuple(node, node), { maxLength: 4 }) }),
    fc.record({
      ...{ type: one('state'), node, status, promised: fc.nat(9) },
      ...{ begin: fc.nat(9), end: fc.nat(9) },
    }),
    fc.record({
      ...{ type: one('client'), node, operation: fc.nat(3), text: texts },
      phase: fc.constantFrom('invoked', 'succeeded', 'failed', 'unknown'),
    }),
    fc.record({ type: one('note'), text: texts }),
    fc.record({ type: one('violation'), invariant: texts, text: texts, node }),
  );
};

/** Any recording in which messages are sent before they arrive or are lost. */
export const recordings: fc.Arbitrary<Recording> = names.chain((nodes) =>
  fc.array(eventsOf(nodes), { maxLength: 40 }).map((drafts) => {
    let sent = 0;
    const events = drafts.flatMap((draft, index): RecordedEvent[] => {
      const timeMs = index * 3;
      if (draft.type === 'send') return [{ timeMs, ...draft, id: sent++ }];
      if (draft.type !== 'deliver' && draft.type !== 'lose') {
        return [{ timeMs, ...draft } as RecordedEvent];
      }
      if (sent === 0) return [];
      const id = draft.pick % sent;
      if (draft.type === 'deliver') return [{ timeMs, type: 'deliver', id }];
      return [{ timeMs, type: 'lose', id, reason: draft.reason }];
    });
    return { formatVersion: 1, seed: 1, profile: 'any', nodes, events };
  }),
);
