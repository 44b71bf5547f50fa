import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { IcebergStep, Measurement, SystemMeasurement } from '../../../src/metrics/measurement.ts';
import { boundsText, denominatorText, excludedText, intervalText, pairedText, percent, valueText } from '../../../src/report/figures.ts';
import type { PageIndex } from '../../../src/report/page-data.ts';
import { stepMeaning, stepsOf, stepTitle } from '../../../src/report/steps.ts';
import { Name } from '../name.tsx';

type Summary = PageIndex['summary'];

const at = (share: number): string => `${Math.min(100, Math.max(0, share * 100)).toFixed(2)}%`;

const boundsMatter = ({ bounds, unknown }: Measurement): boolean =>
  bounds !== undefined && unknown > 0 && percent(bounds.low) !== percent(bounds.high);

/** A bar from 0 to the value, the claim as a pale ghost behind it, the interval as a whisker, unknowns as a dotted range. */
const Bar = ({ measurement, claim }: { readonly measurement: Measurement; readonly claim: number | undefined }): JSX.Element => {
  const { value, interval, bounds } = measurement;
  return (
    <svg class="bar" width="100%" height="34" aria-hidden="true">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <line key={share} class="grid" x1={at(share)} x2={at(share)} y1="0" y2="34" />
      ))}
      {claim === undefined || value === undefined || claim <= value ? null : (
        <rect class="lost" x={at(value)} y="8" width={at(claim - value)} height="18" />
      )}
      {value === undefined ? null : <rect class="fill" x="0" y="8" width={at(value)} height="18" />}
      {bounds === undefined || !boundsMatter(measurement) ? null : (
        <line class="bounds" x1={at(bounds.low)} x2={at(bounds.high)} y1="30" y2="30" />
      )}
      {interval === undefined ? null : (
        <g class="whisker">
          <line x1={at(interval.low)} x2={at(interval.high)} y1="17" y2="17" />
          <line x1={at(interval.low)} x2={at(interval.low)} y1="12" y2="22" />
          <line x1={at(interval.high)} x2={at(interval.high)} y1="12" y2="22" />
        </g>
      )}
    </svg>
  );
};

const Figures = ({ measurement }: { readonly measurement: Measurement }): JSX.Element => {
  const excluded = excludedText(measurement);
  return (
    <p class="figures" title={`${measurement.metric}, convention ${measurement.convention}; ${denominatorText(measurement)}`}>
      <span class="value">
        <strong>{valueText(measurement)}</strong> {measurement.value === undefined ? null : intervalText(measurement.interval)}
      </span>
      <span>
        n {measurement.n} {measurement.unit}
        {boundsMatter(measurement) ? null : `, ${measurement.unknown} unknown`}
      </span>
      {boundsMatter(measurement) ? (
        <span class="caution">
          {measurement.unknown} unknown: {boundsText(measurement)}
        </span>
      ) : null}
      {excluded === '' ? null : <span>left out: {excluded}</span>}
    </p>
  );
};

const claimOf = (system: SystemMeasurement): number | undefined => {
  const first = system.iceberg[0];
  return first?.measured === true ? first.measurement.value : undefined;
};

const Cell = ({ system, step }: { readonly system: SystemMeasurement; readonly step: IcebergStep | undefined }): JSX.Element => (
  <div class={`ice-cell${step?.measured === true ? '' : ' unmeasured'}`}>
    <span class="ice-name">{system.system}</span>
    {step?.measured === true ? (
      <>
        <Bar measurement={step.measurement} claim={claimOf(system)} />
        <Figures measurement={step.measurement} />
        {step.paired === undefined ? null : <p class="figures paired">{pairedText(step.paired)}</p>}
      </>
    ) : (
      <p class="why">
        <b>Not measured.</b> {step?.why ?? 'This system has no such step.'}
      </p>
    )}
  </div>
);

/** Where every system lacks the step for the same reason, the reason is said once. */
const sharedReason = (steps: readonly (IcebergStep | undefined)[]): string | undefined => {
  const reasons = new Set(steps.map((step) => (step?.measured === false ? step.why : undefined)));
  return reasons.size === 1 ? [...reasons][0] : undefined;
};

