import type { RecordedEvent, Recording } from '@quorate/simulator';

const [A, B, C] = ['log(1)@10.0.0.1:5050', 'log(1)@10.0.0.2:5050', 'log(1)@10.0.0.3:5050'];

type State = Extract<RecordedEvent, { readonly type: 'state' }>;
const state = (timeMs: number, node: string, status: string, promised: number, end: number) =>
  ({ timeMs, type: 'state', node, status, promised, begin: 1, end }) satisfies State;

type Send = Extract<RecordedEvent, { readonly type: 'send' }>;
const send = (
  timeMs: number,
  id: number,
  from: string,
  to: string,
  name: string,
  detail?: string,
) =>
  ({
    timeMs,
    type: 'send',
    id,
    from,
    to,
    name,
    ...(detail === undefined ? {} : { detail }),
  }) satisfies Send;

const deliver = (timeMs: number, id: number) => ({ timeMs, type: 'deliver', id }) as const;

/** A short life of three replicas with one of everything that can be drawn, and texts that try to be markup. */
export const SAMPLE_RUN: Recording = {
  formatVersion: 1,
  seed: 4711,
  profile: 'crashes and partitions',
  nodes: [A, B, C],
  events: [
    { timeMs: 0, type: 'start', node: A },
    { timeMs: 0, type: 'start', node: B },
    { timeMs: 0, type: 'start', node: C, detail: 'empty disk' },
    state(1, A, 'voting', 0, 0),
    state(1, B, 'voting', 0, 0),
    state(2, C, 'empty', 0, 0),
    { timeMs: 5, type: 'client', node: A, operation: 1, phase: 'invoked', text: 'elect' },
    send(5, 1, A, A, 'PromiseRequest', 'proposal 1'),
    send(5, 2, A, B, 'PromiseRequest', 'proposal 1'),
    send(5, 3, A, C, 'PromiseRequest', 'proposal 1'),
    deliver(6, 1),
    state(6, A, 'voting', 1, 0),
    deliver(9, 2),
    state(9, B, 'voting', 1, 0),
    send(9, 4, B, A, 'PromiseResponse', 'accept'),
    deliver(12, 3),
    send(12, 5, C, A, 'PromiseResponse', 'ignored'),
    deliver(14, 4),
    { timeMs: 14, type: 'client', node: A, operation: 1, phase: 'succeeded', text: 'elect' },
    deliver(19, 5),
    send(20, 6, C, A, 'RecoverRequest'),
    send(20, 7, C, B, 'RecoverRequest'),
    state(21, C, 'recovering', 0, 0),
    deliver(22, 6),
    deliver(23, 7),
    {
      timeMs: 30,
      type: 'cuts',
      cuts: [
        [A, B],
        [B, A],
        [A, C],
        [C, A],
      ],
    },
    { timeMs: 31, type: 'client', node: A, operation: 2, phase: 'invoked', text: 'append "x"; #1' },
    send(31, 8, A, B, 'WriteRequest', 'position 1 <b>bold</b>'),
    { timeMs: 31, type: 'lose', id: 8, reason: 'cut' },
    send(31, 9, A, A, 'WriteRequest', 'position 1'),
    deliver(32, 9),
    state(33, A, 'voting', 1, 1),
    { timeMs: 60, type: 'pause', node: B },
    { timeMs: 480, type: 'resume', node: B },
    send(500, 10, B, C, 'LearnedMessage', 'position 1'),
    deliver(504, 10),
    deliver(509, 10),
    state(510, C, 'voting', 1, 1),
    { timeMs: 520, type: 'crash', node: A, detail: 'power loss' },
    { timeMs: 530, type: 'cuts', cuts: [] },
    { timeMs: 540, type: 'wipe', node: A },
    { timeMs: 900, type: 'start', node: A },
    {
      timeMs: 900,
      type: 'client',
      node: A,
      operation: 2,
      phase: 'unknown',
      text: 'append "x"; #1',
    },
    state(901, A, 'starting', 0, 0),
    { timeMs: 905, type: 'note', text: 'the network is whole from here on' },
    {
      timeMs: 906,
      type: 'note',
      node: B,
      text: '</script><script>document.title = "broken"</script>',
    },
    send(910, 11, A, C, 'RecoverRequest'),
    {
      ...{ timeMs: 1200, type: 'violation', node: C },
      ...{ invariant: 'agreement', text: 'position 1 is "x" at A and "y" at C' },
    },
    {
      timeMs: 1201,
      type: 'violation',
      invariant: 'durability',
      text: 'an acknowledged entry is gone',
    },
  ],
};
