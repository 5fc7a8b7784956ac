/**
 * An agent's resources: amounts, reservations and volumes; operations on them; and keeping them on
 * disk, in step with the volumes' directories.
 *
 * @packageDocumentation
 */
export type { ResourceCheckpointerOptions } from './checkpointer-options.ts';
export { ResourceError } from './errors.ts';
export type { ResourceErrorCode, ResourceErrorOptions } from './errors.ts';
export { PersistentVolumes } from './persistent-volumes.ts';
export type { PersistentVolumesOptions } from './persistent-volumes.ts';
export { applyCheckpointedResources } from './protocol/agent-resources.ts';
export { applyOperation } from './protocol/operation.ts';
export { parseResources } from './protocol/parse-resources.ts';
export {
  downgradeIfPossible,
  downgradeResource,
  upgradeResource,
} from './protocol/resource-format.ts';
export { Resources } from './protocol/resources.ts';
export { ResourceCheckpointer } from './resource-checkpointer.ts';
export type { RecoverResourcesOptions } from './resource-checkpointer.ts';
export type { RecoveredResources } from './resource-checkpointer-process.ts';
export { volumePlace } from './volume-path.ts';
export type { VolumePlace } from './volume-path.ts';
