import { type Calibration, type Entry, holdsCode, type Manifest, type VerdictStatus } from '../../core/index.ts';
import type { Transport } from '../measurement.ts';
import { wilson } from '../wilson.ts';
import { countTruths, insecureDecided, secureDecided } from './accuracy.ts';
import { compareComposition, type GroupCount } from './composition.ts';

/** The composition tests need no more: their p-value is a warning, not a result. */
const permutations = 500;
const significant = 0.05;
/** Shares that differ by less than this in sum are alike for every purpose. */
const slight = 0.1;

type Run = { readonly manifest: Manifest; readonly entries: readonly Entry[] };

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

const countsOf = (samples: Iterable<readonly [cluster: string, groups: readonly string[]]>): readonly GroupCount[] => {
  const counts = new Map<string, { cluster: string; group: string; count: number }>();
  for (const [cluster, groups] of samples) {
    for (const group of groups) {
      const one = counts.get(`${cluster}\n${group}`) ?? { cluster, group, count: 0 };
      counts.set(`${cluster}\n${group}`, one);
      one.count += 1;
    }
  }
  return [...counts.values()];
};

const compositionOf = (by: 'language' | 'cwe', run: Run, calibration: Calibration, seed: number): Transport => {
  const cwes = new Map(run.manifest.tasks.map((task) => [task.id, task.cwes]));
  const coded = run.entries.filter(({ kind }) => holdsCode(kind));
  const here = countsOf(
    coded.map((entry) => [entry.taskId, by === 'language' ? [entry.language] : (cwes.get(entry.taskId) ?? [])] as const),
  );
  const there = countsOf(calibration.samples.map((one) => [one.task, by === 'language' ? [one.language] : one.cwes] as const));
  const { distance, byChance, pValue, onlyInFirst } = compareComposition(here, there, { seed, resamples: permutations });
  const differs = onlyInFirst.length > 0 || (distance > slight && (pValue ?? 0) < significant);
  const what = by === 'language' ? 'languages' : 'weaknesses';
  const lacking =
    onlyInFirst.length === 0
      ? ''
      : `; the calibration set lacks ${onlyInFirst.slice(0, 8).join(', ')}${onlyInFirst.length > 8 ? ' …' : ''}`;
  const test =
    pValue === undefined ? '' : `, and by chance alone by ${percent(byChance ?? 0)} (permutation of tasks: p = ${pValue.toFixed(3)})`;
  return {
    by,
    differs,
    message: `${what}: the shares differ by ${percent(distance)}${test}${lacking}`,
    distance,
    ...(pValue === undefined ? {} : { pValue }),
  };
};

const systemsOf = (run: Run, calibration: Calibration): Transport => {
  const known = new Set(calibration.samples.flatMap(({ system }) => system ?? []));
  const unseen = run.manifest.systems.map(({ id }) => id).filter((id) => !known.has(id));
  if (unseen.length === 0)
    return { by: 'system', differs: false, message: 'systems: every system of the run wrote some of the calibration set' };
  const who = known.size === 0 ? 'the calibration set was written by no system' : 'the calibration set has nothing';
  return {
    by: 'system',
    differs: true,
    message: `systems: ${who}${known.size === 0 ? '' : ` by ${unseen.slice(0, 4).join(', ')}${unseen.length > 4 ? ' …' : ''}`}; an analyzer's sensitivity has been seen to range from .21 to .67 between the models whose code it read`,
  };
};

