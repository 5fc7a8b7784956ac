// What a worker does to its streams of status updates, step by step: a pure plan, so that what is
// found after a kill says how far it got.

const STATES = ['OPERATION_PENDING', 'OPERATION_UNREACHABLE', 'OPERATION_FINISHED'];
export const UPDATES_PER_STREAM = STATES.length;

/** The life of stream K. The one before it is removed once it has begun, so that one always is. */
const CYCLE = [
  { type: 'update', index: 0 },
  { type: 'remove-previous' },
  { type: 'update', index: 1 },
  { type: 'acknowledge', index: 0 },
  { type: 'update', index: 2 },
  { type: 'acknowledge', index: 1 },
  { type: 'acknowledge', index: 2 },
];

/** What step `step`, counted from 1, does, and in which stream. */
export function actionOf(step) {
  const place = step > 1 ? step + 1 : step; // there is no stream before the first to be removed
  const stream = Math.floor((place - 1) / CYCLE.length);
  return { stream, ...CYCLE[(place - 1) % CYCLE.length] };
}

/** The step that does what stands at `position`, counted from 0, in the life of a stream. */
function stepAt(stream, position) {
  const place = stream * CYCLE.length + position + 1;
  return place > 1 ? place - 1 : place;
}

function stepOf(stream, type, index) {
  return stepAt(
    stream,
    CYCLE.findIndex((action) => action.type === type && action.index === index),
  );
}

/** The least step that must be durable when update `index` is forwarded with the state of `latest`. */
export function stepOfForward(stream, index, latest) {
  const steps = [stepOf(stream, 'update', index), stepOf(stream, 'update', latest)];
  if (index > 0) steps.push(stepOf(stream, 'acknowledge', index - 1));
  return Math.max(...steps);
}

/** What was written to a stream's file by the time of a step, in order. */
export function actionsOf(stream, step) {
  return CYCLE.filter(
    ({ type }, position) => type !== 'remove-previous' && stepAt(stream, position) <= step,
  );
}

/** The streams after a step: how many updates each has, and how many of them are acknowledged. */
function streamsAfter(step) {
  const streams = new Map();
  // Older ones than the one before are removed.
  const first = Math.max(1, stepAt(actionOf(step).stream - 1, 0));
  for (let done = first; done <= step; done++) {
    const { stream, type } = actionOf(done);
    const counts = streams.get(stream) ?? { updates: 0, acknowledged: 0 };
    if (type === 'remove-previous') streams.delete(stream - 1);
    else if (type === 'update') streams.set(stream, { ...counts, updates: counts.updates + 1 });
    else streams.set(stream, { ...counts, acknowledged: counts.acknowledged + 1 });
  }
  return streams;
}

/** Such as `4: 3/3, 5: 1/0`. */
function streamsText(streams) {
  return [...streams]
    .toSorted(([a], [b]) => a - b)
    .map(([stream, { updates, acknowledged }]) => `${stream}: ${updates}/${acknowledged}`)
    .join(', ');
}

/** The step after which the streams look like this; throws if there is none. */
export function stepOfStreams(name, streams) {
  if (streams.size === 0) return 0;
  const text = streamsText(streams);
  const newest = Math.max(...streams.keys());
  for (let step = stepAt(newest, 0); step < stepAt(newest + 1, 0); step++) {
    if (streamsText(streamsAfter(step)) === text) return step;
  }
  throw new Error(`${name}: streams that no step leads to: ${text}`);
}

/** The uuid of a stream's operation. */
export function uuidOfStream(worker, stream) {
  return `${hex(stream, 8)}-0000-4000-8000-${hex(worker, 12)}`;
}

export function readStreamUuid(uuid) {
  return { stream: parseInt(uuid.slice(0, 8), 16), worker: parseInt(uuid.slice(-12), 16) };
}

/** The uuid of one update. */
export function uuidOfUpdate(worker, stream, index) {
  return `${hex(stream, 8)}-${hex(index, 4)}-4000-9000-${hex(worker, 12)}`;
}

export function stateOfUpdate(index) {
  return STATES[index];
}

function hex(number, digits) {
  return number.toString(16).padStart(digits, '0');
}
