import type { Forecast } from './forecast.ts';
import { hasBothKinds, type Recalibrator } from './recalibration.ts';

type Block = { readonly from: number; readonly to: number; readonly sum: number; readonly count: number };

/** Forecasts of equal probability are one block from the start. */
const blocksOf = (forecasts: readonly Forecast[]): readonly Block[] => {
  const byProbability = new Map<number, { sum: number; count: number }>();
  for (const { probability, insecure } of forecasts) {
    const block = byProbability.get(probability) ?? { sum: 0, count: 0 };
    block.sum += Number(insecure);
    block.count += 1;
    byProbability.set(probability, block);
  }
  return [...byProbability].sort(([a], [b]) => a - b).map(([at, { sum, count }]) => ({ from: at, to: at, sum, count }));
};

/** Pool adjacent violators (Ayer et al. 1955): neighbours whose means fall are merged until none does. */
export const poolAdjacentViolators = (blocks: readonly Block[]): readonly Block[] => {
  const pooled: Block[] = [];
  for (const block of blocks) {
    let last = block;
    for (;;) {
      const before = pooled.at(-1);
      if (before === undefined || before.sum * last.count < last.sum * before.count) break;
      pooled.pop();
      last = { from: before.from, to: last.to, sum: before.sum + last.sum, count: before.count + last.count };
    }
    pooled.push(last);
  }
  return pooled;
};

/**
 * Isotonic regression (Zadrozny and Elkan 2002): the never-decreasing step function nearest to the truth by squares; between two steps
 * it goes straight, outside it stays level. Flexible: on fewer than a few hundred samples Platt's two parameters are steadier.
 */
export const isotonic: Recalibrator = {
  id: 'isotonic',
  fit: (forecasts) => {
    if (!hasBothKinds(forecasts)) return undefined;
    const blocks = poolAdjacentViolators(blocksOf(forecasts));
    return (probability) => {
      const above = blocks.findIndex((block) => block.to >= probability);
      const right = above === -1 ? blocks.at(-1) : blocks[above];
      const left = above > 0 ? blocks[above - 1] : undefined;
      if (right === undefined) return probability;
      const high = right.sum / right.count;
      if (left === undefined || probability >= right.from) return high;
      const low = left.sum / left.count;
      return low + ((high - low) * (probability - left.to)) / (right.from - left.to);
    };
  },
};
