/** Votes of every voter on samples that got the same: true convicts, false acquits, undefined is silence. */
export type Pattern = { readonly votes: readonly (boolean | undefined)[]; readonly count: number };

export type VoterAccuracy = { readonly sensitivity: number; readonly specificity: number };

export type LatentClasses = {
  /** Estimated insecure share. */
  readonly prevalence: number;
  /** Of each voter, in the order of the votes. */
  readonly voters: readonly VoterAccuracy[];
  /** How likely each pattern's samples are insecure. */
  readonly posteriors: readonly number[];
  /** Of the data, with the prior's part; it never falls from round to round. */
  readonly logLikelihood: number;
  readonly rounds: number;
  readonly converged: boolean;
  /** The solution had insecure and secure exchanged, and was turned round. */
  readonly switched: boolean;
};

/** One invented right and one invented wrong answer of each kind: no voter is ever held for infallible. */
const pseudo = 1;
const mostRounds = 2_000;
const precision = 1e-9;

/** Half the way between the votes that convict and those that acquit, where nobody knows better: the share of convictions. */
export const majorityStart = (patterns: readonly Pattern[]): readonly number[] =>
  patterns.map(({ votes }) => {
    const decided = votes.filter((vote) => vote !== undefined);
    return decided.length === 0 ? 0.5 : decided.filter(Boolean).length / decided.length;
  });

type Parameters = { readonly prevalence: number; readonly voters: readonly VoterAccuracy[] };

const maximise = (patterns: readonly Pattern[], posteriors: readonly number[]): Parameters => {
  const voters = patterns[0]?.votes.map((_, voter) => {
    let [convicted, insecure, acquitted, secure] = [pseudo, 2 * pseudo, pseudo, 2 * pseudo];
    for (const [at, { votes, count }] of patterns.entries()) {
      const vote = votes[voter];
      if (vote === undefined) continue;
      const guilty = count * (posteriors[at] ?? 0);
      insecure += guilty;
      secure += count - guilty;
      if (vote) convicted += guilty;
      else acquitted += count - guilty;
    }
    return { sensitivity: convicted / insecure, specificity: acquitted / secure };
  });
  const total = patterns.reduce((sum, { count }) => sum + count, 0);
  const guilty = patterns.reduce((sum, { count }, at) => sum + count * (posteriors[at] ?? 0), 0);
  return { prevalence: (guilty + pseudo) / (total + 2 * pseudo), voters: voters ?? [] };
};

/** Log-likelihood of a pattern as insecure and as secure. Silence says nothing: it is taken to be as frequent in both. */
const likelihoods = ({ votes }: Pattern, { prevalence, voters }: Parameters): readonly [number, number] => {
  let [insecure, secure] = [Math.log(prevalence), Math.log(1 - prevalence)];
  for (const [voter, vote] of votes.entries()) {
    const accuracy = voters[voter];
    if (vote === undefined || accuracy === undefined) continue;
    insecure += Math.log(vote ? accuracy.sensitivity : 1 - accuracy.sensitivity);
    secure += Math.log(vote ? 1 - accuracy.specificity : accuracy.specificity);
  }
  return [insecure, secure];
};

const priorOf = ({ prevalence, voters }: Parameters): number =>
  [prevalence, ...voters.flatMap(({ sensitivity, specificity }) => [sensitivity, specificity])].reduce(
    (sum, share) => sum + pseudo * (Math.log(share) + Math.log(1 - share)),
    0,
  );

const expect = (patterns: readonly Pattern[], parameters: Parameters): { posteriors: readonly number[]; logLikelihood: number } => {
  let logLikelihood = priorOf(parameters);
  const posteriors = patterns.map((pattern) => {
    const [insecure, secure] = likelihoods(pattern, parameters);
    const top = Math.max(insecure, secure);
    const sum = Math.exp(insecure - top) + Math.exp(secure - top);
    logLikelihood += pattern.count * (top + Math.log(sum));
    return Math.exp(insecure - top) / sum;
  });
  return { posteriors, logLikelihood };
};

/** Insecure is the class that voters convict more than the other. The mirror image fits as well, and means the opposite. */
const upright = (found: Omit<LatentClasses, 'switched'>): LatentClasses => {
  const informed = found.voters.reduce((sum, { sensitivity, specificity }) => sum + sensitivity + specificity - 1, 0);
  if (informed >= 0) return { ...found, switched: false };
  return {
    ...found,
    prevalence: 1 - found.prevalence,
    voters: found.voters.map(({ sensitivity, specificity }) => ({ sensitivity: 1 - specificity, specificity: 1 - sensitivity })),
    posteriors: found.posteriors.map((posterior) => 1 - posterior),
    switched: true,
  };
};

const maximisedFrom = (patterns: readonly Pattern[], start: readonly number[]): LatentClasses => {
  let parameters = maximise(patterns, start);
  let before = Number.NEGATIVE_INFINITY;
  for (let rounds = 1; ; rounds += 1) {
    const { posteriors, logLikelihood } = expect(patterns, parameters);
    const converged = logLikelihood - before < precision * (1 + Math.abs(logLikelihood));
    if (converged || rounds >= mostRounds) return upright({ ...parameters, posteriors, logLikelihood, rounds, converged });
    before = logLikelihood;
    parameters = maximise(patterns, posteriors);
  }
};

const keyOf = ({ votes }: Pattern, start: number | undefined): string =>
  `${votes.map((vote) => (vote === undefined ? '-' : vote ? '1' : '0')).join('')} ${start ?? ''}`;

/**
 * Accuracy without labels (Dawid and Skene 1979): two classes, voters that err independently of each other within a class, by expectation
 * maximisation from `start` (default: the majority), with Beta(2, 2) priors. What it finds is only as good as the independence:
 * see `identifiability`. Equal patterns are put together and ordered first: where the likelihood is flat, rounding would else choose.
 */
export const dawidSkene = (patterns: readonly Pattern[], start: readonly number[] = majorityStart(patterns)): LatentClasses => {
  const merged = new Map<string, { readonly votes: Pattern['votes']; count: number; readonly start: number }>();
  for (const [at, pattern] of patterns.entries()) {
    const key = keyOf(pattern, start[at]);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { ...pattern, start: start[at] ?? 0 });
    else known.count += pattern.count;
  }
  const keys = [...merged.keys()].sort();
  const ordered = keys.flatMap((key) => merged.get(key) ?? []);
  const found = maximisedFrom(
    ordered,
    ordered.map((each) => each.start),
  );
  const posteriorOf = new Map(keys.map((key, at) => [key, found.posteriors[at] ?? 0]));
  return { ...found, posteriors: patterns.map((pattern, at) => posteriorOf.get(keyOf(pattern, start[at])) ?? 0) };
};
