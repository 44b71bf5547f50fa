import type { JSX } from 'preact';
import type { OracleHealth } from '../../../src/metrics/measurement.ts';
import { ScrollBox } from '../scroll-box.tsx';

const Proportions = ({ health }: { readonly health: OracleHealth }): JSX.Element => {
  const parts = [
    ['pass', health.pass],
    ['fail', health.fail],
    ['unknown', health.unknown],
  ] as const;
  return (
    <span class="proportions" aria-hidden="true">
      {parts.map(([name, count]) => (count > 0 ? <span key={name} class={name} style={{ flexGrow: count }} /> : null))}
    </span>
  );
};

const Controls = ({ health }: { readonly health: OracleHealth }): JSX.Element => {
  const controls = health.facts?.controls ?? [];
  if (controls.length === 0) {
    return <span class="faint">none</span>;
  }
  return (
    <ul class="plain">
      {controls.map((control) => {
        const fine = control.knownBadFound && control.knownGoodClean;
        const words = [control.knownBadFound ? '' : 'missed the bad one', control.knownGoodClean ? '' : 'accused the good one'];
        return (
          <li key={control.language} class={fine ? '' : 'bad'} title={control.detail}>
            {control.language}: {fine ? 'told apart' : words.filter((word) => word !== '').join(', ')}
          </li>
        );
      })}
    </ul>
  );
};

const Row = ({ health }: { readonly health: OracleHealth }): JSX.Element => {
  const { facts } = health;
  const reasons = Object.entries(health.unknownBy).filter(([, count]) => count > 0);
  return (
    <tr>
      <th scope="row">
        {health.oracle}
        <p class="note">
          {[health.axis ?? facts?.axis, health.grade, facts?.family === health.oracle ? undefined : facts?.family, facts?.version]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </th>
      <td class="wide">
        <Proportions health={health} />
        <span class="small">
          {health.pass} pass, {health.fail} fail, {health.unknown} unknown of {health.verdicts}
        </span>
      </td>
      <td class="word">
        {reasons.length === 0 ? <span class="faint">none</span> : reasons.map(([reason, count]) => `${reason} ${count}`).join(', ')}
      </td>
      <td>{health.muted}</td>
      <td class="word">{facts?.admitted === undefined ? '–' : `${facts.admitted.tasks} of ${facts.admitted.of}`}</td>
      <td class="word">
        <Controls health={health} />
      </td>
      <td class="word">
        {facts !== undefined && facts.state !== 'ready' ? (
          <p class="bad">
            <b>{facts.state}</b> {facts.problem}
          </p>
        ) : null}
        {health.alarms.map((alarm) => (
          <span key={alarm} class="alarm">
            {alarm}
          </span>
        ))}
      </td>
    </tr>
  );
};

export const HealthTable = ({ health }: { readonly health: readonly OracleHealth[] }): JSX.Element => (
  <ScrollBox className="scroll" label="Oracle health">
    <table class="counts health">
      <thead>
        <tr>
          <th scope="col">oracle</th>
          <th scope="col" class="word">
            verdicts
          </th>
          <th scope="col" class="word">
            unknown because
          </th>
          <th scope="col">muted</th>
          <th scope="col" class="word">
            admitted to tasks, each language counting
          </th>
          <th scope="col" class="word">
            controls
          </th>
          <th scope="col" class="word">
            problems
          </th>
        </tr>
      </thead>
      <tbody>
        {health.map((one) => (
          <Row key={`${one.oracle} ${one.axis ?? ''}`} health={one} />
        ))}
      </tbody>
    </table>
  </ScrollBox>
);
