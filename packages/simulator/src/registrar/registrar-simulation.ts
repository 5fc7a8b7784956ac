import { Checks } from '../checks.ts';
import type { Checker } from '../log/checkers/checker.ts';
import { groupCheckers } from '../log/checkers/group-checkers.ts';
import { stateOf } from '../log/log-system.ts';
import { ReplicaGroup } from '../log/replica-group.ts';
import type { LogUse } from '../log/replica-group.ts';
import type { BuildSettings, SystemRun } from '../system/system.ts';
import { AgentPool } from './agent-pool.ts';
import { AbortedForGood } from './checkers/aborted-for-good.ts';
import { AcknowledgedVersions } from './checkers/acknowledged-versions.ts';
import { CertainFailures } from './checkers/certain-failures.ts';
import { FoldedRegistry } from './checkers/folded-registry.ts';
import { OneHistory } from './checkers/one-history.ts';
import { QuorumOfStores } from './checkers/quorum-of-stores.ts';
import { RecoveryFirst } from './checkers/recovery-first.ts';
import type { RegistryChecker } from './checkers/registry-checker.ts';
import { UniqueAgents } from './checkers/unique-agents.ts';
import { MasterClient } from './master-client.ts';
import { DILIGENT } from './registrar-plan.ts';
import type { RegistrarPlan } from './registrar-plan.ts';
import { RegistryHistory } from './registry-history.ts';
import type { RegistryListener, RequestRecord } from './registry-history.ts';

/** How long a healthy group may take until a master leads and has something acknowledged. */
const LEAD_WITHIN_MS = 60_000;
/** How long what was asked for last may be under way. */
const SETTLE_MS = 45_000;

/**
 * Masters on the nodes of a group of replicas, each with a registrar on its log when it leads or believes
 * that it does. First things go wrong by plan; then all is healed, and a master must lead.
 */
export class RegistrarSimulation implements SystemRun {
  readonly #plan: RegistrarPlan;
  readonly #tell: BuildSettings['tell'];
  readonly #group: ReplicaGroup;
  readonly #history: RegistryHistory;
  readonly #agents = new AgentPool();
  /** Masters ask for nothing more. */
  #isQuiet = false;

  constructor(plan: RegistrarPlan, { logger, tell }: BuildSettings) {
    this.#plan = plan;
    this.#tell = tell;
    const stores = new QuorumOfStores(plan.quorum);
    const logCheckers: readonly Checker[] = [...groupCheckers(plan.quorum), stores];
    this.#group = new ReplicaGroup({
      plan,
      checkers: logCheckers,
      use: (use) => this.#useLog(use),
      onFault: (name) => tell({ type: 'note', text: name }),
      onChange: (node, view) => tell(stateOf(node, view)),
      ...(logger && { logger }),
    });
    const checks = new Checks<RegistryChecker>(this.simulation, [
      stores,
      new OneHistory(),
      new AcknowledgedVersions(),
      new FoldedRegistry(),
      new AbortedForGood(),
      new RecoveryFirst(),
      new CertainFailures(),
      new UniqueAgents(),
    ]);
    this.#history = new RegistryHistory(this.#listener(checks));
  }

  get simulation() {
    return this.#group.simulation;
  }

  get tallies() {
    return this.#group.tallies;
  }

  get acknowledged(): number {
    return this.#history.acknowledged;
  }

  async run(): Promise<void> {
    await this.#group.goWrong();
    this.#group.healAll();
    const before = this.acknowledged;
    const failure = 'nothing that a master of a healthy group was asked for was acknowledged';
    await this.simulation.eventually(
      'progress',
      failure,
      LEAD_WITHIN_MS + this.#plan.pace.storeTimeoutMs,
      () => this.acknowledged > before,
    );
    await this.#group.expectRecovery();
    this.#isQuiet = true;
    await this.simulation.run(SETTLE_MS);
    await this.#group.expectCatchUp();
    if (!this.simulation.violation) this.#group.observer.finished();
  }

  #useLog({ node, runtime, log, chance }: LogUse): Promise<string> {
    const master = new MasterClient({
      address: node.address,
      runtime,
      log,
      chance: chance.fork('master'),
      history: this.#history,
      agents: this.#agents,
      pace: () => (this.#group.isHealed ? DILIGENT : this.#plan.pace),
      role: () => {
        if (this.#isQuiet) return 'idle';
        return this.#group.leadership.isHeldBy(node.index) ? 'leader' : 'follower';
      },
    });
    return master.run();
  }

  #listener(checks: Checks<RegistryChecker>): RegistryListener {
    return {
      storing: (store, value) => checks.ask((checker) => checker.storing?.(store, value)),
      stored: (store) => {
        this.tallies.count(`store: ${store.outcome}`);
        this.simulation.note(`${store.uuid} ${store.outcome}`);
        checks.ask((checker) => checker.stored?.(store));
      },
      effective: (store) => checks.ask((checker) => checker.effective?.(store)),
      requested: (request) => {
        this.#tell(eventOf(request));
        checks.ask((checker) => checker.requested?.(request));
      },
      returned: (request) => {
        this.#count(request);
        this.#tell(eventOf(request));
        checks.ask((checker) => checker.returned?.(request));
      },
      recovered: (term, registry) => {
        this.tallies.count('recovery: succeeded');
        checks.ask((checker) => checker.recovered?.(term, registry));
      },
    };
  }

  #count({ request, outcome, isPermitted, code }: RequestRecord): void {
    const answer = isPermitted === undefined ? code : isPermitted ? 'permitted' : 'refused';
    this.tallies.count(`${outcome === 'succeeded' ? request.type : 'failed'}: ${answer}`);
    this.simulation.note(`${request.type} ${request.id} ${outcome}`);
  }
}

function eventOf({ id, term, request, outcome, isPermitted }: RequestRecord) {
  const phase = outcome === 'pending' ? 'invoked' : outcome;
  const answer = isPermitted === false ? ': refused' : '';
  const text = `${request.type} ${request.id}${answer}`;
  return { type: 'client', node: term.node, operation: id, phase, text } as const;
}
