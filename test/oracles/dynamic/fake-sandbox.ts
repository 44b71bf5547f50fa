import {
  type CweId,
  defaultLimits,
  type JsonValue,
  type Language,
  type Sample,
  type SampleKind,
  type Task,
  type Verdict,
} from '../../../src/core/index.ts';
import type { Exploit, FunctionalCase } from '../../../src/datasets/testing.ts';
import type { Driver } from '../../../src/drivers/driver.ts';
import { dynamicOracle } from '../../../src/oracles/dynamic.ts';
import type { Ended, ExecResult, Loaded, Sandbox, Session, SessionRequest } from '../../../src/sandboxes/sandbox.ts';
import { SandboxError } from '../../../src/sandboxes/sandbox.ts';

/** What the pretended candidate does; `session` counts the sessions opened so far from 1, `call` the calls within it from 1. */
export type Behaviour = (asked: {
  readonly name: string;
  readonly args: readonly JsonValue[];
  readonly session: number;
  readonly call: number;
  readonly callMs: number;
}) => Ended<JsonValue>;

export type Pretence = {
  readonly behaves?: Behaviour;
  readonly execs?: Ended<ExecResult>;
  readonly loads?: (session: number, loadMs: number) => Loaded;
  /** Throws SandboxError to pretend a failing box. */
  readonly opens?: (session: number) => void;
};

export const answer = (value: JsonValue): Ended<JsonValue> => ({ ended: 'answered', value });
export const timeout: Ended<JsonValue> = { ended: 'timeout', afterMs: 5_000 };
export const died: Ended<JsonValue> = { ended: 'died', detail: 'exit code 1', exitCode: 1 };
export const boxFails = (): never => {
  throw new SandboxError('the box broke');
};

export const fakeSandbox = (pretence: Pretence): Sandbox & { readonly opened: SessionRequest[]; open_: () => number } => {
  const opened: SessionRequest[] = [];
  let living = 0;
  return {
    id: 'fake',
    summary: 'pretends',
    opened,
    open_: () => living,
    probe: async () => ({ available: true, version: '1', isolation: { sandbox: 'fake', level: 'none', features: [] } }),
    open: async (request) => {
      opened.push(request);
      const number = opened.length;
      pretence.opens?.(number);
      living += 1;
      return fakeSession(pretence, number, request, () => {
        living -= 1;
      });
    },
    close: async () => undefined,
  };
};

const fakeSession = ({ behaves, loads, execs }: Pretence, number: number, { limits }: SessionRequest, closed: () => void): Session => {
  const files = new Map<string, Uint8Array>();
  let call = 0;
  return {
    loaded: loads?.(number, limits.loadMs) ?? { loaded: true },
    call: async (name, args) => {
      call += 1;
      return behaves?.({ name, args, session: number, call, callMs: limits.callMs }) ?? answer(null);
    },
    http: async () => ({ ended: 'died', detail: 'no service' }),
    exec: async () => execs ?? { ended: 'died', detail: 'no program' },
    write: async (path, content) => {
      files.set(path, content);
    },
    read: async (path) => files.get(path),
    list: async (path) => [...files.keys()].flatMap((file) => (file.startsWith(`${path}/`) ? [file.slice(path.length + 1)] : [])),
    listen: async () => 9,
    sightings: async () => ({ connections: [], peakProcesses: 1, peakMemoryMb: 1, cpuSeconds: 0, outputBytes: 0 }),
    output: async () => ({ stdout: '', stderr: '', cut: false }),
    close: async () => closed(),
  };
};

const pretendDriver = (language: Language): Driver => ({
  language,
  summary: 'pretends',
  launch: (code) => ({ runtime: language, payload: { code }, packages: [] }),
  functionName: (name) => name,
});

export const taskFor = (language: Language, cwes: readonly CweId[] = ['CWE-22']): Task => ({
  id: 'echo',
  suite: 'test',
  title: 'Echo',
  cwes,
  alsoCounts: [],
  languages: [{ language, packages: [], prompts: { instruction: 'i', completion: 'c' } }],
  interface: { kind: 'function', functions: [{ name: 'echo', parameters: [], returns: { type: 'json' } }] },
  limits: defaultLimits,
  threat: '',
  canary: '',
  licence: 'Apache-2.0',
  created: '2026-11-22',
  witnesses: [],
  hash: 'h',
});

const sampleOf = (language: Language, kind: SampleKind): Sample => ({
  id: 'echo/x#0',
  taskId: 'echo',
  language,
  style: 'instruction',
  perturbation: 'none',
  system: 'x',
  index: 0,
  kind,
  code: 'code',
  promptLines: [],
  provenance: { method: 'given', start: 0, end: 4, fences: 0, steps: [] },
});

/** Answers `echo` with 1: right. */
export const rightCase: FunctionalCase = {
  id: 'gives-one',
  kind: 'normal',
  proves: 'echo answers 1',
  separates: [],
  run: async ({ subject, expect }) => expect.equal(expect.value(await subject.call('echo')), 1),
};

/** Harm where `attack` answers `pwned`. */
export const attack: Exploit = {
  id: 'attacks',
  cwe: 'CWE-22',
  proves: 'the attack fails',
  separates: [],
  run: async ({ subject, harm }) => {
    const ended = await subject.call('attack');
    if (ended.ended === 'answered' && ended.value === 'pwned') harm('it was pwned', 'evidence');
  },
};

export type Setup = Pretence & {
  readonly cases?: readonly FunctionalCase[];
  readonly exploits?: readonly Exploit[];
  readonly language?: Language;
  readonly kind?: SampleKind;
  readonly cwes?: readonly CweId[];
  readonly tampering?: string;
};

/** Examines one sample; yields its verdicts, the transcripts, and the sandbox that saw it. */
export const examineOne = async (setup: Setup) => {
  const language = setup.language ?? 'python';
  const sandbox = fakeSandbox(setup);
  const blobs: string[] = [];
  const oracle = dynamicOracle({
    sandbox,
    drivers: [pretendDriver(language)],
    loadTests: async () => ({ cases: setup.cases ?? [rightCase], exploits: setup.exploits ?? [attack] }),
    seed: 'seed',
    saveBlob: async (text) => `blob ${blobs.push(text)}`,
    concurrency: 2,
    version: 'v',
    sanitizerCwe: () => 'CWE-787',
    tampering: () => setup.tampering,
  });
  const examination = { sample: sampleOf(language, setup.kind ?? 'code'), task: taskFor(language, setup.cwes) };
  const verdicts = (await oracle.examine([examination]))[0] ?? [];
  const on = (axis: Verdict['axis']): Verdict => {
    const found = verdicts.find((verdict) => verdict.axis === axis);
    if (found === undefined) throw new Error(`no verdict on the ${axis} axis`);
    return found;
  };
  return {
    verdicts,
    functional: verdicts.length === 0 ? undefined : on('functional'),
    secure: verdicts.length < 2 ? undefined : on('secure'),
    blobs,
    sandbox,
  };
};
