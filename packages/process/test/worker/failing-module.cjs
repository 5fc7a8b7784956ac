'use strict';
// Fails while it is loaded.

throw new RangeError('this module does not work');
