/**
 * Tests for whatever keeps the records of streams.
 *
 * @packageDocumentation
 */
export { streamStorageSuite } from './stream-storage-suite.ts';
export type { StreamStoragePlace, StreamStorageSuiteOptions } from './stream-storage-suite.ts';
