import { ByteReader, malformed, unsupported } from './byte-reader.ts';
import {
  COPY_NEW,
  COPY_SOURCE,
  COPY_TARGET,
  INSTRUCTIONS_SIZE_BYTES_MAX,
  SHORT_LENGTH_MAX,
  SVNDIFF_HEADER,
  WINDOW_SIZE_BYTES_MAX,
} from './limits.ts';

/** One step in making the target of a window. */
export type Instruction =
  /** From the window's view of the source. */
  | { readonly type: 'copy-source'; readonly offset: number; readonly length: number }
  /** From what the window has made so far; it may run into what it makes itself. */
  | { readonly type: 'copy-target'; readonly offset: number; readonly length: number }
  | { readonly type: 'new'; readonly bytes: Uint8Array };

/** A piece of a difference: makes the next bytes of the target. */
export interface SvndiffWindow {
  readonly viewOffset: number;
  readonly viewLength: number;
  readonly targetLength: number;
  /** Together they make exactly `targetLength` bytes, and stay within the view. */
  readonly instructions: readonly Instruction[];
}

/**
 * The windows of an svndiff of version 0, checked as strictly as Subversion does. Bytes are views.
 *
 * Throws `STATE_DIFF_MALFORMED`, and `STATE_DIFF_UNSUPPORTED` for another version.
 */
export function* decodeWindows(diff: Uint8Array): Generator<SvndiffWindow, void, undefined> {
  const reader = new ByteReader(diff);
  checkHeader(reader.take(SVNDIFF_HEADER.length, 'the header'));
  let [lastOffset, lastEnd] = [0, 0];
  while (!reader.isAtEnd) {
    const window = decodeWindow(reader);
    const { viewOffset, viewLength } = window;
    if (viewLength > 0) {
      const end = viewOffset + viewLength;
      if (viewOffset < lastOffset || end < lastEnd) throw malformed('a view goes back');
      // Subversion, which reads the source as a stream, would take the wrong bytes for it.
      if (viewOffset > lastEnd) throw malformed('a view leaves out a part of the value before');
      [lastOffset, lastEnd] = [viewOffset, end];
    }
    yield window;
  }
}

function checkHeader(header: Uint8Array): void {
  const [, , , version] = header;
  if (SVNDIFF_HEADER.subarray(0, 3).some((byte, index) => header[index] !== byte)) {
    throw malformed('it does not begin with SVN');
  }
  if (version === 0) return;
  throw unsupported(version);
}

function decodeWindow(reader: ByteReader): SvndiffWindow {
  const viewOffset = reader.number('the offset of a view');
  const viewLength = reader.number('the length of a view');
  const targetLength = reader.number('the length of a target');
  const instructionsLength = reader.number('the length of instructions');
  const freshLength = reader.number('the length of new bytes');
  if (
    viewLength > WINDOW_SIZE_BYTES_MAX ||
    targetLength > WINDOW_SIZE_BYTES_MAX ||
    freshLength > WINDOW_SIZE_BYTES_MAX ||
    instructionsLength > INSTRUCTIONS_SIZE_BYTES_MAX
  ) {
    throw malformed('a window is too large');
  }
  if (!Number.isSafeInteger(viewOffset + viewLength)) throw malformed('a view ends nowhere');
  const instructions = new ByteReader(reader.take(instructionsLength, 'the instructions'));
  const fresh = new ByteReader(reader.take(freshLength, 'the new bytes'));
  const window = { viewOffset, viewLength, targetLength };
  return { ...window, instructions: decodeInstructions(instructions, fresh, window) };
}

function decodeInstructions(
  reader: ByteReader,
  fresh: ByteReader,
  { viewLength, targetLength }: Omit<SvndiffWindow, 'instructions'>,
): readonly Instruction[] {
  const instructions: Instruction[] = [];
  let made = 0;
  while (!reader.isAtEnd) {
    const instruction = decodeInstruction(reader, fresh, { viewLength, made });
    made += lengthOf(instruction);
    if (made > targetLength) throw malformed('a window makes more than it says');
    instructions.push(instruction);
  }
  if (made < targetLength) throw malformed('a window makes less than it says');
  if (!fresh.isAtEnd) throw malformed('a window leaves new bytes over');
  return instructions;
}

function decodeInstruction(
  reader: ByteReader,
  fresh: ByteReader,
  { viewLength, made }: { readonly viewLength: number; readonly made: number },
): Instruction {
  const first = reader.byte('an instruction');
  const selector = first >> 6;
  const length = first & SHORT_LENGTH_MAX || reader.number('the length of an instruction');
  if (length === 0) throw malformed('an instruction makes nothing');
  switch (selector) {
    case COPY_SOURCE: {
      const offset = reader.number('an offset in the source');
      if (offset + length > viewLength) throw malformed('a copy reaches beyond the view');
      return { type: 'copy-source', offset, length };
    }
    case COPY_TARGET: {
      const offset = reader.number('an offset in the target');
      if (offset >= made) throw malformed('a copy begins beyond what was made');
      return { type: 'copy-target', offset, length };
    }
    case COPY_NEW:
      return { type: 'new', bytes: fresh.take(length, 'the new bytes of an instruction') };
    default:
      throw malformed('an instruction is of no known kind');
  }
}

/** How many bytes an instruction makes. */
function lengthOf(instruction: Instruction): number {
  return instruction.type === 'new' ? instruction.bytes.length : instruction.length;
}
