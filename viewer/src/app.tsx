import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PageIndex } from '../../src/report/page-data.ts';
import { useLabelBook } from './labels.ts';
import { Overview } from './overview/overview.tsx';
import { hashOf, parseRoute, type Route } from './route.ts';
import { rowsOf } from './rows.ts';
import { Browser } from './samples/browser.tsx';
import type { Texts } from './store.ts';
import { ThemeSwitch } from './theme.tsx';

const useRoute = (): Route => {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const onChange = (): void => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return route;
};

/** Replaces rather than adds history entries while a filter is typed. */
export const go = (route: Route, how: 'push' | 'replace' = 'push'): void => {
  const hash = hashOf(route);
  if (how === 'push') {
    location.hash = hash;
  } else {
    history.replaceState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
};

export const App = ({ index, texts }: { readonly index: PageIndex; readonly texts: Texts }): JSX.Element => {
  const route = useRoute();
  const rows = useMemo(() => rowsOf(index), [index]);
  const { manifest } = index.summary;
  const book = useLabelBook(manifest.runId);
  const current = (view: Route['view']): 'page' | undefined => (route.view === view ? 'page' : undefined);
  return (
    <>
      <header class="top">
        <a class="mark" href={hashOf({ view: 'overview' })}>
          Fathom
        </a>
        <nav aria-label="Parts of this report">
          <a href={hashOf({ view: 'overview' })} aria-current={current('overview')}>
            Overview
          </a>
          <a href={hashOf({ view: 'samples', filters: {} })} aria-current={current('samples')}>
            Samples <span class="count">{rows.length.toLocaleString('en')}</span>
          </a>
        </nav>
        <span class="run" title={`made ${manifest.createdAt}`}>
          {manifest.runId}
        </span>
        <ThemeSwitch />
      </header>
      {route.view === 'overview' ? (
        <Overview index={index} section={route.section} />
      ) : (
        <Browser index={index} rows={rows} texts={texts} filters={route.filters} sample={route.sample} book={book} />
      )}
    </>
  );
};
