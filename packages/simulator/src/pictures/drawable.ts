import type { MessageEvent, RecordedEvent, Recording } from '../recording.ts';
import { PictureError } from './picture-error.ts';

/** A message as it was sent. */
export type SendEvent = Extract<MessageEvent, { readonly type: 'send' }>;

/** A recording that can be drawn: every message that arrives or is lost was sent before. */
export interface Drawable {
  readonly recording: Recording;
  /** The nodes, and after them every address that events name besides. */
  readonly lines: readonly string[];
  readonly sends: ReadonlyMap<number, SendEvent>;
}

/**
 * @throws PictureError `PICTURE_FORMAT_UNKNOWN` for another version of the form of recordings,
 *   `PICTURE_MESSAGE_UNKNOWN` if a message is delivered or lost before it is sent
 */
export function drawableOf(recording: Recording): Drawable {
  checkFormat(recording.formatVersion);
  const sends = new Map<number, SendEvent>();
  const lines = new Set(recording.nodes);
  recording.events.forEach((event, index) => {
    if (event.type === 'send') sends.set(event.id, event);
    if (event.type === 'deliver' || event.type === 'lose') checkSent(event.id, sends, index);
    for (const node of namedNodes(event)) lines.add(node);
  });
  return { recording, lines: [...lines], sends };
}

/** The message with this id; `drawableOf` has made sure that there is one. */
export function sendOf(sends: ReadonlyMap<number, SendEvent>, id: number): SendEvent {
  const send = sends.get(id);
  if (send !== undefined) return send;
  throw new PictureError(
    'PICTURE_MESSAGE_UNKNOWN',
    `message ${id} was never sent: a recording holds the send of every message that it names`,
  );
}

function checkFormat(version: number): void {
  if (version === 1) return;
  throw new PictureError(
    'PICTURE_FORMAT_UNKNOWN',
    `expected a recording of formatVersion 1, got ${version}: draw it with the version that made it`,
  );
}

function checkSent(id: number, sends: ReadonlyMap<number, SendEvent>, index: number): void {
  if (sends.has(id)) return;
  throw new PictureError(
    'PICTURE_MESSAGE_UNKNOWN',
    `event ${index} names message ${id}, which was not sent before: record its send first`,
  );
}

function namedNodes(event: RecordedEvent): readonly string[] {
  switch (event.type) {
    case 'send':
      return [event.from, event.to];
    case 'cuts':
      return event.cuts.flat();
    case 'deliver':
    case 'lose':
      return [];
    default:
      return event.node === undefined ? [] : [event.node];
  }
}
