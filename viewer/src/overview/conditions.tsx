import type { ComponentChildren, JSX } from 'preact';
import type { PageIndex } from '../../../src/report/page-data.ts';

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

export const Conditions = ({ summary }: { readonly summary: PageIndex['summary'] }): JSX.Element => {
  const { manifest, fusion, claimedBy } = summary;
  const { isolation, host } = manifest;
  return (
    <>
      <dl class="conditions">
        <Fact name="Run">
          {manifest.runId}, {manifest.createdAt}
        </Fact>
        <Fact name="Fathom">
          {manifest.fathomVersion}, record version {manifest.recordVersion}
        </Fact>
        <Fact name="Command">
          <code>{manifest.command.join(' ')}</code>
        </Fact>
        <Fact name="Seed">{manifest.seed}</Fact>
        <Fact name="Suites">
          {manifest.suites
            .map(
              (suite) => `${suite.id} (${suite.source}${suite.split === undefined ? '' : `, ${suite.split}`}, ${suite.hash.slice(0, 12)})`,
            )
            .join('; ')}
        </Fact>
        <Fact name="Fusion rule">
          <b>{fusion.id}</b>: {fusion.summary}
        </Fact>
        <Fact name="Claimed by">
          {Object.entries(claimedBy)
            .map(([language, oracle]) => `${oracle} for ${language}`)
            .join(', ') || 'nobody'}
        </Fact>
        <Fact name="Isolation">
          {isolation === undefined ? 'no code was run' : `${isolation.sandbox}, ${isolation.level}: ${isolation.features.join(', ')}`}
        </Fact>
        <Fact name="Host">
          {host.platform} {host.arch}, node {host.node}, {host.cpus} processors
        </Fact>
        <Fact name="Systems">
          <ul class="plain">
            {manifest.systems.map((system) => (
              <li key={system.id}>
                <b>{system.id}</b>: model {system.model}, method {system.method}
                {system.note === undefined ? '' : `; ${system.note}`}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name="Oracles">
          <ul class="plain">
            {manifest.oracles.map((oracle) => (
              <li key={`${oracle.id} ${oracle.axis}`}>
                <b>{oracle.id}</b> {oracle.version}, {oracle.grade}, {oracle.axis} axis, {oracle.languages.join(', ')}
                {oracle.ruleSet === undefined ? '' : `; rules ${oracle.ruleSet}`}
                {oracle.state === 'ready' ? '' : `; ${oracle.state}`}
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
      <details>
        <summary>Configuration</summary>
        <pre>{JSON.stringify(manifest.configuration, undefined, 2)}</pre>
      </details>
    </>
  );
};
