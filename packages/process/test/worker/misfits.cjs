'use strict';
// Exports that a worker cannot be started with.

const { Process } = require('@quorate/process');

class FailingProcess extends Process {
  initialize() {
    throw Object.assign(new Error('not today'), { code: 'NOT_TODAY' });
  }
}

class FailingConstructor extends Process {
  constructor() {
    super();
    throw new RangeError('not even made');
  }
}

class NoProcess {}

module.exports = {
  FailingProcess,
  FailingConstructor,
  NoProcess,
  seven: 7,
  arrow: () => undefined,
};
