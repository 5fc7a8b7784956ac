/**
 * The file system of Node.
 *
 * @packageDocumentation
 */
export { nodeFileSystem } from './node-file-system.ts';
