/**
 * A disk that loses power on demand, and a file system on it: for worlds in which files are simulated.
 *
 * @packageDocumentation
 */
export { SimulatedDisk } from './simulated-disk.ts';
export type {
  Ending,
  Fault,
  FaultChooser,
  FaultPlan,
  PersistencePoint,
  SimulatedDiskOptions,
} from './simulated-disk.ts';
export { SimulatedFileSystem } from './simulated-file-system.ts';
