import { normalQuantile } from '../normal-quantile.ts';
import { type Random, random } from '../random.ts';

/** What one task brings, by stratum: how many samples, and how many of them count as hits. */
export type ClusterCounts = { readonly cluster: string; readonly stratum: string; readonly hits: number; readonly of: number };

/** By stratum: the share of hits (NaN where there is no sample), and how many samples there are. */
export type Shares = { readonly share: Float64Array; readonly of: Float64Array };

/** The shares over all clusters, and those of each resample; no resamples with fewer than two clusters. */
export type ShareDraws = { readonly point: Shares; readonly rounds: readonly Shares[] };

type Table = { readonly hits: readonly Float64Array[]; readonly of: readonly Float64Array[] };

const tableOf = (counts: readonly ClusterCounts[], strata: readonly string[]): Table => {
  const rows = new Map<string, { hits: Float64Array; of: Float64Array }>();
  for (const one of [...counts].sort((a, b) => (a.cluster < b.cluster ? -1 : 1))) {
    const row = rows.get(one.cluster) ?? { hits: new Float64Array(strata.length), of: new Float64Array(strata.length) };
    rows.set(one.cluster, row);
    const at = strata.indexOf(one.stratum);
    row.hits[at] = (row.hits[at] ?? 0) + one.hits;
    row.of[at] = (row.of[at] ?? 0) + one.of;
  }
  return { hits: [...rows.values()].map((row) => row.hits), of: [...rows.values()].map((row) => row.of) };
};

const sumRow = (rows: readonly Float64Array[], strata: number, drawn?: readonly number[]): Float64Array => {
  const sum = new Float64Array(strata);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[drawn?.[at] ?? at];
    for (let stratum = 0; stratum < strata; stratum += 1) sum[stratum] = (sum[stratum] ?? 0) + (row?.[stratum] ?? 0);
  }
  return sum;
};

/** A draw of Gamma(½): half of a squared normal. */
const halfGamma = ({ next }: Random): number => normalQuantile((next() + 0.5) / 4_294_967_296) ** 2 / 2;

/**
 * Shares of each stratum over clusters drawn with replacement. Each resample holds one more task of Jeffreys' prior, of average size and
 * Beta(½, ½) content: where no task of the set has a miss, drawing tasks alone would claim to know that there never is one.
 */
export const shareDraws = (
  counts: readonly ClusterCounts[],
  strata: readonly string[],
  { seed, resamples, stream }: { readonly seed: number; readonly resamples: number; readonly stream: number },
): ShareDraws => {
  const table = tableOf(counts, strata);
  const clusters = table.of.length;
  const rng = random(seed, stream);
  const ratio = (hits: Float64Array, of: Float64Array): Float64Array => hits.map((hit, at) => hit / (of[at] ?? 0));
  const total = sumRow(table.of, strata.length);
  const size = total.map((sum, at) => sum / Math.max(1, table.of.filter((row) => (row[at] ?? 0) > 0).length));
  const rounds = Array.from({ length: clusters < 2 ? 0 : resamples }, () => {
    const drawn = Array.from({ length: clusters }, () => rng.below(clusters));
    const hits = sumRow(table.hits, strata.length, drawn);
    const of = sumRow(table.of, strata.length, drawn);
    const padded = Float64Array.from(of);
    for (let at = 0; at < strata.length; at += 1) {
      const [more, less] = [halfGamma(rng), halfGamma(rng)];
      hits[at] = (hits[at] ?? 0) + more * (size[at] ?? 0);
      padded[at] = (of[at] ?? 0) + (more + less) * (size[at] ?? 0);
    }
    return { share: ratio(hits, padded), of };
  });
  return { point: { share: ratio(sumRow(table.hits, strata.length), total), of: total }, rounds };
};
