import type { Dependency } from './context.ts';
import type { Frame } from './value.ts';
import { outerValue } from './variables.ts';

/** Whether what an answer rests on is still so. */
export const stillHolds = (frame: Frame, dependencies: ReadonlyMap<string, Dependency> | undefined): boolean => {
  if (dependencies === undefined) return true;
  for (const { level, name, value } of dependencies.values()) {
    let at: Frame | undefined = frame;
    while (at !== undefined && at.level > level) at = at.outer;
    if (outerValue(at, name) !== value) return false;
  }
  return true;
};