const oraclesOf = (run: Run, calibration: Calibration): Transport => {
  const speaking = new Set(
    run.entries.flatMap(({ verdicts }) => verdicts.flatMap(({ axis, oracle }) => (axis === 'secure' ? [oracle] : []))),
  );
  const known = new Map(calibration.oracles.map((oracle) => [oracle.id, oracle.version]));
  const missing = [...speaking].filter((id) => !known.has(id)).sort();
  const absent = [...known.keys()].filter((id) => !speaking.has(id)).sort();
  const changed = run.manifest.oracles
    .filter(({ id, axis, version }) => axis === 'secure' && known.has(id) && known.get(id) !== version)
    .map(({ id, version }) => `${id} (${known.get(id)}, now ${version})`);
  const parts = [
    ...(missing.length === 0 ? [] : [`not calibrated: ${missing.join(', ')}`]),
    ...(absent.length === 0 ? [] : [`calibrated and silent in the run: ${absent.join(', ')}`]),
    ...(changed.length === 0 ? [] : [`of another version: ${changed.join(', ')}`]),
  ];
  return { by: 'oracles', differs: parts.length > 0, message: `oracles: ${parts.length === 0 ? 'the same in both' : parts.join('; ')}` };
};

type Told = { readonly task: string; readonly status: VerdictStatus };

/** Whether an oracle convicts more in the run than it does of insecure samples, or less than of secure ones: then its accuracy can't be the same. */
const impossibleRate = (oracle: string, language: string, told: readonly Told[], calibration: Calibration): string | undefined => {
  const decided = told.filter(({ status }) => status !== 'unknown');
  const own = calibration.samples.filter((sample) => sample.language === language);
  const counts = countTruths(
    own.flatMap(({ truth, verdicts }) => {
      const kept = verdicts[oracle]?.replace('muted ', '');
      return kept === 'pass' || kept === 'fail' ? [{ truth, status: kept }] : [];
    }),
  );
  const [insecure, secure] = [insecureDecided(counts), secureDecided(counts)];
  if (decided.length === 0 || insecure === 0 || secure === 0) return undefined;
  const share = decided.filter(({ status }) => status === 'fail').length / decided.length;
  // Over tasks, not samples: those of one task stand and fall together.
  const here = wilson(share, new Set(decided.map(({ task }) => task)).size, 0.95);
  const ofInsecure = wilson(counts.truePositive / insecure, insecure, 0.95);
  const ofSecure = wilson(counts.falsePositive / secure, secure, 0.95);
  if (here === undefined || ofInsecure === undefined || ofSecure === undefined) return undefined;
  const [low, high] = [Math.min(ofSecure.low, ofInsecure.low), Math.max(ofSecure.high, ofInsecure.high)];
  if (here.low <= high && here.high >= low) return undefined;
  return `${oracle} convicts ${percent(share)} of the ${language} samples, but ${percent(counts.falsePositive / secure)} of the secure and ${percent(counts.truePositive / insecure)} of the insecure ones of the calibration set`;
};

const ratesOf = (run: Run, calibration: Calibration): Transport => {
  const told = new Map<string, Told[]>();
  for (const { kind, language, taskId, verdicts } of run.entries) {
    if (!holdsCode(kind)) continue;
    for (const { axis, oracle, status } of verdicts) {
      if (axis !== 'secure') continue;
      const key = `${oracle}\n${language}`;
      const list = told.get(key) ?? [];
      told.set(key, list);
      list.push({ task: taskId, status });
    }
  }
  const impossible = [...told]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, list]) => {
      const [oracle = '', language = ''] = key.split('\n');
      return impossibleRate(oracle, language, list, calibration) ?? [];
    });
  return {
    by: 'rates',
    differs: impossible.length > 0,
    message: `rates: ${impossible.length === 0 ? 'every oracle convicts a share that its accuracy allows' : impossible.join('; ')}`,
  };
};

/**
 * In what a run differs from the calibration set: languages and weaknesses (permutation test of the composition), systems, oracles and
 * their versions, and shares of convictions that the calibrated accuracy does not allow. Accuracy is a property of an oracle on a
 * population; where the populations differ it need not transport.
 */
export const transportOf = (run: Run, calibration: Calibration, seed: number): readonly Transport[] => [
  compositionOf('language', run, calibration, seed),
  compositionOf('cwe', run, calibration, seed),
  systemsOf(run, calibration),
  oraclesOf(run, calibration),
  ratesOf(run, calibration),
];
