import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Finding, PathStep } from '../../../src/core/index.ts';
import { placeText } from '../../../src/report/finding-text.ts';
import type { SampleDetail } from '../../../src/report/page-data.ts';
import { highlightedLines } from '../highlight.ts';
import { ScrollBox } from '../scroll-box.tsx';
import type { Token } from '../tokens.ts';

type Note = {
  readonly finding: Finding;
  readonly counts: boolean;
  readonly why: string;
  /** A letter for its path, where it has one: steps are A1, A2 … */
  readonly letter: string;
};

/** A step of a finding's path, at the line where it is. */
type Step = { readonly sign: string; readonly note: string };

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A file of more lines is shown in part until the reader asks for the rest. */
const linesAtOnce = 2_000;

/** Findings by line; those without a line, or beyond the code, are under 0. */
const notesOf = (detail: SampleDetail, lineCount: number): ReadonlyMap<number, readonly Note[]> => {
  const notes = new Map<number, Note[]>();
  let paths = 0;
  const letterOf = ({ path }: Finding): string => {
    if (path === undefined || path.length === 0) return '';
    paths += 1;
    return letters[(paths - 1) % letters.length] ?? '';
  };
  const add = (given: Omit<Note, 'letter'>): void => {
    const note = { ...given, letter: letterOf(given.finding) };
    const line = note.finding.location?.line ?? 0;
    const place = line >= 1 && line <= lineCount ? line : 0;
    notes.set(place, [...(notes.get(place) ?? []), note]);
  };
  for (const verdict of detail.verdicts) {
    const { voice } = verdict;
    if (verdict.status === 'fail') {
      for (const finding of verdict.findings) {
        add({ finding, counts: voice.counts, why: voice.counts ? verdict.grade : `muted: ${voice.because}` });
      }
    }
    for (const finding of verdict.collateral) {
      add({ finding, counts: false, why: 'collateral' });
    }
  }
  return notes;
};

/** The steps of all paths by line. */
const stepsOf = (notes: ReadonlyMap<number, readonly Note[]>): ReadonlyMap<number, readonly Step[]> => {
  const steps = new Map<number, Step[]>();
  for (const { finding, letter } of [...notes.values()].flat()) {
    for (const [at, { location, note }] of (finding.path ?? []).entries()) {
      steps.set(location.line, [...(steps.get(location.line) ?? []), { sign: `${letter}${at + 1}`, note }]);
    }
  }
  return steps;
};

const showLine = (line: number): void => {
  const place = document.querySelector(`.code [data-line="${line}"]`);
  place?.scrollIntoView({ block: 'center' });
  for (const shown of document.querySelectorAll('.code .line.shown')) shown.classList.remove('shown');
  place?.classList.add('shown');
};

/** How the harm gets there; a step leads to its line. */
const Path = ({ path, letter }: { readonly path: readonly PathStep[]; readonly letter: string }): JSX.Element => (
  <ol class="path">
    {path.map(({ location, note }, at) => (
      <li key={at}>
        <button type="button" onClick={() => showLine(location.line)}>
          <span class="step-sign">
            {letter}
            {at + 1}
          </span>{' '}
          {placeText(location)}
        </button>{' '}
        <span>{note}</span>
      </li>
    ))}
  </ol>
);

const NoteLine = ({ note }: { readonly note: Note }): JSX.Element => (
  <div class={`note-line ${note.counts ? 'counts' : 'silent'}`}>
    <b>{note.finding.oracle}</b> <span class="rule">{note.finding.ruleId}</span>
    {note.finding.cwe.length === 0 ? null : <span class="cwe">{note.finding.cwe.join(' ')}</span>}
    {note.finding.severity === 'unrated' ? null : <span class="severity">{note.finding.severity}</span>}
    <span class="why">{note.why}</span>
    <span class="message">{note.finding.message}</span>
    {note.finding.path === undefined || note.finding.path.length === 0 ? null : <Path path={note.finding.path} letter={note.letter} />}
  </div>
);

type LineProps = {
  readonly number: number;
  readonly tokens: readonly Token[];
  readonly fromPrompt: boolean;
  readonly notes: readonly Note[];
  readonly steps: readonly Step[];
};

const Line = ({ number, tokens, fromPrompt, notes, steps }: LineProps): JSX.Element => (
  <>
    <div class={`line${fromPrompt ? ' prompt' : ''}${notes.some((note) => note.counts) ? ' hit' : ''}`} data-line={number}>
      <span class="line-number" aria-hidden="true">
        {number}
      </span>
      <code>
        {tokens.length === 0
          ? '\n'
          : tokens.map((token, position) => (
              <span key={position} class={token.className}>
                {token.text}
              </span>
            ))}
        {steps.map(({ sign, note }) => (
          <span key={sign} class="step-sign" title={note}>
            {sign}
          </span>
        ))}
      </code>
    </div>
    {notes.map((note, position) => (
      <NoteLine key={position} note={note} />
    ))}
  </>
);

type CodeProps = { readonly code: string | undefined; readonly language: string; readonly detail: SampleDetail };

const NoCode = ({ text, notes }: { readonly text: string; readonly notes: readonly Note[] }): JSX.Element => (
  <>
    <p class="empty">{text}</p>
    {notes.map((note, position) => (
      <NoteLine key={position} note={note} />
    ))}
  </>
);

/** The code with each finding under its line; findings without a line come first. */
export const Code = ({ code, language, detail }: CodeProps): JSX.Element => {
  const [all, setAll] = useState(false);
  const lines = useMemo(() => highlightedLines((code ?? '').replace(/\n$/, ''), language), [code, language]);
  const notes = useMemo(() => notesOf(detail, code === undefined || code === '' ? 0 : lines.length), [detail, code, lines]);
  const steps = useMemo(() => stepsOf(notes), [notes]);
  const loose = notes.get(0) ?? [];
  if (code === undefined) {
    return <NoCode text="The record does not hold the code." notes={loose} />;
  }
  if (code === '') {
    return <NoCode text="There is no code in this answer." notes={loose} />;
  }
  const isPrompt = (line: number): boolean => detail.promptLines.some((range) => line >= range.from && line <= range.to);
  const shown = all ? lines : lines.slice(0, linesAtOnce);
  return (
    <>
      {loose.map((note, position) => (
        <NoteLine key={position} note={note} />
      ))}
      <ScrollBox className="code" label="Code with findings">
        {shown.map((tokens, position) => (
          <Line
            key={position}
            number={position + 1}
            tokens={tokens}
            fromPrompt={isPrompt(position + 1)}
            notes={notes.get(position + 1) ?? []}
            steps={steps.get(position + 1) ?? []}
          />
        ))}
      </ScrollBox>
      {shown.length < lines.length ? (
        <button type="button" onClick={() => setAll(true)}>
          Show all {lines.length.toLocaleString('en')} lines
        </button>
      ) : null}
      {detail.promptLines.length === 0 ? null : <p class="small">Shaded lines are the prompt's own; findings there are not the model's.</p>}
    </>
  );
};
