import type { JSX } from 'preact';
import type { Manifest } from '../../../src/core/index.ts';
import type { Measurement, SystemMeasurement } from '../../../src/metrics/measurement.ts';
import {
  boundsText,
  excludedText,
  inColumn,
  intervalText,
  type MetricColumn,
  metricColumns,
  percent,
  valueText,
} from '../../../src/report/figures.ts';
import { Name } from '../name.tsx';
import { hashOf } from '../route.ts';
import { ScrollBox } from '../scroll-box.tsx';

const at = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** The interval as a line, the value as a dot, on a scale from 0 to 1. */
export const Whisker = ({ measurement }: { readonly measurement: Measurement }): JSX.Element => (
  <svg class="mini" width="100%" height="9" aria-hidden="true">
    <line class="axis" x1="0" x2="100%" y1="4.5" y2="4.5" />
    {measurement.interval === undefined ? null : (
      <line class="range" x1={at(measurement.interval.low)} x2={at(measurement.interval.high)} y1="4.5" y2="4.5" />
    )}
    {measurement.value === undefined ? null : <circle class="point" cx={at(measurement.value)} cy="4.5" r="3.5" />}
  </svg>
);

export const MetricCell = ({ measurement }: { readonly measurement: Measurement | undefined }): JSX.Element => {
  if (measurement === undefined) {
    return <td class="nothing">–</td>;
  }
  const excluded = excludedText(measurement);
  const { bounds, unknown } = measurement;
  return (
    <td>
      <div class="value">{valueText(measurement)}</div>
      <Whisker measurement={measurement} />
      <div class="small">{measurement.value === undefined ? 'nothing to measure' : intervalText(measurement.interval)}</div>
      <div class="small">
        n {measurement.n} {measurement.unit}
      </div>
      {unknown > 0 ? <div class="small caution">{unknown} unknown</div> : null}
      {bounds !== undefined && unknown > 0 && percent(bounds.low) !== percent(bounds.high) ? (
        <div class="small caution nowrap">{boundsText(measurement)}</div>
      ) : null}
      {excluded === '' ? null : <div class="small">left out: {excluded}</div>}
    </td>
  );
};

const NoteOfColumn = ({ systems, column }: { readonly systems: readonly SystemMeasurement[]; readonly column: MetricColumn }) => {
  const notes = systems.flatMap((system) => inColumn(system.measurements, column)?.note ?? []);
  return <p class="note">{[...new Set(notes)].join('; ')}</p>;
};

export const SystemTable = ({
  systems,
  manifest,
}: {
  readonly systems: readonly SystemMeasurement[];
  readonly manifest: Manifest;
}): JSX.Element => {
  const columns = metricColumns(systems);
  return (
    <ScrollBox className="scroll" label="Systems and metrics">
      <table class="metrics">
        <thead>
          <tr>
            <th scope="col">system</th>
            {columns.map((column) => (
              <th scope="col" key={column.label} title={`convention ${column.convention}`}>
                <span class="nowrap">{column.label}</span>
                <NoteOfColumn systems={systems} column={column} />
              </th>
            ))}
            {systems.some((system) => system.costUsd !== undefined) ? <th scope="col">cost, USD</th> : null}
          </tr>
        </thead>
        <tbody>
          {systems.map((system) => (
            <tr key={system.system}>
              <th scope="row">
                <a href={hashOf({ view: 'samples', filters: { system: system.system } })}>
                  <Name text={system.system} />
                </a>
                <p class="note">{manifest.systems.find((facts) => facts.id === system.system)?.note}</p>
              </th>
              {columns.map((column) => (
                <MetricCell key={column.label} measurement={inColumn(system.measurements, column)} />
              ))}
              {system.costUsd === undefined ? null : <td>{system.costUsd.toFixed(2)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
};

export const Kinds = ({ systems }: { readonly systems: readonly SystemMeasurement[] }): JSX.Element => {
  const kinds = [...new Set(systems.flatMap((system) => Object.keys(system.kinds)))].filter(
    (kind) => kind === 'code' || systems.some((system) => (system.kinds[kind] ?? 0) > 0),
  );
  return (
    <ScrollBox className="scroll" label="Answers by kind">
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">system</th>
            {kinds.map((kind) => (
              <th scope="col" key={kind}>
                {kind}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {systems.map((system) => (
            <tr key={system.system}>
              <th scope="row">
                <Name text={system.system} />
              </th>
              {kinds.map((kind) => (
                <td key={kind}>
                  <a href={hashOf({ view: 'samples', filters: { system: system.system, kind } })}>{system.kinds[kind] ?? 0}</a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
};
