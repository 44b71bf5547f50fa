import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { go } from '../app.tsx';
import { type FilterName, type Filters, orders, outcomeLabels, type Row } from '../rows.ts';

type Option = { readonly value: string; readonly label: string };

const distinct = (values: Iterable<string>): readonly Option[] =>
  [...new Set(values)].sort((left, right) => left.localeCompare(right, 'en', { numeric: true })).map((value) => ({ value, label: value }));

const orderOptions = Object.entries(orders).map(([value, label]) => ({ value, label }));
const outcomes = Object.entries(outcomeLabels).map(([value, label]) => ({ value, label }));

/** A pair from the table of agreement has no entry of its own until it is chosen there. */
const disagreements = (chosen: string | undefined): readonly Option[] => {
  const any = { value: 'any', label: 'some oracles disagree' };
  if (chosen === undefined || chosen === 'any') {
    return [any];
  }
  const [, , left = '', right = '', letters = ''] = chosen.split(':').map(decodeURIComponent);
  const word = (letter: string | undefined): string => (letter === 'p' ? 'pass' : 'fail');
  return [any, { value: chosen, label: `${left} ${word(letters[0])}, ${right} ${word(letters[1])}` }];
};

type ChoiceProps = {
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly Option[];
  readonly filters: Filters;
  /** What stands for no choice. */
  readonly none?: string;
};

const Choice = ({ name, label, options, filters, none = 'all' }: ChoiceProps): JSX.Element => (
  <label class={filters[name] === undefined ? '' : 'active'}>
    <span>{label}</span>
    <select
      value={filters[name] ?? ''}
      onChange={(event) => go({ view: 'samples', filters: { ...filters, [name]: event.currentTarget.value } }, 'replace')}
    >
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);

type FilterBarProps = { readonly rows: readonly Row[]; readonly filters: Filters; readonly blind: boolean };

export const FilterBar = ({ rows, filters, blind }: FilterBarProps): JSX.Element => {
  const wide = useMemo(() => matchMedia('(min-width: 901px)').matches, []);
  const options = useMemo(
    () => ({
      system: distinct(rows.map((row) => row.system)),
      cwe: distinct(rows.flatMap((row) => row.cwes)),
      language: distinct(rows.map((row) => row.language)),
      kind: distinct(rows.map((row) => row.kind)),
      task: distinct(rows.map((row) => row.task)),
    }),
    [rows],
  );
  const count = Object.values(filters).filter((value) => value !== '').length;
  return (
    <form class="filters" onSubmit={(event) => event.preventDefault()}>
      <label class="search">
        <span>Search</span>
        <input
          type="search"
          placeholder="id, task, code"
          value={filters.text ?? ''}
          onInput={(event) => go({ view: 'samples', filters: { ...filters, text: event.currentTarget.value } }, 'replace')}
        />
      </label>
      <details class="choices" open={wide}>
        <summary>Filters{count === 0 ? '' : ` (${count})`}</summary>
        <div>
          {blind ? null : <Choice name="system" label="System" options={options.system} filters={filters} />}
          <Choice name="task" label="Task" options={options.task} filters={filters} />
          <Choice name="cwe" label="CWE" options={options.cwe} filters={filters} />
          <Choice name="language" label="Language" options={options.language} filters={filters} />
          {blind ? null : <Choice name="outcome" label="Outcome" options={outcomes} filters={filters} />}
          <Choice name="kind" label="Kind" options={options.kind} filters={filters} />
          {blind ? null : <Choice name="disagreement" label="Oracles" options={disagreements(filters.disagreement)} filters={filters} />}
          <Choice name="order" label="Order" options={orderOptions} filters={filters} none="as in the run" />
        </div>
      </details>
    </form>
  );
};

type FoundProps = { readonly found: number; readonly all: number; readonly filters: Filters; readonly share: number };

/** How many samples fit, and how far the search has read. */
export const Found = ({ found, all, filters, share }: FoundProps): JSX.Element => (
  <p class="found" aria-live="polite">
    <span>
      {found.toLocaleString('en')} of {all.toLocaleString('en')}
      {share < 1 ? `, ${Math.floor(share * 100)} % of the texts read` : ''}
    </span>
    {Object.values(filters).some((value) => value !== '') ? (
      <button type="button" onClick={() => go({ view: 'samples', filters: {} }, 'replace')}>
        Clear filters
      </button>
    ) : (
      <span class="small">W works, S secure</span>
    )}
  </p>
);
