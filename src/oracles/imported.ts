import { type OracleFacts, sampleId, type Verdict } from '../core/index.ts';
import type { GivenSample } from '../datasets/dataset.ts';
import type { Oracle } from './oracle.ts';

/**
 * Hands out the verdicts that came with somebody's samples, by sample. It examines nothing:
 * a sample that came without verdicts gets none. Its id is `imported`; its verdicts name their own oracles, `imported:sallm`.
 */
export const importedOracle = (samples: readonly GivenSample[]): Oracle => {
  const verdicts = new Map(samples.map((sample) => [sampleId({ ...sample, perturbation: 'none' }), sample.verdicts]));
  return {
    id: 'imported',
    batchSize: 1_000,
    version: `1:${fingerprint(samples)}`,
    prepare: () => Promise.resolve(factsOf(samples)),
    examine: (batch) => Promise.resolve(batch.map(({ sample }) => verdicts.get(sample.id) ?? [])),
    close: () => Promise.resolve(),
  };
};

/** One entry for each oracle and axis that the samples' verdicts name. */
const factsOf = (samples: readonly GivenSample[]): readonly OracleFacts[] => {
  const found = new Map<string, { readonly verdict: Verdict; readonly languages: Set<OracleFacts['languages'][number]> }>();
  for (const { verdicts, language } of samples) {
    for (const verdict of verdicts) {
      const key = `${verdict.oracle} ${verdict.axis}`;
      const entry = found.get(key) ?? { verdict, languages: new Set() };
      entry.languages.add(language);
      found.set(key, entry);
    }
  }
  return [...found.values()].map(({ verdict, languages }) => ({
    id: verdict.oracle,
    axis: verdict.axis,
    grade: verdict.grade,
    family: verdict.family,
    version: 'as published',
    languages: [...languages],
    state: 'ready',
    // Nothing can be tried on outcomes that somebody else obtained.
    controls: [],
  }));
};

/** Verdicts are part of the samples, which a cache knows only by their code: FNV-1a over what was said of each. */
const fingerprint = (samples: readonly GivenSample[]): string => {
  let hash = 0x811c9dc5;
  for (const sample of samples) {
    const said = sample.verdicts.map(({ oracle, axis, status }) => `${oracle} ${axis} ${status}`).join(';');
    for (const letter of `${sample.system}/${sample.taskId}#${sample.index}=${said}\n`)
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16);
};
