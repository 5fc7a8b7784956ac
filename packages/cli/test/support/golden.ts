import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../log/test/fixtures/golden');

/** A log's directory that the real Mesos wrote. */
export function goldenPath(name: string, database = 'db'): string {
  return join(ROOT, name, database);
}

/** What Mesos itself says of such a directory. */
export interface GoldenExpectation {
  readonly recovered: {
    readonly begin: string;
    readonly end: string;
    readonly promised: string;
    readonly status: string;
    /** Such as `{[1,2)[3,5)}`. */
    readonly missing: string;
  };
  readonly records: readonly { readonly key: string }[];
}

export function goldenExpectation(name: string, file = 'expected.json'): GoldenExpectation {
  return JSON.parse(readFileSync(join(ROOT, name, file), 'utf8')) as GoldenExpectation;
}
