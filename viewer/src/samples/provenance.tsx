import type { JSX } from 'preact';
import type { SampleDetail } from '../../../src/report/page-data.ts';

export const Provenance = ({ detail }: { readonly detail: SampleDetail }): JSX.Element => {
  const { provenance, usage, costUsd } = detail;
  const facts: readonly (readonly [string, string])[] = [
    [
      'Taken from',
      `${provenance.method}${provenance.languageTag === undefined ? '' : `, tag ${provenance.languageTag}`}, ${provenance.fences} fences`,
    ],
    ['Characters', `${provenance.start} to ${provenance.end}`],
    ['Steps', provenance.steps.length === 0 ? 'none' : provenance.steps.join(', ')],
    ['Finish reason', detail.finishReason],
    ['Prompt style', `${detail.style}, perturbation ${detail.perturbation}, sample ${detail.index}`],
    ['Tokens', usage === undefined ? 'not known' : `${usage.inputTokens} in, ${usage.outputTokens} out`],
    ['Cost', costUsd === undefined ? 'not known' : `${costUsd.toFixed(4)} USD`],
    ['Examined', detail.at],
    ['SHA-256 of the code', detail.hashes.code],
    ['SHA-256 of the answer', detail.hashes.raw],
  ];
  return (
    <dl class="conditions narrow">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
