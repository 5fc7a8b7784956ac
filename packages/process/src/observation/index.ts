/**
 * What a runtime can be asked about itself when something hangs.
 *
 * @packageDocumentation
 */
export { waitsOf } from './wait-graph.ts';
export type { Wait, WaitGraph } from './wait-graph.ts';
