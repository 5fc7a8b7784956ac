import type { SimulatedNode } from '../world/simulated-node.ts';
import { BRISK } from './log-client.ts';
import { RESTART_MS } from './replica-group.ts';
import type { ReplicaGroup } from './replica-group.ts';

/** How long a group that must halt is watched. */
const HALTED_MS = 120_000;
const QUORUM_LOST = 'recovery waits: quorum-lost';
/** How long what was sent last may be under way. */
const SETTLE_MS = 1_000;

export interface LoseQuorumOptions {
  readonly quorum: number;
  /** How many appends were acknowledged so far. */
  readonly appends: () => number;
}

/**
 * So many replicas lose their disks at once that fewer than a quorum remember the log. What was
 * acknowledged may be gone, so the group must not go on as if it were not: none of the lost ones may
 * vote again, nothing may be acknowledged, and each that waits must name the reason.
 */
export async function loseQuorum(group: ReplicaGroup, options: LoseQuorumOptions): Promise<void> {
  const { simulation, tallies } = group;
  if (simulation.violation) return;
  const lost = drawLost(group, options.quorum);
  for (const node of lost) {
    node.crash('power-loss');
    node.wipe();
    group.restart(node, simulation.chance.between(...RESTART_MS));
  }
  // What was under way when the disks were lost may have been chosen before.
  await simulation.run(BRISK.patienceMs + SETTLE_MS);
  const appends = options.appends();
  const reports = tallies.get(QUORUM_LOST);
  await simulation.run(HALTED_MS);
  checkHalted(group, lost, options.appends() - appends, tallies.get(QUORUM_LOST) - reports);
}

function drawLost({ simulation }: ReplicaGroup, quorum: number): readonly SimulatedNode[] {
  const left = [...simulation.nodes];
  const lost: SimulatedNode[] = [];
  while (lost.length < quorum) {
    const node = simulation.chance.pick(left);
    left.splice(left.indexOf(node), 1);
    lost.push(node);
  }
  return lost;
}

function checkHalted(
  { simulation, observer }: ReplicaGroup,
  lost: readonly SimulatedNode[],
  appends: number,
  reports: number,
): void {
  if (simulation.violation) return;
  const violate = (what: string): void => simulation.violate('must-halt', what);
  if (appends > 0) violate(`${appends} appends succeeded without a quorum that remembers`);
  for (const node of lost) {
    const status = observer.view(node).metadata?.status ?? 'empty';
    if (status === 'starting' || status === 'voting') violate(`${node.address} is ${status}`);
  }
  if (reports === 0) violate('no replica says that the quorum is lost');
}
