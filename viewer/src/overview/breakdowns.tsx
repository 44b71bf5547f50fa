import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Breakdown, Measurement } from '../../../src/metrics/measurement.ts';
import { excludedText, intervalText, valueText } from '../../../src/report/figures.ts';
import type { PageIndex } from '../../../src/report/page-data.ts';
import { Name } from '../name.tsx';
import { hashOf } from '../route.ts';
import type { Filters } from '../rows.ts';
import { ScrollBox } from '../scroll-box.tsx';

const filtersOf = (by: Breakdown['by'], group: string, system: string): Filters => {
  const own: Partial<Record<Breakdown['by'], Filters>> = {
    cwe: { cwe: group },
    language: { language: group },
    kind: { kind: group },
    task: { task: group },
  };
  return { system, ...own[by] };
};

const describe = (measurement: Measurement): string =>
  `${valueText(measurement)} ${intervalText(measurement.interval)}, ${measurement.samples} samples, ${measurement.unknown} unknown ${excludedText(measurement)}`;

const HeatCell = ({ measurement, href }: { readonly measurement: Measurement | undefined; readonly href: string }): JSX.Element => {
  if (measurement === undefined) {
    return <td class="heat nothing">–</td>;
  }
  if (measurement.value === undefined) {
    return (
      <td class="heat nothing" title={describe(measurement)}>
        <a href={href}>
          no value<span class="small">{measurement.unknown > 0 ? `${measurement.unknown} unknown` : 'nothing to measure'}</span>
        </a>
      </td>
    );
  }
  const share = measurement.value;
  const warm = share < 0.5;
  const strength = `${Math.round((warm ? 1 - share * 2 : share * 2 - 1) * 100)}%`;
  return (
    <td class={`heat ${warm ? 'warm' : 'cold'}`} style={{ '--strength': strength }} title={describe(measurement)}>
      <a href={href}>
        {valueText(measurement)}
        <span class="small">
          {measurement.samples} samples{measurement.unknown > 0 ? `, ${measurement.unknown} unknown` : ''}
        </span>
      </a>
    </td>
  );
};

const HeatMap = ({ breakdown, systems }: { readonly breakdown: Breakdown; readonly systems: readonly string[] }): JSX.Element => {
  const groups = [...new Set(breakdown.cells.map((cell) => cell.group))];
  const cells = new Map(breakdown.cells.map((cell) => [JSON.stringify([cell.group, cell.system]), cell.measurement]));
  return (
    <ScrollBox className="scroll" label={`${breakdown.metric} by ${breakdown.by}`}>
      <table class="heat-map">
        <thead>
          <tr>
            <th scope="col">{breakdown.by === 'cwe' ? 'CWE' : breakdown.by}</th>
            {systems.map((system) => (
              <th scope="col" key={system}>
                <Name text={system} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group}>
              <th scope="row" class={group.startsWith('CWE-') ? 'nowrap' : ''}>
                {group}
              </th>
              {systems.map((system) => (
                <HeatCell
                  key={system}
                  measurement={cells.get(JSON.stringify([group, system]))}
                  href={hashOf({ view: 'samples', filters: filtersOf(breakdown.by, group, system) })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
};

const names: Readonly<Record<Breakdown['by'], string>> = {
  cwe: 'CWE',
  language: 'language',
  kind: 'kind of answer',
  task: 'task',
  style: 'prompt style',
};

export const Breakdowns = ({ summary }: { readonly summary: PageIndex['summary'] }): JSX.Element | null => {
  const { breakdowns } = summary;
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      breakdowns.findIndex((one) => one.by === 'cwe' && one.metric.startsWith('secure-pass')),
    ),
  );
  const breakdown = breakdowns[chosen];
  if (breakdown === undefined) {
    return null;
  }
  return (
    <section id="weaknesses" aria-labelledby="weaknesses-title">
      <div class="title-line">
        <h2 id="weaknesses-title">Weaknesses</h2>
        <label>
          <span class="only-read">Breakdown</span>
          <select value={String(chosen)} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {breakdowns.map((one, position) => (
              <option key={`${one.metric} ${one.by}`} value={String(position)}>
                {one.metric} by {names[one.by]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <HeatMap breakdown={breakdown} systems={summary.systems.map((system) => system.system)} />
    </section>
  );
};
