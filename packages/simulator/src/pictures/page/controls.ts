import { byId, make } from './dom.ts';
import { NO_FILTER, type Filter } from './filter.ts';
import type { Kind, Model } from './model.ts';

const KINDS: readonly (readonly [Kind, string])[] = [
  ['fault', 'starts, stops and faults'],
  ['network', 'cuts of the network'],
  ['state', 'states of replicas'],
  ['client', 'operations of clients'],
  ['note', 'notes'],
];

/** The filters of the tool bar; `onChange` is told the new filter. */
export function setUpFilters(model: Model, onChange: (filter: Filter) => void): void {
  const search = byId<HTMLInputElement>('search');
  const chatter = byId<HTMLInputElement>('chatter');
  const counts = new Map<string, number>();
  for (const { send } of model.messages) counts.set(send.name, (counts.get(send.name) ?? 0) + 1);
  const names = choices(
    'names',
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, count]) => [name, `${name} (${count})`]),
  );
  const lines = choices(
    'nodes',
    model.lines.map((line, index) => [index, line]),
  );
  const kinds = choices('kinds', KINDS);
  const read = () =>
    onChange({
      text: search.value,
      hidesChatter: chatter.checked,
      hiddenNames: hidden(names),
      hiddenLines: hidden(lines),
      hiddenKinds: hidden(kinds),
    });
  const all = [...names, ...lines, ...kinds];
  for (const input of [search, chatter, ...all.map(({ box }) => box)]) {
    input.addEventListener('input', read);
  }
  byId('reset').addEventListener('click', () => {
    search.value = NO_FILTER.text;
    chatter.checked = NO_FILTER.hidesChatter;
    for (const { box } of all) box.checked = true;
    read();
  });
  closeMenusOutside();
}

interface Choice<T> {
  readonly value: T;
  readonly box: HTMLInputElement;
}

function choices<T>(id: string, values: readonly (readonly [T, string])[]): readonly Choice<T>[] {
  const made = values.map(([value, text]) => {
    const box = make('input', { type: 'checkbox', checked: true });
    return { value, box, label: make('label', {}, box, ` ${text}`) };
  });
  byId(id).replaceChildren(...made.map(({ label }) => label));
  return made;
}

function hidden<T>(made: readonly Choice<T>[]): ReadonlySet<T> {
  return new Set(made.filter(({ box }) => !box.checked).map(({ value }) => value));
}

function closeMenusOutside(): void {
  const menus = [...document.querySelectorAll<HTMLDetailsElement>('details.menu')];
  document.addEventListener('click', ({ target }) => {
    for (const menu of menus) {
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
    }
  });
}
