import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Check } from '../../../src/core/index.ts';
import type { PageVerdict } from '../../../src/report/page-data.ts';
import type { Texts } from '../store.ts';

const Transcript = ({ verdict, texts }: { readonly verdict: PageVerdict; readonly texts: Texts }): JSX.Element | null => {
  const [text, setText] = useState<string | undefined>(undefined);
  const { transcript, transcriptText } = verdict;
  if (transcript === undefined) {
    return null;
  }
  if (transcriptText === undefined) {
    return <p class="small">The record does not hold the transcript {transcript.slice(0, 12)}.</p>;
  }
  const onToggle = (event: { readonly currentTarget: HTMLDetailsElement }): void => {
    if (event.currentTarget.open && text === undefined) {
      texts
        .text(transcriptText)
        .then((read) => setText(read ?? 'The record does not hold the transcript.'))
        .catch((error: unknown) => setText(`The transcript cannot be read: ${error instanceof Error ? error.message : String(error)}`));
    }
  };
  return (
    <details class="transcript" onToggle={onToggle}>
      <summary>Transcript</summary>
      <pre>{text ?? 'Reading …'}</pre>
    </details>
  );
};

const Checks = ({ checks }: { readonly checks: readonly Check[] }): JSX.Element => {
  const failed = checks.filter((check) => check.status !== 'pass');
  const order = [...failed, ...checks.filter((check) => check.status === 'pass')];
  return (
    <details class="checks" open={failed.length > 0 && checks.length <= 30}>
      <summary>
        {checks.length - failed.length} of {checks.length} checks passed
      </summary>
      <ul>
        {order.map((check, position) => (
          <li key={`${check.id} ${position}`} class={check.status}>
            <b>{check.status}</b> <code>{check.id}</code> <span>{check.detail ?? ''}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What the verdict says beyond its status. */
const saying = (verdict: PageVerdict): string => {
  if (verdict.status === 'unknown') {
    return `${verdict.reason}: ${verdict.detail}`;
  }
  if (verdict.status === 'pass') {
    return verdict.grade === 'witnessed' ? 'every check passed' : 'nothing found that counts';
  }
  return verdict.findings.map((finding) => `${finding.ruleId}: ${finding.message}`).join('; ');
};

const VerdictLine = ({ verdict, texts }: { readonly verdict: PageVerdict; readonly texts: Texts }): JSX.Element => {
  const { voice } = verdict;
  return (
    <li class={`verdict ${verdict.status}${voice.counts ? '' : ' muted'}`}>
      <div class="verdict-head">
        <span class={`status ${verdict.status}`}>{verdict.status}</span>
        <b>{verdict.oracle}</b>
        <span class="facts">
          {verdict.axis} axis · {verdict.grade}
          {verdict.family === verdict.oracle ? '' : ` · family ${verdict.family}`}
          {voice.counts && voice.uncalibrated === true ? ' · not calibrated' : ''}
          {verdict.forgeable === true ? ' · forgeable' : ''}
          {verdict.probability === undefined ? '' : ` · holds it false with ${(verdict.probability * 100).toFixed(0)} %`}
        </span>
        {voice.counts ? null : <span class="muted-mark">muted: {voice.because}</span>}
      </div>
      <p class="saying">{saying(verdict)}</p>
      {verdict.collateral.length === 0 ? null : (
        <p class="small">
          {verdict.collateral.length} collateral: {verdict.collateral.map((finding) => finding.ruleId).join(', ')}
        </p>
      )}
      {verdict.checks === undefined || verdict.checks.length === 0 ? null : <Checks checks={verdict.checks} />}
      <Transcript verdict={verdict} texts={texts} />
    </li>
  );
};

export const Verdicts = ({ verdicts, texts }: { readonly verdicts: readonly PageVerdict[]; readonly texts: Texts }): JSX.Element =>
  verdicts.length === 0 ? (
    <p class="empty">No oracle was asked: there was no code to examine.</p>
  ) : (
    <ul class="verdicts">
      {verdicts.map((verdict, position) => (
        <VerdictLine key={`${verdict.oracle} ${verdict.axis} ${position}`} verdict={verdict} texts={texts} />
      ))}
    </ul>
  );
