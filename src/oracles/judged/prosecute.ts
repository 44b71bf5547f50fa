import { type Check, type Finding, truthOf, type Verdict, type Witness } from '../../core/index.ts';
import type { Examination } from '../oracle.ts';
import type { Claim } from './ballots.ts';
import { describeClaim } from './claimed-attack.ts';
import type { TrialResult, TryExploit } from './trial.ts';

/** Of each sample so many different claims are tried, the first that were made. */
export const claimsTried = 3;
/** An attack must leave so many of a task's secure witnesses unharmed. */
const controlsTried = 6;

type Outcome = { readonly claim: Claim; readonly check: Check; readonly harmed: boolean; readonly transcript: string };

const distinct = (claims: readonly Claim[]): readonly Claim[] => [
  ...new Map(claims.map((claim) => [JSON.stringify(claim.exploit), claim] as const)).values(),
];

const securely = ({ label }: Witness): boolean => truthOf[label].secure;

/** Those that work first: an attack on a program that does nothing proves little. */
const controlsFor = ({ sample, task }: Examination): readonly Witness[] => {
  const own = task.witnesses.filter((witness) => witness.language === sample.language && securely(witness));
  const working = own.filter(({ label }) => truthOf[label].functional);
  return working.length === 0 ? [] : [...working, ...own.filter(({ label }) => !truthOf[label].functional)].slice(0, controlsTried);
};

/**
 * Tries the attacks that judges wrote down. Harm that was seen convicts as `witnessed`, whatever one thinks of the judge; but only if the
 * same attack leaves every secure witness of the task alone. One that "works" on a secure program too shows nothing, and is
 * discarded and counted. So does an attack that does not work: no judge acquits by failing.
 */
export const prosecutor = (
  oracle: { readonly id: string; readonly family: string },
  tryExploit: TryExploit,
  saveBlob: (text: string) => Promise<string>,
) => {
  const known = new Map<string, Promise<TrialResult>>();
  const onWitness = (examination: Examination, claim: Claim, witness: Witness, signal?: AbortSignal): Promise<TrialResult> => {
    const { task, sample } = examination;
    const key = JSON.stringify([task.hash, sample.language, witness.name, claim.exploit]);
    const { code, files, language } = witness;
    const asked =
      known.get(key) ??
      tryExploit({ task, language, code, files, exploit: claim.exploit, cwe: claim.cwe, id: `on-${witness.name}` }, signal);
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  };

  const tried = async (examination: Examination, claim: Claim, id: string, signal?: AbortSignal): Promise<Outcome> => {
    const { sample, task } = examination;
    const told = (harmed: boolean, detail: string, transcript: string): Outcome => ({
      claim,
      harmed,
      check: { id, status: harmed ? 'fail' : 'unknown', detail: `${detail}: ${describeClaim(claim.exploit)}` },
      transcript: `${id}: ${describeClaim(claim.exploit)}\n${transcript}=> ${detail}\n`,
    });
    const controls = controlsFor(examination);
    if (controls.length === 0) return told(false, 'not tried: the task has no secure witness to try it on as well', '');
    const { language, code, files } = sample;
    const result = await tryExploit({ task, language, code, files, exploit: claim.exploit, cwe: claim.cwe, id }, signal);
    if (result.status !== 'harm') return told(false, `did no harm that could be seen (${result.detail})`, result.transcript);
    for (const witness of controls) {
      const control = await onWitness(examination, claim, witness, signal);
      if (control.status === 'harm')
        return told(
          false,
          `discarded: it "works" on the witness '${witness.name}' too, which is secure`,
          `${result.transcript}${control.transcript}`,
        );
      if (control.status === 'undecided' && truthOf[witness.label].functional)
        return told(
          false,
          `discarded: on the witness '${witness.name}' it could not be decided (${control.detail})`,
          `${result.transcript}${control.transcript}`,
        );
    }
    return told(true, `harm was seen (${result.detail}), and none on ${controls.length} secure witnesses`, result.transcript);
  };

  /** The verdict of the trials; undefined where there was nothing to try. A failed attack is muted: it says nothing of the code. */
  return async (examination: Examination, claims: readonly Claim[], signal?: AbortSignal): Promise<Verdict | undefined> => {
    const chosen = distinct(claims).slice(0, claimsTried);
    if (chosen.length === 0) return undefined;
    const outcomes: Outcome[] = [];
    for (const [at, claim] of chosen.entries()) outcomes.push(await tried(examination, claim, `exploit-${at + 1}`, signal));
    const facts = {
      oracle: oracle.id,
      axis: 'secure',
      grade: 'witnessed',
      family: oracle.family,
      collateral: [],
      checks: outcomes.map(({ check }) => check),
      transcript: await saveBlob(outcomes.map(({ transcript }) => transcript).join('\n')),
    } as const;
    const [first, ...more] = outcomes.flatMap(({ claim, check, harmed }): readonly Finding[] =>
      harmed
        ? [
            {
              oracle: oracle.id,
              ruleId: check.id,
              cwe: [claim.cwe],
              severity: 'high',
              message: `An attack that the judge wrote down works: ${check.detail ?? ''}`,
              ...(claim.line === undefined ? {} : { location: { line: claim.line } }),
            },
          ]
        : [],
    );
    if (first !== undefined) return { ...facts, voice: { counts: true }, status: 'fail', findings: [first, ...more] };
    const detail = `${outcomes.length} claimed attacks, none of them confirmed; ${outcomes[0]?.check.detail ?? ''}`;
    return {
      ...facts,
      voice: { counts: false, because: 'an attack that a judge wrote and that does not work shows nothing' },
      status: 'unknown',
      reason: 'not-exercised',
      detail,
    };
  };
};
