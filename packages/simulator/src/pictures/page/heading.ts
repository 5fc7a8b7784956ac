import { joined, plural } from './words.ts';
import { byId, make } from './dom.ts';
import { linkTo } from './details.ts';
import { formatMs } from './draw-lines.ts';
import type { Model, PageData } from './model.ts';

/** The title, the run in numbers, the command that repeats it, and links to its violations. */
export function showHeading(data: PageData, model: Model): void {
  const { recording, replayCommand } = data;
  byId('title').textContent = data.title;
  byId('summary').textContent = joined([
    `seed ${recording.seed}`,
    `profile ${recording.profile}`,
    plural(data.lines.length, 'node'),
    plural(model.marks.length, 'event'),
    formatMs(recording.events.at(-1)?.timeMs ?? 0),
  ]);
  if (replayCommand !== undefined) showReplay(replayCommand);
  if (model.violations.length > 0) showViolations(model);
}

function showReplay(command: string): void {
  const code = byId('command');
  code.textContent = command;
  byId('replay').hidden = false;
  byId('copy').addEventListener('click', () => {
    // Selected as well: a page that is opened from a file may not be allowed to write the clipboard.
    getSelection()?.selectAllChildren(code);
    void navigator.clipboard?.writeText(command).catch(() => undefined);
  });
}

function showViolations(model: Model): void {
  const links = model.violations.map((at) => make('li', {}, linkTo(model, at)));
  const heading = make('strong', {}, plural(links.length, 'violation'));
  const list = byId('violations');
  list.replaceChildren(heading, make('ul', {}, ...links));
  list.hidden = false;
}
