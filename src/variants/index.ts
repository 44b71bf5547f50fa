export * from './difficulty.ts';
export * from './draw.ts';
export * from './family.ts';
export { listLengths, reordered } from './ordering.ts';
export * from './problems.ts';
export type { Range } from './ranges.ts';
export * from './template.ts';
