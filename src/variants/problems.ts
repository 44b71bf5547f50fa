import { type Family, isReplacement, type Ordering, type Replacement, replacementsOf } from './family.ts';
import { holesFor } from './holes.ts';
import { importsIn } from './protected.ts';
import { Occupied, type Range, rangesOf } from './ranges.ts';
import { reserved } from './reserved.ts';
import { sequenceOf } from './subwords.ts';
import { closedIn, compile, type SourceText } from './template.ts';

/** What the author of a variants.yaml must mend. */
export type FamilyProblem = { readonly parameter: string; readonly message: string };

/**
 * Why variants of this family could contradict themselves or show the base variant: dead or hidden bases, choices that collide,
 * words that mean something to a language. `listLengths` are those of the specification.
 */
export const familyProblems = (
  family: Family,
  sources: readonly SourceText[],
  listLengths: readonly number[],
): readonly FamilyProblem[] => {
  const imports = sources.map(importsOf);
  const ofReplacement = (parameter: Replacement): readonly string[] => [
    ...shapeProblems(parameter),
    ...nestedBases(parameter, family),
    ...collisions(parameter, sources),
    ...importedNames(parameter, imports),
  ];
  return [
    ...family.parameters.flatMap((parameter) => (isReplacement(parameter) ? [] : orderProblems(parameter, listLengths))),
    ...replacementsOf(family).flatMap((parameter) => ofReplacement(parameter).map((message) => ({ parameter: parameter.name, message }))),
    ...sharedChoices(replacementsOf(family)),
    ...presence(family, sources),
  ];
};

const quoted = (text: string): string => JSON.stringify(text);

const orderProblems = ({ name }: Ordering, listLengths: readonly number[]): readonly FamilyProblem[] => {
  const problem = (message: string): FamilyProblem => ({ parameter: name, message });
  if (listLengths.length === 0) return [problem('the specification holds no list: begin consecutive lines with "- "')];
  return listLengths.flatMap((length) => (length > 12 ? [problem(`a list has ${length} items; at most 12 can be ordered`)] : []));
};

const shapeProblems = (parameter: Replacement): readonly string[] => {
  const values = parameter.choices.flatMap((choice) => choice.map((value, form) => ({ value, base: parameter.bases[form] ?? '' })));
  const twice = parameter.choices.filter((choice) => new Set(choice).size < choice.length);
  return [
    ...twice.map((choice) => `the forms of the choice ${quoted(choice[0] ?? '')} are not all different`),
    ...values.flatMap(({ value, base }) => (value === base ? [] : valueProblems(parameter.kind, value, base))),
  ];
};

const valueProblems = (kind: Replacement['kind'], value: string, base: string): readonly string[] => {
  if (kind === 'words') return wordsProblems(value, base);
  if (kind === 'number') return [];
  // Such characters would end a string or a scalar around the base text.
  const strange = [...'\'"`\\{}$#\n'].filter((sign) => value.includes(sign) && !base.includes(sign));
  return strange.length === 0 ? [] : [`the choice ${quoted(value)} holds ${strange.map(quoted).join(', ')}, the base text does not`];
};

const wordsProblems = (value: string, base: string): readonly string[] => {
  const words = sequenceOf(value);
  if (!/^[a-z]+(?: [a-z]+)*$/.test(value))
    return [`the choice ${quoted(value)} must be words of lower-case ASCII letters, with one blank between`];
  return [
    ...(sequenceOf(base).length === 1 && words.length > 1
      ? [
          `the choice ${quoted(value)} has ${words.length} words for the single word ${quoted(base)}: nothing tells how identifiers join them`,
        ]
      : []),
    ...(words.length === 1 && reserved.has(value)
      ? [`the choice ${quoted(value)} means something to a language, a library or the tests`]
      : []),
  ];
};

/** Which of these values stand in a text, each by its first place that counts. */
const standing = (
  text: string,
  { kind, values }: { readonly kind: Replacement['kind']; readonly values: readonly string[] },
  counts: (range: Range) => boolean = () => true,
): ReadonlySet<string> => {
  const holes = holesFor(text, [{ index: 0, parameter: { kind, name: '', bases: values, near: [], choices: [values] } }]);
  return new Set(holes.flatMap((hole) => (counts(hole) ? [values[hole.form] ?? ''] : [])));
};

/** Where a text's own words are: of task.yaml what may be rewritten, of other files everything. */
const speaks = (source: SourceText, range: Range): boolean =>
  source.open === undefined || source.open.some(({ start, end }) => range.start >= start && range.end <= end);

const newValues = ({ bases, choices }: Replacement): readonly string[] =>
  choices.flatMap((choice) => choice.filter((value, form) => value !== bases[form]));

