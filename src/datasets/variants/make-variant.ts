import {
  compile,
  type Draw,
  describeDraw,
  draw,
  drawMarkers,
  fill,
  reordered,
  type SourceText,
  type Template,
} from '../../variants/index.ts';
import { canaryOf, diceOf } from './dice.ts';
import type { FamilyFolder } from './family-folder.ts';
import type { VariantFacts } from './schema.ts';

/** One text or copied file of a task; `path` is relative to the task's folder. */
export type VariantFile = { readonly path: string; readonly content: string | Buffer };

export type Variant = { readonly facts: VariantFacts; readonly canary: string; readonly files: readonly VariantFile[] };

/** A family's generator: seeds (whole numbers from 0) to variants. Equal seeds, equal bytes. */
export const variantMaker = (folder: FamilyFolder): ((seed: number) => Variant) => {
  const [task, ...others] = folder.sources;
  const templates = others.map((source) => ({ path: pathTemplate(folder, source), template: compile(source, folder.family) }));
  return (seed) => {
    const dice = diceOf(seed, folder.id);
    const drawn = draw(folder.family, folder.listLengths, dice);
    const { company, town } = drawMarkers(dice);
    const facts = { family: folder.id, seed, draws: describeDraw(folder.family, drawn), markers: [company, town] };
    const canary = canaryOf(seed, folder.id);
    const marker = `${company} of ${town}`;
    const text = (template: Template): string => fill(template, drawn.picks, marker);
    const taskText = task === undefined ? '' : text(taskTemplate(folder, drawn));
    return {
      facts,
      canary,
      files: [
        { path: 'task.yaml', content: `${withCanary(folder, taskText, canary)}${factLines(facts)}` },
        ...templates.map(({ path, template }) => ({ path: text(path), content: text(template) })),
        ...folder.copied,
      ],
    };
  };
};

/** Files of a patch task are renamed by the rules that rewrite imports and patches; others keep their names. */
const pathTemplate = ({ family }: FamilyFolder, { path, modules = [] }: SourceText): Template => {
  const own = /^repository\/[^/]+\//.exec(path)?.[0].length ?? path.length;
  return compile({ path: '', text: path, open: [{ start: own, end: path.length }], modules }, family);
};

/** Lists are permuted before anything is found in them: stretches keep their places. */
const taskTemplate = (folder: FamilyFolder, { orders }: Draw): Template => {
  const [task] = folder.sources;
  const source = task ?? { path: 'task.yaml', text: '' };
  return compile({ ...source, text: reordered(source.text, folder.texts.specification, orders) }, folder.family);
};

/** The base variant's canary is nowhere else in the file: it is a UUID. */
const withCanary = ({ texts, sources }: FamilyFolder, text: string, canary: string): string => {
  const old = sources[0]?.text.slice(texts.canary.start, texts.canary.end) ?? '';
  const filled = text.replace(old, canary);
  return filled.endsWith('\n') ? filled : `${filled}\n`;
};

const factLines = ({ family, seed, draws, markers }: VariantFacts): string =>
  [
    'variant:',
    `  family: ${family}`,
    `  seed: ${seed}`,
    `  draws: ${JSON.stringify(draws)}`,
    `  markers: ${JSON.stringify(markers)}`,
    '',
  ].join('\n');
