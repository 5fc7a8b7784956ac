import type { Kind, Mark, Message, Model } from './model.ts';

/** What is left out; nothing is by default. */
export interface Filter {
  readonly text: string;
  readonly hidesChatter: boolean;
  readonly hiddenNames: ReadonlySet<string>;
  readonly hiddenLines: ReadonlySet<number>;
  readonly hiddenKinds: ReadonlySet<Kind>;
}

export const NO_FILTER: Filter = {
  text: '',
  hidesChatter: false,
  hiddenNames: new Set(),
  hiddenLines: new Set(),
  hiddenKinds: new Set(),
};

const CHATTER = /learned|recover/i;

/** Which events are shown. A message is shown or hidden as a whole, with all its deliveries. */
export function visibleMarks(model: Model, filter: Filter): readonly boolean[] {
  const wanted = filter.text.trim().toLowerCase();
  const matches = ({ text }: Mark) => wanted === '' || text.toLowerCase().includes(wanted);
  const found = new Set(
    model.marks.flatMap((mark) =>
      mark.message !== undefined && matches(mark) ? [mark.message] : [],
    ),
  );
  const shown = model.messages.map(
    (message, index) => found.has(index) && isMessageShown(message, filter),
  );
  return model.marks.map((mark) => {
    if (mark.message !== undefined) return shown[mark.message] === true;
    const isLineShown = mark.line === undefined || !filter.hiddenLines.has(mark.line);
    return isLineShown && !filter.hiddenKinds.has(mark.kind) && matches(mark);
  });
}

function isMessageShown({ send, from, to }: Message, filter: Filter): boolean {
  if (filter.hidesChatter && CHATTER.test(send.name)) return false;
  if (filter.hiddenNames.has(send.name)) return false;
  return !filter.hiddenLines.has(from) && !filter.hiddenLines.has(to);
}