const collisions = (parameter: Replacement, sources: readonly SourceText[]): readonly string[] => {
  const { kind } = parameter;
  if (kind === 'number') return [];
  const values = newValues(parameter);
  const found = sources.map((source) => ({ source, there: standing(source.text, { kind, values }, (range) => speaks(source, range)) }));
  return values.flatMap((value) => {
    const place = found.find(({ there }) => there.has(value))?.source;
    return place === undefined ? [] : [`the choice ${quoted(value)} stands already in ${place.path}`];
  });
};

/** A choice that holds another parameter's base: a reader would take it for left behind. */
const nestedBases = (parameter: Replacement, family: Family): readonly string[] => {
  if (parameter.kind === 'number') return [];
  return newValues(parameter).flatMap((value) => {
    const [hole] = compile({ path: '', text: value }, family).holes;
    return hole === undefined
      ? []
      : [`the choice ${quoted(value)} holds ${quoted(value.slice(hole.start, hole.end))}, which is replaced elsewhere`];
  });
};

type Imports = { readonly path: string; readonly text: string };

const importsOf = ({ path, text, modules = [] }: SourceText): Imports => ({
  path,
  text: importsIn(text, modules)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n;\n'),
});

const importedNames = ({ kind, bases }: Replacement, imports: readonly Imports[]): readonly string[] => {
  if (kind !== 'words') return [];
  return bases.flatMap((base) => {
    const place = imports.find(({ text }) => standing(text, { kind, values: [base] }).has(base));
    return place === undefined ? [] : [`${quoted(base)} is part of what ${place.path} imports, and that can't be renamed`];
  });
};

const sharedChoices = (parameters: readonly Replacement[]): readonly FamilyProblem[] => {
  const seen = new Map<string, { readonly parameter: Replacement; readonly at: number }>();
  const problems: FamilyProblem[] = [];
  for (const parameter of parameters) {
    if (parameter.kind === 'number') {
      const numbers = parameter.choices.map(([first]) => first);
      if (new Set(numbers).size < numbers.length) problems.push({ parameter: parameter.name, message: 'a choice is given twice' });
      continue;
    }
    for (const [at, choice] of parameter.choices.entries()) {
      for (const value of new Set(choice)) {
        const key = parameter.kind === 'words' ? sequenceOf(value).join(' ') : value;
        const other = seen.get(key);
        if (other !== undefined) {
          const where = other.parameter === parameter ? 'twice' : `here and under ${quoted(other.parameter.name)}`;
          problems.push({ parameter: parameter.name, message: `the choice ${quoted(value)} is given ${where}` });
        }
        seen.set(key, { parameter, at });
      }
    }
  }
  return problems;
};

/** Bases that stand nowhere, and bases that stand where the rewriting does not see them. */
const presence = (family: Family, sources: readonly SourceText[]): readonly FamilyProblem[] => {
  const templates = sources.map((source) => ({ source, template: compile(source, family) }));
  return family.parameters.flatMap((parameter, index) => {
    if (!isReplacement(parameter)) return [];
    const dead = parameter.bases.filter(
      (_, form) => !templates.some(({ template }) => template.holes.some((hole) => hole.parameter === index && hole.form === form)),
    );
    const hidden = templates.flatMap(({ source, template }) =>
      leftovers(parameter, source, [...closedIn(source, family.keep), ...template.holes]),
    );
    return [
      ...dead.map((base) => ({ parameter: parameter.name, message: `${quoted(base)} stands nowhere in the task` })),
      ...[...new Set(hidden)].map((message) => ({ parameter: parameter.name, message })),
    ];
  });
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A base that a reader would still see after the rewriting, as a part of another word or joined in another way. */
const patternOf = (kind: Replacement['kind'], base: string): RegExp | undefined => {
  if (kind === 'text') return new RegExp(escaped(base), 'g');
  if (kind === 'number' || base.length < 4) return undefined;
  return new RegExp(sequenceOf(base).map(escaped).join('[^\\p{L}\\p{N}]{0,3}'), 'giu');
};

const leftovers = ({ kind, bases }: Replacement, source: SourceText, seen: readonly Range[]): readonly string[] => {
  const occupied = new Occupied(source.text.length);
  for (const range of seen) occupied.take(range);
  return bases.flatMap((base) => {
    const pattern = patternOf(kind, base);
    if (pattern === undefined) return [];
    const left = rangesOf(source.text, pattern).filter((range) => !occupied.touches(range));
    return left.map(({ start, end }) => {
      const before = /[\p{L}\p{N}_]*$/u.exec(source.text.slice(0, start))?.[0] ?? '';
      const after = /^[\p{L}\p{N}_]*/u.exec(source.text.slice(end))?.[0] ?? '';
      const word = `${before}${source.text.slice(start, end)}${after}`;
      return `${quoted(base)} stays behind in ${quoted(word)} (${source.path}): declare a form, reword, or list it under \`keep\``;
    });
  });
};
