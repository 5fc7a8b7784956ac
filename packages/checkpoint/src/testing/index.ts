/**
 * A disk that loses power on demand, and tests for whatever has to survive that.
 *
 * @packageDocumentation
 */
export { crashMatrix } from './crash-matrix.ts';
export type { CrashCase, CrashMatrixOptions } from './crash-matrix.ts';
export { fileSystemSuite } from './file-system-suite.ts';
export type { FileSystemPlace, FileSystemSuiteOptions } from './file-system-suite.ts';
export { SimulatedDisk } from '../simulated/simulated-disk.ts';
export type {
  Ending,
  Fault,
  FaultPlan,
  SimulatedDiskOptions,
} from '../simulated/simulated-disk.ts';
export { SimulatedFileSystem } from '../simulated/simulated-file-system.ts';
