import type { AxisOutcome, Entry, VerdictStatus } from '../core/index.ts';
import { type FusionRule, fuseVotes, type Votes } from '../fusion/index.ts';
import { alikeIndex } from './alike.ts';
import type { CellsBySystem } from './breakdown.ts';
import { fathom, secure, securePass } from './conventions/fathom.ts';
import type { JudgedEntry, RuleMeasurement, RuleOutcome } from './measurement.ts';
import { type CountedCell, measureMetric } from './measurements.ts';
import type { Resampler } from './resampler.ts';
import { placeOf, securePasses, type Tally, tallyFrom } from './tally.ts';

/** Beyond so many draws the rules that are not in force get no interval: it would cost more than everything else. */
const drawsAffordable = 100_000_000;

/** How many reasons for undecided samples are told. */
const reasonsTold = 3;

/** `learns`: what it says of a sample may also depend on the task and the language. */
export type RuleInQuestion = { readonly rule: FusionRule; readonly learns: boolean };

/** Hears samples one by one with their reduced votes, and then says what each rule would have made of the run. */
export type RulesListener = {
  hear(sample: JudgedEntry, votes: Votes): void;
  conclude(systems: CellsBySystem, resampler: Resampler): readonly RuleMeasurement[];
};

/** A kind other than code decides by itself; for code only the secure axis depends on the rule. */
const secureUnder = (entry: Entry, votes: Votes, rule: FusionRule): AxisOutcome =>
  entry.kind === 'code' ? rule.secure(votes.secure, entry) : fuseVotes(entry.kind, votes, rule, entry).secure;

/** The statuses of a sample under all rules, two bits each, and why those that left it open did so. */
type Said = { readonly packed: number; readonly open: readonly (readonly [rule: number, because: string])[] };
/** Two bits each fit into a whole number of 31 bits. */
const mostRules = 15;
const bitsOf: Readonly<Record<VerdictStatus, number>> = { pass: 0, fail: 1, unknown: 2 };

const ask = (entry: Entry, votes: Votes, asked: readonly (FusionRule | undefined)[], before: Said): Said => {
  let { packed } = before;
  const open = [...before.open];
  for (const [at, rule] of asked.entries()) {
    if (rule === undefined) continue;
    const { status, because } = secureUnder(entry, votes, rule);
    packed |= bitsOf[status] << (2 * at);
    if (status === 'unknown') open.push([at, because.join(', ')]);
  }
  return { packed, open };
};

/** Asks each rule once for samples that are alike to it. */
const asker = (rules: readonly RuleInQuestion[]): ((entry: Entry, votes: Votes) => Said) => {
  if (rules.length > mostRules) throw new RangeError(`by-rule: ${rules.length} rules, and at most ${mostRules} can be told at once`);
  const fixed = rules.map(({ rule, learns }) => (learns ? undefined : rule));
  const learnt = rules.map(({ rule, learns }) => (learns ? rule : undefined));
  const index = alikeIndex<Said>();
  const nothing: Said = { packed: 0, open: [] };
  return (entry, votes) => {
    const alike = index.votes(entry.kind, votes.secure);
    if (alike === undefined) return ask(entry, votes, learnt, ask(entry, votes, fixed, nothing));
    alike.said ??= ask(entry, votes, fixed, nothing);
    const own = index.subject(entry, alike);
    own.said ??= ask(entry, votes, learnt, alike.said);
    return own.said;
  };
};

/** Why each rule left samples of a system open, the commonest reason first. */
const reasonsOf = (said: ReadonlyMap<Said, number> | undefined, rules: number): readonly RuleOutcome['undecided'][] => {
  const byRule = Array.from({ length: rules }, () => new Map<string, number>());
  for (const [{ open }, count] of said ?? [])
    for (const [at, because] of open) byRule[at]?.set(because, (byRule[at].get(because) ?? 0) + count);
  return byRule.map((counts) =>
    [...counts]
      .map(([because, count]) => ({ because, count }))
      .sort((a, b) => b.count - a.count || (a.because < b.because ? -1 : 1))
      .slice(0, reasonsTold),
  );
};

/** The tallies of one prompt under each rule. Samples without an entry fail under all. */
const talliesOf = ({ cell, tally }: CountedCell, rules: number, said: ReadonlyMap<Entry, Said>): readonly Tally[] => {
  const counts = Array.from({ length: rules }, () => [0, 0, 0, 0, 0, 0, 0, 0, 0]);
  for (const { entry, outcome } of cell.judged) {
    const first = placeOf(outcome.functional.status, 'pass');
    let packed = said.get(entry)?.packed ?? 0;
    for (const own of counts) {
      const at = first + (packed & 3);
      own[at] = (own[at] ?? 0) + 1;
      packed >>= 2;
    }
  }
  return counts.map((own) => tallyFrom(own, tally));
};

const passesOf = (tally: Tally | undefined): number => (tally === undefined ? 0 : securePasses(tally));

const rate = (metric: typeof secure, cells: readonly CountedCell[], resampler: Resampler) =>
  measureMetric({ metric, convention: fathom, k: 1 }, cells, resampler);

/** `inForce` is the id of the rule that judged the samples. All rules have learnt what they need. */
export const rulesListener = (rules: readonly RuleInQuestion[], inForce: string): RulesListener => {
  const said = new Map<Entry, Said>();
  const open = new Map<string, Map<Said, number>>();
  const askAll = asker(rules);
  return {
    hear({ entry }, votes) {
      const one = askAll(entry, votes);
      said.set(entry, one);
      if (one.open.length === 0) return;
      const counts = open.get(entry.system) ?? new Map<Said, number>();
      open.set(entry.system, counts);
      counts.set(one, (counts.get(one) ?? 0) + 1);
    },
    conclude(systems, resampler) {
      const draws = systems.reduce((sum, [, cells]) => sum + cells.length, 0) * rules.length * 2 * resampler.sampling.resamples;
      const cheap: Resampler = draws <= drawsAffordable ? resampler : { ...resampler, interval: () => undefined };
      const retold = systems.map(([, cells]) => cells.map((cell) => talliesOf(cell, rules.length, said)));
      const reasons = systems.map(([system]) => reasonsOf(open.get(system), rules.length));
      const outcomeOf = (at: number, id: string, place: number): RuleOutcome => {
        const [system, cells] = systems[place] ?? ['', []];
        const under = cells.map(({ cell, tally }, position) => ({ cell, tally: retold[place]?.[position]?.[at] ?? tally }));
        const draw = id === inForce ? resampler : cheap;
        return {
          system,
          secure: rate(secure, under, draw),
          securePass: rate(securePass, under, draw),
          undecided: reasons[place]?.[at] ?? [],
        };
      };
      const everything = reasonsOf(new Map([...open.values()].flatMap((counts) => [...counts])), rules.length);
      return rules.map(({ rule: { id, summary } }, at) => {
        const acquits = retold.some((ofSystem) => ofSystem.some((tallies) => passesOf(tallies[at]) > 0));
        const [commonest] = acquits ? [] : (everything[at] ?? []);
        return {
          ...{ id, summary },
          ...(commonest === undefined ? {} : { why: commonest.because }),
          systems: systems.map((_, place) => outcomeOf(at, id, place)),
        };
      });
    },
  };
};
