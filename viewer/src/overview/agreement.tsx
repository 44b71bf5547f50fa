import type { JSX } from 'preact';
import type { Agreement, OverallAgreement } from '../../../src/metrics/measurement.ts';
import { alphaScope, alphaText, optionalNumber, percent, signedNumber } from '../../../src/report/figures.ts';
import { hashOf } from '../route.ts';
import { pairFilter } from '../rows.ts';
import { ScrollBox } from '../scroll-box.tsx';

const Count = ({
  pair,
  letters,
  count,
}: {
  readonly pair: Agreement;
  readonly letters: 'pp' | 'pf' | 'fp' | 'ff';
  readonly count: number;
}) => (
  <td class={letters === 'pf' || letters === 'fp' ? 'differ' : ''}>
    {count === 0 ? (
      '0'
    ) : (
      <a href={hashOf({ view: 'samples', filters: { disagreement: pairFilter(pair.axis, pair.left, pair.right, letters) } })}>{count}</a>
    )}
  </td>
);

const Overall = ({ overall }: { readonly overall: readonly OverallAgreement[] }): JSX.Element => (
  <ul class="plain alphas">
    {overall.map((one) => (
      <li key={`${one.axis} ${one.of}`}>
        Krippendorff's alpha on the {one.axis} axis over {alphaScope(one)}: <b>{alphaText(one)}</b>{' '}
        <span class="faint" title={one.names.join(', ')}>
          {one.samples.toLocaleString('en')} samples of {one.tasks} tasks that at least two decided, {one.unknown.toLocaleString('en')}{' '}
          unknown verdicts
        </span>
      </li>
    ))}
  </ul>
);

type AgreementProps = { readonly agreement: readonly Agreement[]; readonly overall: readonly OverallAgreement[] };

export const AgreementTable = ({ agreement, overall }: AgreementProps): JSX.Element =>
  agreement.length === 0 ? (
    <p class="empty">No two oracles of this run spoke on the same axis.</p>
  ) : (
    <>
      <ScrollBox className="scroll" label="Agreement of oracles">
        <table class="counts agreement">
          <thead>
            <tr>
              <th scope="col">left and right</th>
              <th scope="col" class="word">
                axis
              </th>
              <th scope="col">both pass</th>
              <th scope="col">left passes, right fails</th>
              <th scope="col">left fails, right passes</th>
              <th scope="col">both fail</th>
              <th scope="col">not comparable</th>
              <th scope="col">agree</th>
              <th scope="col">kappa</th>
              <th scope="col" title="The largest kappa that the two could reach with the shares of passes that they have">
                largest kappa
              </th>
              <th scope="col" title="How much more often both pass than both fail, -1 to 1">
                preva&shy;lence
              </th>
              <th scope="col" title="How much more often the left passes than the right, -1 to 1">
                bias
              </th>
              <th scope="col">MCC</th>
              <th scope="col" title="Gwet's AC1">
                AC1
              </th>
            </tr>
          </thead>
          <tbody>
            {agreement.map((pair) => (
              <tr key={`${pair.axis} ${pair.left} ${pair.right}`}>
                <th scope="row">
                  {pair.left} <span class="faint">and</span> {pair.right}
                </th>
                <td class="word">{pair.axis}</td>
                <Count pair={pair} letters="pp" count={pair.counts.bothPass} />
                <Count pair={pair} letters="pf" count={pair.counts.leftPassRightFail} />
                <Count pair={pair} letters="fp" count={pair.counts.leftFailRightPass} />
                <Count pair={pair} letters="ff" count={pair.counts.bothFail} />
                <td>{pair.notComparable}</td>
                <td>{pair.percent === undefined ? '–' : percent(pair.percent)}</td>
                <td>{optionalNumber(pair.kappa)}</td>
                <td>{optionalNumber(pair.largestKappa)}</td>
                <td>{signedNumber(pair.prevalence)}</td>
                <td>{signedNumber(pair.bias)}</td>
                <td>{optionalNumber(pair.mcc)}</td>
                <td>{optionalNumber(pair.ac1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Overall overall={overall} />
    </>
  );
