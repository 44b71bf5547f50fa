import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PageIndex } from '../../../src/report/page-data.ts';
import { go } from '../app.tsx';
import type { LabelBook } from '../labels.ts';
import { hashOf } from '../route.ts';
import { type Filters, filterRows, inOrder, isOrder, type Row } from '../rows.ts';
import { searchTexts, type Texts } from '../store.ts';
import { Detail } from './detail.tsx';
import { FilterBar, Found } from './filter-bar.tsx';
import { Labelling } from './labelling.tsx';
import { List } from './list.tsx';

type BrowserProps = {
  readonly index: PageIndex;
  readonly rows: readonly Row[];
  readonly texts: Texts;
  readonly filters: Filters;
  readonly sample: string | undefined;
  readonly book: LabelBook;
};

type Search = { readonly rows: ReadonlySet<number>; readonly share: number };
const nothing: Search = { rows: new Set(), share: 1 };

/** Pause after the last key before the texts of all samples are read, in milliseconds. */
const searchDelayMs = 250;
const shortestSearch = 2;

/** Rows whose code, answer, transcript or verdicts hold the words; grows while the texts are read. */
const useTextSearch = (index: PageIndex, texts: Texts, words: string): Search => {
  const [search, setSearch] = useState(nothing);
  useEffect(() => {
    setSearch(nothing);
    if (words.length < shortestSearch) {
      return undefined;
    }
    const abort = new AbortController();
    const { code, raw, detail } = index.columns;
    const onProgress = (found: ReadonlySet<number>, share: number): void => {
      const rows = new Set<number>();
      for (const [row, text] of code.entries()) {
        if (found.has(text) || found.has(raw[row] ?? -1) || found.has(detail[row] ?? -1)) {
          rows.add(row);
        }
      }
      setSearch({ rows, share });
    };
    const timer = setTimeout(() => {
      setSearch({ rows: new Set(), share: 0 });
      searchTexts(texts, words, onProgress, abort.signal).catch((error: unknown) => console.error('the search stopped', error));
    }, searchDelayMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [index, texts, words]);
  return search;
};

export const Browser = ({ index, rows, texts, filters, sample, book }: BrowserProps): JSX.Element => {
  const search = useTextSearch(index, texts, (filters.text ?? '').trim().toLowerCase());
  const key = hashOf({ view: 'samples', filters });
  // `key` stands for the filters, which are a new object on every change of the hash.
  const order = isOrder(filters.order) ? filters.order : undefined;
  const ordered = useMemo(() => inOrder(rows, order, index.summary.manifest.seed), [rows, order, index]);
  const found = useMemo(() => filterRows(ordered, filters, index.marks, search.rows), [ordered, key, index.marks, search.rows]);
  const open = useMemo(() => rows.find((row) => row.id === sample), [rows, sample]);
  const place = open === undefined ? -1 : found.indexOf(open);
  const show = (row: Row | undefined): void => {
    if (row !== undefined) {
      go({ view: 'samples', filters, sample: row.id }, sample === undefined ? 'push' : 'replace');
    }
  };
  return (
    <main class={`browser${open === undefined && sample === undefined ? '' : ' opened'}`}>
      <h1 class="only-read">Samples</h1>
      <FilterBar rows={rows} filters={filters} blind={book.blind} />
      <div class="side">
        <Found found={found.length} all={rows.length} filters={filters} share={search.share} />
        <Labelling book={book} />
        <List
          rows={found}
          open={open}
          blind={book.blind}
          labelled={book.labelled}
          onOpen={show}
          hrefOf={(row) => hashOf({ view: 'samples', filters, sample: row.id })}
        />
      </div>
      <section class="detail" aria-label="Sample">
        {open === undefined ? (
          <p class="empty">
            {sample === undefined
              ? 'Choose a sample to see its code and what each oracle said of it.'
              : `This run has no sample "${sample}".`}
          </p>
        ) : (
          <Detail
            key={open.number}
            row={open}
            index={index}
            texts={texts}
            book={book}
            drawn={order === undefined ? undefined : order === 'random' ? 'random' : 'disputed'}
            back={hashOf({ view: 'samples', filters })}
            previous={found[place - 1]}
            next={place === -1 ? found[0] : found[place + 1]}
            onOpen={show}
          />
        )}
      </section>
    </main>
  );
};
