import { type Rope, RopeBuilder } from '../value/rope.ts';
import { malformed } from './byte-reader.ts';
import { decodeWindows, type Instruction, type SvndiffWindow } from './window.ts';

/**
 * The value that an svndiff (version 0) makes of the one before. What stays the same is not copied:
 * the result shares it with `source`, and what is new with `diff`.
 *
 * Throws `STATE_DIFF_MALFORMED`, and `STATE_DIFF_UNSUPPORTED` for a version with compression.
 *
 * @param sizeMaxBytes of the result; a small difference can ask for very much
 */
export function applySvndiff(source: Rope, diff: Uint8Array, sizeMaxBytes = Infinity): Rope {
  const builder = new RopeBuilder();
  const reader = source.reader();
  for (const window of decodeWindows(diff)) {
    const { viewOffset, viewLength, targetLength } = window;
    if (viewOffset + viewLength > source.length) {
      throw malformed(`a view reaches beyond the ${source.length} bytes of the value before`);
    }
    if (builder.length + targetLength > sizeMaxBytes) {
      throw malformed(`it makes more than ${sizeMaxBytes} bytes`);
    }
    const copiesTarget = window.instructions.some(({ type }) => type === 'copy-target');
    if (copiesTarget) builder.append(makeTarget(source, window));
    else for (const each of window.instructions) follow(builder, reader, each, viewOffset);
  }
  return builder.finish();
}

function follow(
  builder: RopeBuilder,
  source: ReturnType<Rope['reader']>,
  instruction: Instruction,
  viewOffset: number,
): void {
  if (instruction.type === 'new') builder.append(instruction.bytes);
  if (instruction.type !== 'copy-source') return;
  source.copyTo(builder, viewOffset + instruction.offset, instruction.length);
}

/** Bytes of the target may be copied on, so these have to be there. */
function makeTarget(source: Rope, window: SvndiffWindow): Uint8Array {
  const { viewOffset, viewLength, targetLength, instructions } = window;
  const view = source.bytes(viewOffset, viewOffset + viewLength);
  const target = new Uint8Array(targetLength);
  let made = 0;
  for (const instruction of instructions) {
    if (instruction.type === 'new') {
      target.set(instruction.bytes, made);
      made += instruction.bytes.length;
      continue;
    }
    const { type, offset, length } = instruction;
    if (type === 'copy-source') target.set(view.subarray(offset, offset + length), made);
    // One by one: a copy may run into what it makes itself, and so repeats it.
    else for (let n = 0; n < length; n++) target[made + n] = target[offset + n] ?? 0;
    made += length;
  }
  return target;
}
