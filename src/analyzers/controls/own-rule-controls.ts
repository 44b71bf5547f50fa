import { type CweId, isNonEmpty, type Language, type NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';

type Example = {
  readonly id: string;
  readonly languages: readonly Language[];
  readonly cwe: NonEmpty<CweId>;
  readonly flags: NonEmpty<string>;
  readonly passes: NonEmpty<string>;
};

/** Controls made of the examples of Fathom's own rules, for every language of each rule that is named. Throws where there is no such rule. */
export const controlsFrom = (rules: readonly Example[], ids: readonly string[]): NonEmpty<Control> => {
  const controls = ids.flatMap((id): readonly Control[] => {
    const rule = rules.find((each) => each.id === id);
    if (rule === undefined) throw new Error(`there is no rule '${id}'`);
    return rule.languages.map((language) => ({
      language,
      name: `what ${id} is about`,
      cwe: rule.cwe[0],
      bad: rule.flags[0],
      good: rule.passes[0],
    }));
  });
  if (!isNonEmpty(controls)) throw new Error('no control was named');
  return controls;
};
