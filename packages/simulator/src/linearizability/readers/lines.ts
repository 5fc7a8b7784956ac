import { LinearizabilityError } from '../errors.ts';

/**
 * Reads a text line by line, empty lines left out; lines are counted from 1 on. What goes wrong in
 * one is a `HISTORY_INVALID` that names it.
 */
export function readLines(text: string, read: (line: string, number: number) => void): void {
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    try {
      read(line, index + 1);
    } catch (error) {
      throw error instanceof LinearizabilityError ? inLine(error, index + 1) : error;
    }
  }
}

/** Of a line, or of a value in it. */
export function unreadable(what: string, text: string): LinearizabilityError {
  const shown = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
  return new LinearizabilityError('HISTORY_INVALID', `${JSON.stringify(shown)} is not ${what}`);
}

const SHOWN_LENGTH = 80;

function inLine(error: LinearizabilityError, line: number): LinearizabilityError {
  const message = `line ${line}: ${error.message}`;
  return new LinearizabilityError(error.code, message, { line, cause: error });
}
