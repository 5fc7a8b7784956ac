import type { Action, Command, DiskState, MessageRule, NodesVerb } from './command.ts';
import { MESSAGE_KINDS } from './message-rules.ts';
import { ScenarioError } from './scenario-error.ts';
import { Words } from './words.ts';

/** Reads one line. Throws a `ScenarioError`. */
export function parseCommand(text: string, line: number): Command {
  const words = new Words(text, line);
  const isQuiet = words.takeIf('quiet');
  const isBegun = words.takeIf('begin');
  const verb = words.take('a command');
  const parse = PARSERS[verb];
  if (!parse) {
    const known = Object.keys(PARSERS).join(', ');
    throw new ScenarioError(line, `there is no command "${verb}"; there are ${known}`);
  }
  const action = parse(words);
  words.end();
  return { line, action, isQuiet, isBegun };
}

const nodes =
  (verb: NodesVerb) =>
  (words: Words): Action => ({ verb, nodes: words.nodes() });

const plain = (verb: 'pass' | 'release' | 'heal' | 'status') => (): Action => ({ verb });

const PARSERS: Readonly<Record<string, (words: Words) => Action>> = {
  replicas: parseReplicas,
  start: nodes('start'),
  stop: nodes('stop'),
  initialize: nodes('initialize'),
  crash: (words) => {
    const which = words.nodes();
    return { verb: 'crash', nodes: which, how: words.takeIf('power-loss') ? 'power-loss' : 'kill' };
  },
  wipe: nodes('wipe'),
  elect: nodes('elect'),
  append: (words) => ({ verb: 'append', node: words.node(), values: words.texts() }),
  truncate: (words) => ({ verb: 'truncate', node: words.node(), to: words.integer('a position') }),
  read: (words) => ({ verb: 'read', node: words.node(), ...words.range() }),
  'catch-up': nodes('catch-up'),
  discard: nodes('discard'),
  drop: (words) => ({ verb: 'drop', rule: parseRule(words) }),
  hold: (words) => ({ verb: 'hold', rule: parseRule(words) }),
  pass: plain('pass'),
  release: plain('release'),
  cut: (words) => {
    const { from, to } = words.direction();
    if (from === undefined || to === undefined) throw words.wrong('name both replicas, as in 1->2');
    return { verb: 'cut', from, to };
  },
  heal: plain('heal'),
  hide: (words) => ({ verb: 'hide', member: words.node(), node: words.after('from').node() }),
  show: (words) => ({ verb: 'show', member: words.node(), node: words.after('to').node() }),
  disk: (words) => ({
    verb: 'disk',
    node: words.node(),
    state: words.oneOf<DiskState>(['healthy', 'slow', 'full', 'failing']),
  }),
  run: (words) => ({ verb: 'run', ms: words.duration() }),
  status: plain('status'),
  log: nodes('log'),
};

function parseReplicas(words: Words): Action {
  const count = words.integer('how many replicas');
  let quorum = Math.floor(count / 2) + 1;
  let recovery: 'safe' | 'mesos' = 'safe';
  let autoInitialize = true;
  let seed = 1;
  while (!words.isAtEnd) {
    const option = words.oneOf(['quorum', 'recovery', 'operator', 'seed']);
    if (option === 'quorum') quorum = words.integer('a quorum');
    else if (option === 'recovery') recovery = words.oneOf(['safe', 'mesos']);
    else if (option === 'seed') seed = words.integer('a seed');
    else autoInitialize = false;
  }
  if (count < 1 || count > 9) throw words.wrong(`a group has 1 to 9 replicas, not ${count}`);
  if (quorum < 1 || quorum > count) {
    throw words.wrong(`a quorum of ${count} replicas is 1 to ${count}, not ${quorum}`);
  }
  return { verb: 'replicas', count, quorum, recovery, autoInitialize, seed };
}

function parseRule(words: Words): MessageRule {
  const kind = words.oneOf([...MESSAGE_KINDS, 'any']);
  let direction: Pick<MessageRule, 'from' | 'to'> = { from: undefined, to: undefined };
  let position: number | undefined;
  let once = false;
  while (!words.isAtEnd) {
    if (words.takeIf('once')) once = true;
    else if (words.takeIf('at')) position = words.integer('a position');
    else direction = words.direction();
  }
  return { kind, position, once, ...direction };
}