const Row = ({
  step,
  systems,
  depth,
}: {
  readonly step: IcebergStep;
  readonly systems: readonly SystemMeasurement[];
  readonly depth: number;
}) => {
  const steps = systems.map((system) => system.iceberg.find((other) => other.id === step.id));
  const reason = sharedReason(steps);
  return (
    <div class="ice-row" data-step={step.id} style={{ '--depth': `${Math.round(depth * 100)}%` }}>
      <div class="ice-label">
        <h3>{stepTitle(step)}</h3>
        {stepMeaning(step) === '' ? null : <p class="means">{stepMeaning(step)}</p>}
        <p>
          <span class="removes">Removes</span> {step.removes}
        </p>
      </div>
      {reason === undefined ? (
        systems.map((system, position) => <Cell key={system.system} system={system} step={steps[position]} />)
      ) : (
        <div class="ice-cell unmeasured all">
          <p class="why">
            <b>Not measured.</b> {reason}
          </p>
        </div>
      )}
    </div>
  );
};

const wave = `M0 7 ${Array.from({ length: 30 }, (_, number) => `Q ${number * 40 + 10} 2 ${number * 40 + 20} 7 T ${number * 40 + 40} 7`).join(' ')}`;

const Waterline = (): JSX.Element => (
  <svg class="waterline" viewBox="0 0 1200 14" preserveAspectRatio="none" width="100%" height="14" aria-hidden="true">
    <path class="below" d={`${wave} V 14 H 0 Z`} />
    <path class="surface" d={wave} />
  </svg>
);

const Head = ({ systems, summary }: { readonly systems: readonly SystemMeasurement[]; readonly summary: Summary }): JSX.Element => (
  <div class="ice-row ice-head">
    <div class="ice-label">
      <p class="scale">Share of secure answers, 0 to 100 %, with {intervalLevel(systems)} intervals</p>
    </div>
    {systems.map((system) => (
      <div class="ice-cell" key={system.system}>
        <b>
          <Name text={system.system} />
        </b>
        <p class="note">{summary.manifest.systems.find((facts) => facts.id === system.system)?.note ?? ''}</p>
        <p class="ticks" aria-hidden="true">
          <span>0</span>
          <span>50</span>
          <span>100 %</span>
        </p>
      </div>
    ))}
  </div>
);

const intervalLevel = (systems: readonly SystemMeasurement[]): string => {
  const levels = systems.flatMap((system) => system.iceberg.flatMap((step) => (step.measured ? [step.measurement.interval?.level] : [])));
  const level = levels.find((found) => found !== undefined);
  return level === undefined ? 'no' : `${(level * 100).toFixed(0)} %`;
};

/** More systems than this do not fit beside each other; the reader chooses. */
const mostAtOnce = 4;

const Chooser = ({
  all,
  shown,
  onChange,
}: {
  readonly all: readonly string[];
  readonly shown: readonly string[];
  readonly onChange: (shown: readonly string[]) => void;
}) => (
  <fieldset class="chooser">
    <legend>
      Systems in the picture, at most {mostAtOnce} of {all.length}
    </legend>
    {all.map((system) => (
      <label key={system}>
        <input
          type="checkbox"
          checked={shown.includes(system)}
          disabled={!shown.includes(system) && shown.length >= mostAtOnce}
          onChange={(event) => onChange(all.filter((other) => (other === system ? event.currentTarget.checked : shown.includes(other))))}
        />
        {system}
      </label>
    ))}
  </fieldset>
);

export const Icebergs = ({ summary }: { readonly summary: Summary }): JSX.Element => {
  const all = summary.systems.map((system) => system.system);
  const [shown, setShown] = useState<readonly string[]>(all.slice(0, mostAtOnce));
  const systems = summary.systems.filter((system) => shown.includes(system.system));
  const steps = stepsOf(systems);
  const [claimed, ...below] = steps;
  return (
    <section id="iceberg" aria-label="Iceberg">
      {all.length > mostAtOnce ? <Chooser all={all} shown={shown} onChange={setShown} /> : null}
      <div class="iceberg" style={{ '--systems': String(systems.length) }}>
        <div class="sky">
          <Head systems={systems} summary={summary} />
          {claimed === undefined ? null : <Row step={claimed} systems={systems} depth={0} />}
        </div>
        <Waterline />
        <div class="water">
          {below.map((step, position) => (
            <Row key={step.id} step={step} systems={systems} depth={(position + 1) / Math.max(1, below.length)} />
          ))}
        </div>
      </div>
      <p class="legend">
        <span class="key fill" /> what is left <span class="key lost" /> lost since the claim <span class="key whisker" /> interval{' '}
        <span class="key bounds" /> if every unknown failed or passed
      </p>
    </section>
  );
};
