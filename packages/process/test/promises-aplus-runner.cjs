'use strict';
// Runs the public Promise/A+ suite against the public API, and prints one JSON object:
// {"passed":872,"failed":[]}. The suite brings its own mocha, which jest cannot host; see
// promises-aplus.test.ts. By hand:
// node -r ./scripts/dev-register.cjs packages/process/test/promises-aplus-runner.cjs

const runSuite = require('promises-aplus-tests');
const { Completer } = require('@quorate/process');

// The suite leaves many a rejection alone on purpose.
const ignore = () => {};

const adapter = {
  deferred() {
    const completer = new Completer({ reporter: ignore });
    return {
      promise: completer.future,
      resolve: (value) => completer.set(value),
      reject: (reason) => completer.fail(reason),
    };
  },
};

let passed = 0;
const failed = [];

function CountingReporter(runner) {
  runner.on('pass', () => {
    passed += 1;
  });
  runner.on('fail', (test, error) => {
    failed.push(`${test.fullTitle()}: ${error.message}`);
  });
}

// Its own limit of 200 ms a test measures how busy the machine is.
runSuite(adapter, { reporter: CountingReporter, timeout: 10_000 }, () => {
  process.stdout.write(`${JSON.stringify({ passed, failed })}\n`);
});
