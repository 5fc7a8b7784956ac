import type { Recording } from '../recording.ts';
import { PAGE } from '../gen/page.ts';
import { drawableOf } from './drawable.ts';

/** What the page says beside the drawing. */
export interface HtmlOptions {
  /** What the page is called. Default: the profile and the seed. */
  readonly title?: string;
  /** The command that makes this run again, shown for copying. Default: none. */
  readonly replayCommand?: string;
}

/**
 * One HTML page that draws the run and needs nothing else: no network, no other file. Whatever the
 * recording holds is shown as text; a content security policy lets only the page's own script run.
 *
 * @throws PictureError see `drawableOf`
 */
export function htmlOf(recording: Recording, options: HtmlOptions = {}): string {
  const { lines } = drawableOf(recording);
  const { title = `${recording.profile}, seed ${recording.seed}`, replayCommand } = options;
  const data = { title, replayCommand, lines, recording };
  return [PAGE.beforeTitle, escapeHtml(title), PAGE.beforeData, scriptSafe(data), PAGE.end].join(
    '',
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that cannot end the script element which holds it, nor open a comment there. */
function scriptSafe(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
