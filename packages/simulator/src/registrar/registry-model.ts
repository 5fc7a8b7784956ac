import type { Registry } from '@quorate/messages';

/** What a master asks its registrar for: data, so that a model can do the same. */
export type AgentRequest =
  | { readonly type: 'admit'; readonly id: string; readonly host: string }
  | { readonly type: 'reregister'; readonly id: string; readonly host: string }
  | { readonly type: 'unreachable'; readonly id: string }
  | { readonly type: 'gone'; readonly id: string }
  | { readonly type: 'remove'; readonly id: string }
  | { readonly type: 'prune'; readonly id: string };

/**
 * The registry as it has to be: three lists of agents and the master, with rules written anew, so that
 * the registrar's own can be held against them. (Mesos src/master/registry_operations.cpp)
 */
export class RegistryModel {
  master = '';
  readonly admitted: Map<string, string>;
  readonly unreachable: Set<string>;
  readonly gone: Set<string>;

  constructor(from?: RegistryModel) {
    this.master = from?.master ?? '';
    this.admitted = new Map(from?.admitted);
    this.unreachable = new Set(from?.unreachable);
    this.gone = new Set(from?.gone);
  }

  /** Takes a decoded registry for what it says. */
  static of(registry: Registry): RegistryModel {
    const model = new RegistryModel();
    model.master = registry.master?.info.id ?? '';
    for (const { info } of registry.slaves?.slaves ?? []) {
      model.admitted.set(info.id?.value ?? '', info.hostname);
    }
    for (const { id } of registry.unreachable?.slaves ?? []) model.unreachable.add(id.value);
    for (const { id } of registry.gone?.slaves ?? []) model.gone.add(id.value);
    return model;
  }

  /** @returns whether it is permitted; if not, nothing has changed */
  perform(request: AgentRequest): boolean {
    const { id } = request;
    switch (request.type) {
      case 'admit':
        if (this.admitted.has(id)) return false;
        this.admitted.set(id, request.host);
        return true;
      case 'reregister':
        if (!this.admitted.has(id) && this.gone.has(id)) return false;
        this.unreachable.delete(id);
        this.admitted.set(id, request.host);
        return true;
      case 'unreachable':
        if (!this.admitted.delete(id)) return false;
        this.unreachable.add(id);
        return true;
      case 'gone': {
        if (this.gone.has(id)) return false;
        const wasAdmitted = this.admitted.delete(id);
        if (!wasAdmitted && !this.unreachable.delete(id)) return false;
        this.gone.add(id);
        return true;
      }
      case 'remove':
        return this.admitted.delete(id);
      case 'prune':
        this.unreachable.delete(id);
        this.gone.delete(id);
        return true;
    }
  }

  /** Equal for equal registries. */
  toString(): string {
    const admitted = [...this.admitted].map(([id, host]) => `${id}=${host}`);
    const lists = [admitted, [...this.unreachable], [...this.gone]];
    const [first, ...rest] = lists.map((list) => list.sort().join(' '));
    return `master ${this.master}, admitted [${first}], unreachable [${rest[0]}], gone [${rest[1]}]`;
  }
}
