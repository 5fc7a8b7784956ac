import type { Action } from '@quorate/messages';
import { Printed } from './fingerprint.ts';
import type { Relabelling } from './relabelling.ts';
import { valueText } from './text.ts';

/** The values that somebody held for chosen. There must never be two for one position. */
export class Chosen extends Printed {
  static readonly NONE = new Chosen([]);
  readonly violation: string | undefined;
  readonly #actions: readonly (Action | undefined)[];

  private constructor(actions: readonly (Action | undefined)[], violation?: string) {
    super();
    this.#actions = actions;
    this.violation = violation;
  }

  with(action: Action): Chosen {
    const { position } = action;
    const before = this.#actions[position];
    if (before && valueText(before) === valueText(action)) return this;
    const actions = [...this.#actions];
    actions[position] = action;
    if (!before) return new Chosen(actions, this.violation);
    const both = `${valueText(before)} and ${valueText(action)}`;
    return new Chosen(actions, `at position ${position} both ${both} were chosen`);
  }

  override text(names: Relabelling): string {
    return this.#actions.map((action) => action && valueText(action, names)).join();
  }
}
