'use strict';
// What the thread of a worker runs first when @quorate/process is run from its sources, whatever has
// compiled the program: jest, ts-node or dev-register. In a published package it is worker-entry.

require('./dev-register.cjs');
const { runWorker } = require('../packages/process/src/worker/run-worker.ts');

runWorker((url) => import(url));
