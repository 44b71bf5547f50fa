import { fusionRules } from '../fusion/index.ts';
import { conventions, metrics } from '../metrics/index.ts';
import { scriptedSystems } from '../models/scripted-systems.ts';
import { judgeMembers } from './judges.ts';
import { analyzersHere, drivers } from './oracles.ts';
import { pageFormat, plainFormats } from './reports.ts';
import { sampleFormats } from './samples.ts';
import { methods } from './systems.ts';

/** One adaptor, as `fathom list` shows it. */
export type Member = { readonly id: string; readonly summary: string; readonly [fact: string]: unknown };

type Family = { readonly summary: string; members(): Promise<readonly Member[]> };

const plain = (all: readonly { readonly id: string; readonly summary: string }[]): (() => Promise<readonly Member[]>) => {
  const members: readonly Member[] = all.map(({ id, summary }) => ({ id, summary }));
  return async () => members;
};

/** Every family of adaptors there is. */
export const families: Readonly<Record<string, Family>> = {
  analyzers: {
    summary: 'static analyzers, by engine family and language',
    members: async () => (await analyzersHere()).map(({ id, summary, family, languages }) => ({ id, summary, family, languages })),
  },
  judges: { summary: 'rubrics that a language model judges by, and scripted judges', members: plain(judgeMembers) },
  models: {
    summary: 'where answers come from: provider/model',
    members: plain([
      ...scriptedSystems,
      { id: 'replay/RUN[#SYSTEM]', summary: 'the recorded answers of a run folder' },
      { id: 'openai/MODEL', summary: 'OpenAI, or with base-url any compatible server; key in OPENAI_API_KEY' },
      { id: 'anthropic/MODEL', summary: 'Anthropic; key in ANTHROPIC_API_KEY' },
    ]),
  },
  methods: { summary: 'ways to obtain code from a model', members: plain(methods) },
  sandboxes: {
    summary: 'where generated code runs',
    members: plain([
      { id: 'bubblewrap', summary: 'Linux namespaces by bwrap, with fresh ones for each candidate; the default' },
      { id: 'podman', summary: 'one container for each candidate, where bubblewrap is not to be had' },
      { id: 'docker', summary: 'one container for each candidate, where bubblewrap is not to be had' },
      { id: 'none', summary: 'no isolation; asks for a typed confirmation' },
    ]),
  },
  drivers: { summary: 'languages of candidates', members: async () => drivers.map(({ language, summary }) => ({ id: language, summary })) },
  fusion: { summary: 'how verdicts become one outcome', members: plain(fusionRules) },
  metrics: {
    summary: 'what is measured, and under which published conventions',
    members: plain([...metrics, ...conventions.map(({ id, summary }) => ({ id: `convention ${id}`, summary }))]),
  },
  reports: { summary: 'report formats', members: plain([pageFormat, ...plainFormats]) },
  'sample-formats': { summary: 'answers of other people that can be read', members: plain(sampleFormats) },
};
