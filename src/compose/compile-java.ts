import type { CompiledJava, CompileJava } from '../analyzers/compile-java.ts';
import { defaultLimits, messageOf, type UnknownReason } from '../core/index.ts';
import type { Sandbox, Session } from '../sandboxes/sandbox.ts';

const limits = { ...defaultLimits, loadMs: 60_000, callMs: 20_000, cpuSeconds: 60, memoryMb: 1_024, processes: 128 };

/** The name that the compiler asks of a file with a public class. */
const fileName = (code: string): string => {
  const words =
    /^\s*public\s+(?:(?:final|abstract|sealed|non-sealed|strictfp)\s+)*(?:class|interface|enum|record|@interface)\s+([A-Za-z_$][\w$]*)/m;
  return `${words.exec(code)?.[1] ?? 'Candidate'}.java`;
};

const launchOf = (code: string) => {
  const name = fileName(code);
  // Without annotation processing nothing of the candidate's runs; the program itself is never started.
  const argv = [
    'javac',
    '-proc:none',
    '-XDstringConcat=inline',
    '-implicit:none',
    '-g',
    '-nowarn',
    '-encoding',
    'UTF-8',
    '-d',
    '/work/classes',
    `/app/${name}`,
  ];
  const payload = {
    files: { [name]: code },
    build: [{ argv, timeoutMs: 50_000, detailLimit: 2_000 }],
    command: ['true'],
    load: null,
    program: true,
  };
  return { runtime: 'exec', payload, packages: [] };
};

const classesOf = async (session: Session): Promise<CompiledJava> => {
  const classes: Record<string, Uint8Array> = {};
  for (const path of await session.list('classes')) {
    if (!path.endsWith('.class')) continue;
    const bytes = await session.read(`classes/${path}`);
    if (bytes === undefined) return { ok: false, reason: 'sandbox', detail: `${path} could not be read out of the sandbox` };
    classes[path] = bytes;
  }
  return { ok: true, classes };
};

/** The box has the JDK alone. */
const reasonOf = (kind: string, detail: string): UnknownReason => {
  if (kind === 'timeout') return 'timeout';
  if (kind !== 'compile') return 'sandbox';
  return /package \S+ does not exist/.test(detail) ? 'missing-dependency' : 'unparsable-code';
};

const compileOne = async (sandbox: Sandbox, code: string): Promise<CompiledJava> => {
  try {
    const session = await sandbox.open({ launch: launchOf(code), limits, files: [], environment: {} });
    try {
      const { loaded } = session;
      if (loaded.loaded) return await classesOf(session);
      return {
        ok: false,
        reason: reasonOf(loaded.kind, loaded.detail),
        detail: `javac: ${loaded.detail.replaceAll('/app/', '').slice(0, 300)}`,
      };
    } finally {
      await session.close();
    }
  } catch (thrown) {
    return { ok: false, reason: 'sandbox', detail: messageOf(thrown) };
  }
};

/** Compiles in the boxes of a sandbox, two files at once. `sandbox` is asked when the first file comes: by then there is one, or there never is. */
export const compileJavaIn =
  (sandbox: () => Sandbox | undefined): CompileJava =>
  async (files, signal) => {
    const boxes = sandbox();
    const answers = new Map<number, CompiledJava>();
    const waiting = files.entries();
    const work = async (): Promise<void> => {
      for (const [index, { code }] of waiting) {
        signal?.throwIfAborted();
        answers.set(
          index,
          boxes === undefined
            ? { ok: false, reason: 'sandbox', detail: 'there is no sandbox to compile in' }
            : await compileOne(boxes, code),
        );
      }
    };
    await Promise.all([work(), work()]);
    return files.map((_, index) => answers.get(index) ?? { ok: false, reason: 'sandbox', detail: 'the file was not compiled' });
  };
