import { type Filters, filterNames } from './rows.ts';

/** Where the page is; the hash says it all, so that a link leads to the same place. */
export type Route =
  | { readonly view: 'overview'; readonly section?: string }
  | { readonly view: 'samples'; readonly filters: Filters; readonly sample?: string };

export const parseRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  if (path === '/samples') {
    const parameters = new URLSearchParams(query);
    const filters: Filters = {};
    for (const name of filterNames) {
      const value = parameters.get(name);
      if (value !== null && value !== '') {
        filters[name] = value;
      }
    }
    const sample = parameters.get('sample');
    return sample === null ? { view: 'samples', filters } : { view: 'samples', filters, sample };
  }
  const section = path.startsWith('/overview/') ? path.slice('/overview/'.length) : '';
  return section === '' ? { view: 'overview' } : { view: 'overview', section };
};

export const hashOf = (route: Route): string => {
  if (route.view === 'overview') {
    return route.section === undefined ? '#/' : `#/overview/${route.section}`;
  }
  const parameters = new URLSearchParams();
  for (const name of filterNames) {
    const value = route.filters[name];
    if (value !== undefined && value !== '') {
      parameters.set(name, value);
    }
  }
  if (route.sample !== undefined) {
    parameters.set('sample', route.sample);
  }
  const query = parameters.toString();
  return query === '' ? '#/samples' : `#/samples?${query}`;
};
