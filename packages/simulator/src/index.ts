/**
 * A deterministic world for actors and the replicated log: virtual time, seeded chance, a network,
 * disks and faults, in which production code runs unchanged; with checkers of what must hold.
 *
 * @packageDocumentation
 */
export { Chance } from './chance.ts';
export type { DiskFaults } from './disk/disk-faults.ts';
export type { CrashKind, DiskListener, SimulatedDisk } from './disk/simulated-disk.ts';
export type { NetworkConditions } from './network/network-conditions.ts';
export type { LossReason, NetworkListener, SimulatedNetwork } from './network/simulated-network.ts';
export { Checks } from './checks.ts';
export type { NamedChecker } from './checks.ts';
export type { FaultAction, FaultKind, PlannedFault } from './faults/fault-action.ts';
export { FaultInjector } from './faults/fault-injector.ts';
export type { FaultTarget } from './faults/fault-injector.ts';
export { drawFaults, NETWORK, PROCESS, SCHEDULING } from './faults/mix.ts';
export type { MixOptions, Weighted } from './faults/mix.ts';
export { QUIET } from './network/network-conditions.ts';
export type * from './recording.ts';
export { SimulationError } from './simulation-error.ts';
export type { SimulationErrorCode } from './simulation-error.ts';
export { Simulation } from './simulation.ts';
export type { SimulationOptions, Violation } from './simulation.ts';
export { runSystem } from './system/run.ts';
export type { RunReport, RunSettings } from './system/run.ts';
export { shrinkRun } from './system/shrink.ts';
export type { ShrinkOptions } from './system/shrink.ts';
export type { BuildSettings, Plan, System, SystemRun, ToldEvent } from './system/system.ts';
export { Tallies } from './tallies.ts';
export type { NodeContext, NodeProgram, SimulatedNode } from './world/simulated-node.ts';
