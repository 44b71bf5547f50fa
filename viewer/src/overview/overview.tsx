import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PageIndex } from '../../../src/report/page-data.ts';
import { AgreementTable } from './agreement.tsx';
import { Breakdowns } from './breakdowns.tsx';
import { CorrectedRates } from './calibration.tsx';
import { Conditions } from './conditions.tsx';
import { HealthTable } from './health.tsx';
import { Icebergs } from './iceberg.tsx';
import { Rules } from './rules.tsx';
import { Kinds, SystemTable } from './systems.tsx';

type SectionProps = { readonly id: string; readonly title: string; readonly lead?: string; readonly children: ComponentChildren };

const Section = ({ id, title, lead, children }: SectionProps): JSX.Element => (
  <section id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {lead === undefined ? null : <p class="lead">{lead}</p>}
    {children}
  </section>
);

const Warnings = ({ warnings }: { readonly warnings: PageIndex['summary']['warnings'] }): JSX.Element | null =>
  warnings.length === 0 ? null : (
    <section id="warnings" class="warnings" aria-labelledby="warnings-title">
      <h2 id="warnings-title">Read before quoting a number</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.message}`}>
            <code>{warning.code}</code> <span>{warning.message}</span>
          </li>
        ))}
      </ul>
    </section>
  );

const Facts = ({ index }: { readonly index: PageIndex }): JSX.Element => {
  const { manifest, fusion } = index.summary;
  const examined = index.columns.id.length;
  return (
    <p class="facts">
      <span>
        {manifest.systems.length} {manifest.systems.length === 1 ? 'system' : 'systems'}
      </span>
      <span>
        {manifest.tasks.length} tasks of {manifest.suites.map((suite) => suite.id).join(', ')}
      </span>
      <span>
        {examined.toLocaleString('en')} of {manifest.requested.toLocaleString('en')} requested samples
      </span>
      <span>
        fusion rule <strong>{fusion.id}</strong>
      </span>
      <span>{manifest.isolation === undefined ? 'no code was run' : `${manifest.isolation.sandbox}, ${manifest.isolation.level}`}</span>
    </p>
  );
};

export const Overview = ({ index, section }: { readonly index: PageIndex; readonly section: string | undefined }): JSX.Element => {
  useEffect(() => {
    if (section !== undefined) {
      document.getElementById(section)?.scrollIntoView();
    }
  }, [section]);
  const { summary } = index;
  return (
    <main class="overview">
      <h1>What was claimed, and what is left of it</h1>
      <Facts index={index} />
      <Icebergs summary={summary} />
      <Warnings warnings={summary.warnings} />
      <Section
        id="systems"
        title="Systems"
        lead="Value, interval and denominator of each metric. Where samples are unknown, the range runs from all of them failing to all of them passing."
      >
        <SystemTable systems={summary.systems} manifest={summary.manifest} />
      </Section>
      {summary.calibration === undefined ? null : (
        <Section
          id="corrected"
          title="Corrected for the errors of oracles"
          lead="What the rates would be if the rule in force erred here as it did on the calibration set. Beside the raw rates, never in their place."
        >
          <CorrectedRates use={summary.calibration} />
        </Section>
      )}
      <Section
        id="kinds"
        title="Answers by kind"
        lead="Only code can be secure or work. The other kinds fail, and stay in the denominator."
      >
        <Kinds systems={summary.systems} />
      </Section>
      {summary.rules.length === 0 ? null : (
        <Section
          id="rules"
          title="What each fusion rule would say"
          lead="secure-pass@1 of the same votes under every rule, so that you see how much of the headline is the rule. Small: the secure axis alone."
        >
          <Rules summary={summary} />
        </Section>
      )}
      <Breakdowns summary={summary} />
      <Section
        id="agreement"
        title="Agreement of oracles"
        lead="Pairs of oracles on the samples where both said pass or fail. Counts lead to the samples."
      >
        <AgreementTable agreement={summary.agreement} overall={summary.overallAgreement} />
      </Section>
      <Section
        id="health"
        title="Oracle health"
        lead="An oracle that never varies, fails its controls or mostly cannot answer proves nothing."
      >
        <HealthTable health={summary.health} />
      </Section>
      <Section id="conditions" title="Conditions of the run">
        <Conditions summary={summary} />
      </Section>
    </main>
  );
};
