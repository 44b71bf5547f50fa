import type { JSX } from 'preact';
import type { Measurement, RuleMeasurement, RuleOutcome } from '../../../src/metrics/measurement.ts';
import { intervalText, percent, valueText } from '../../../src/report/figures.ts';
import type { PageIndex } from '../../../src/report/page-data.ts';
import { openText, ruleRange } from '../../../src/report/rules.ts';
import { Name } from '../name.tsx';
import { ScrollBox } from '../scroll-box.tsx';
import { Whisker } from './systems.tsx';

const Secure = ({ measurement }: { readonly measurement: Measurement }): JSX.Element => (
  <div class="small">secure alone {valueText(measurement)}</div>
);

const Cell = ({ outcome }: { readonly outcome: RuleOutcome | undefined }): JSX.Element => {
  if (outcome === undefined) {
    return <td class="nothing">–</td>;
  }
  const { secure, securePass, undecided } = outcome;
  return (
    <td title={undecided.length === 0 ? undefined : `left open because: ${openText(undecided)}`}>
      <div class="value">{valueText(securePass)}</div>
      <Whisker measurement={securePass} />
      <div class="small">{intervalText(securePass.interval)}</div>
      <div class="small">
        n {securePass.n} {securePass.unit}
      </div>
      {securePass.unknown > 0 ? <div class="small caution">{securePass.unknown} unknown</div> : null}
      <Secure measurement={secure} />
    </td>
  );
};

const Row = ({
  rule,
  systems,
  inForce,
}: {
  readonly rule: RuleMeasurement;
  readonly systems: readonly string[];
  readonly inForce: boolean;
}) => (
  <tr class={inForce ? 'in-force' : ''}>
    <th scope="row" title={rule.summary}>
      {rule.id}
      {inForce ? <p class="note">in force</p> : null}
    </th>
    {rule.why === undefined ? (
      systems.map((system) => <Cell key={system} outcome={rule.systems.find((one) => one.system === system)} />)
    ) : (
      <td class="nothing word" colSpan={systems.length}>
        can't decide: {rule.why}
      </td>
    )}
  </tr>
);

const Range = ({ rules, system }: { readonly rules: readonly RuleMeasurement[]; readonly system: string }): JSX.Element => {
  const range = ruleRange(rules, system);
  if (range === undefined) {
    return <td class="nothing">–</td>;
  }
  const { low, high } = range;
  return (
    <td>
      <b>{((high.value - low.value) * 100).toFixed(1)} points</b>
      <div class="small">
        {percent(low.value)} to {percent(high.value)}
      </div>
    </td>
  );
};

/** Rules × systems, and how far the rules lie apart. */
export const Rules = ({ summary }: { readonly summary: PageIndex['summary'] }): JSX.Element => {
  const { rules, fusion } = summary;
  const systems = summary.systems.map(({ system }) => system);
  return (
    <ScrollBox className="scroll" label="What each fusion rule would say">
      <table class="metrics rules">
        <thead>
          <tr>
            <th scope="col">rule</th>
            {systems.map((system) => (
              <th scope="col" key={system}>
                <Name text={system} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <Row key={rule.id} rule={rule} systems={systems} inForce={rule.id === fusion.id} />
          ))}
          <tr>
            <th scope="row">the rule's part</th>
            {systems.map((system) => (
              <Range key={system} rules={rules} system={system} />
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
};
