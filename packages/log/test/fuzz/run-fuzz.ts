// Usage: npm run fuzz -- [--messages 1000000] [--seed 1] [--corpus FILE]
//
// Exit code: 0 each message had an outcome that may be, 1 not, or memory has grown, 2 usage.
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz-messages.ts';

const GROWN_BYTES_MAX = 10_000_000;

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string', default: 'packages/messages/test/fixtures/wire-messages.json' },
  },
});
const [messages, seed] = [Number(values.messages), Number(values.seed)];
if (!Number.isSafeInteger(messages) || messages < 1 || !Number.isSafeInteger(seed)) {
  console.error('--messages and --seed take integers');
  process.exit(2);
}

const startedAt = performance.now();
void fuzz({
  messages,
  seed,
  corpus: values.corpus,
  onProgress: (done) => process.stderr.write(`\r${done} `),
}).then(
  (result) => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(JSON.stringify({ seed, seconds, ...result }, undefined, 2));
    process.exitCode = result.grownBytes > GROWN_BYTES_MAX ? 1 : 0;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
