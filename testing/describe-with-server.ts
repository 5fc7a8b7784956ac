import { describe } from '@jest/globals';
import { isZooKeeperInstalled } from './zookeeper-server.ts';

/**
 * `describe` for tests against a real server. Without one they are skipped, with a line that says so;
 * where everything has to be there, in CI, they fail.
 */
export function describeWithServer(name: string, body: () => void): void {
  if (isZooKeeperInstalled || process.env['CI'] === 'true') {
    describe(name, body);
    return;
  }
  process.stderr.write(
    `skipped: ${name}: apt-get install libzookeeper-java default-jre-headless to run it\n`,
  );
  describe.skip(name, body);
}
