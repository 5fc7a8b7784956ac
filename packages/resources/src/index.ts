/**
 * An agent's resources: amounts, reservations and volumes, and how they add up.
 *
 * @packageDocumentation
 */
export { ResourceError } from './errors.ts';
export type { ResourceErrorCode } from './errors.ts';
export { parseResources } from './protocol/parse-resources.ts';
export {
  downgradeIfPossible,
  downgradeResource,
  upgradeResource,
} from './protocol/resource-format.ts';
export { Resources } from './protocol/resources.ts';
