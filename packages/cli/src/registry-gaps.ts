import type { CliIo } from './cli-io.ts';
import type { LogContents } from './log-contents.ts';
import { rangesText } from './record-text.ts';

/** Says so if the registry may have changed where this replica does not know. */
export async function warnOfGaps(contents: LogContents, io: CliIo): Promise<void> {
  const { missing, end } = contents.summary;
  if (missing.length === 0 || end === 0) return;
  await io.stderr.write(
    `warning: this replica has not learned positions ${rangesText(missing)}; ` +
      'the registry may have changed there\n',
  );
}
