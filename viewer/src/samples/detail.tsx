import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AxisOutcome, Label } from '../../../src/core/index.ts';
import type { PageIndex, SampleDetail } from '../../../src/report/page-data.ts';
import type { LabelBook } from '../labels.ts';
import { outcomeClass, outcomeLabels, type Row } from '../rows.ts';
import type { Texts } from '../store.ts';
import { Code } from './code.tsx';
import { LabelButtons } from './labelling.tsx';
import { AxisSign } from './list.tsx';
import { Provenance } from './provenance.tsx';
import { Verdicts } from './verdicts.tsx';

type Loaded = { readonly detail: SampleDetail; readonly code: string | undefined; readonly raw: string | undefined };
type State = { readonly is: 'reading' } | { readonly is: 'broken'; readonly why: string } | ({ readonly is: 'read' } & Loaded);

const load = async (row: Row, index: PageIndex, texts: Texts): Promise<Loaded> => {
  const at = (column: 'code' | 'raw' | 'detail'): number => index.columns[column][row.number] ?? -1;
  const [detail, code, raw] = await Promise.all([texts.detail(at('detail')), texts.text(at('code')), texts.text(at('raw'))]);
  if (detail === undefined) {
    throw new Error(`the block of sample "${row.id}" holds no verdicts`);
  }
  return { detail, code, raw };
};

const useSample = (row: Row, index: PageIndex, texts: Texts): State => {
  const [state, setState] = useState<State>({ is: 'reading' });
  useEffect(() => {
    let current = true;
    const set = (next: State): void => {
      if (current) {
        setState(next);
      }
    };
    load(row, index, texts)
      .then((loaded) => set({ is: 'read', ...loaded }))
      .catch((error: unknown) => set({ is: 'broken', why: error instanceof Error ? error.message : String(error) }));
    return () => {
      current = false;
    };
  }, [row, index, texts]);
  return state;
};

const Axis = ({ name, outcome }: { readonly name: 'works' | 'secure'; readonly outcome: AxisOutcome }): JSX.Element => (
  <div class={`axis ${outcome.status}`}>
    <b>
      {name === 'works' ? 'Works' : 'Secure'}: {outcome.status}
    </b>
    <span class="because">{[outcome.grade ?? '', outcome.because.join(', ')].filter((part) => part !== '').join(': ')}</span>
  </div>
);

type DetailProps = {
  readonly row: Row;
  readonly index: PageIndex;
  readonly texts: Texts;
  readonly book: LabelBook;
  readonly drawn: Label['drawn'];
  readonly back: string;
  readonly previous: Row | undefined;
  readonly next: Row | undefined;
  readonly onOpen: (row: Row | undefined) => void;
};

const Head = ({ row, book, back, previous, next, onOpen }: Omit<DetailProps, 'index' | 'texts'>): JSX.Element => (
  <div class="detail-head">
    <p class="steps">
      <a class="back" href={back}>
        ‹ List
      </a>
      <button type="button" disabled={previous === undefined} onClick={() => onOpen(previous)}>
        Previous
      </button>
      <button type="button" disabled={next === undefined} onClick={() => onOpen(next)}>
        Next
      </button>
    </p>
    <h2>{row.title}</h2>
    <p class="identity">{book.blind ? `sample ${row.number}, blind` : row.id}</p>
    <p class="tags">
      {book.blind ? null : (
        <>
          <span class={`outcome ${outcomeClass(row)}`}>
            <AxisSign axis="works" status={row.functional} />
            <AxisSign axis="secure" status={row.secure} /> {outcomeLabels[outcomeClass(row)]}
          </span>
          <span>{row.system}</span>
        </>
      )}
      <span>{row.language}</span>
      {row.cwes.map((cwe) => (
        <span key={cwe}>{cwe}</span>
      ))}
      <span>{row.kind === 'code' ? 'code' : `answer: ${row.kind}`}</span>
    </p>
  </div>
);

const withoutVerdicts = (detail: SampleDetail): SampleDetail => ({ ...detail, verdicts: [] });

export const Detail = (props: DetailProps): JSX.Element => {
  const { row, index, texts, book, drawn } = props;
  const state = useSample(row, index, texts);
  return (
    <article>
      <Head {...props} />
      {state.is === 'reading' ? <p class="empty">Reading …</p> : null}
      {state.is === 'broken' ? <p class="bad">This sample cannot be shown: {state.why}.</p> : null}
      {state.is === 'read' ? (
        <>
          {book.blind ? null : (
            <div class="axes">
              <Axis name="works" outcome={state.detail.outcome.functional} />
              <Axis name="secure" outcome={state.detail.outcome.secure} />
            </div>
          )}
          <LabelButtons book={book} row={row} drawn={drawn} />
          <h3>Code</h3>
          <Code code={state.code} language={row.language} detail={book.blind ? withoutVerdicts(state.detail) : state.detail} />
          {book.blind ? null : (
            <>
              <h3>Verdicts</h3>
              <Verdicts verdicts={state.detail.verdicts} texts={texts} />
            </>
          )}
          <h3>Raw answer</h3>
          {state.raw === undefined ? (
            <p class="empty">The record does not hold the answer.</p>
          ) : state.raw === '' ? (
            <p class="empty">The answer is empty.</p>
          ) : (
            <details open={state.code === undefined || state.code === ''}>
              <summary>{state.raw.length.toLocaleString('en')} characters</summary>
              <pre>{state.raw}</pre>
            </details>
          )}
          <h3>Provenance</h3>
          <Provenance detail={state.detail} />
        </>
      ) : null}
    </article>
  );
};
