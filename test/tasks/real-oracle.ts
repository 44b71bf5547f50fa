import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Task } from '../../src/core/index.ts';
import type { TaskTests } from '../../src/datasets/testing.ts';
import { c } from '../../src/drivers/c/c.ts';
import { cTampering } from '../../src/drivers/c/tampering.ts';
import { candidatePackages } from '../../src/drivers/candidate-packages.ts';
import { cpp } from '../../src/drivers/cpp/cpp.ts';
import { cppTampering } from '../../src/drivers/cpp/tampering.ts';
import { go, goToolFolder } from '../../src/drivers/go/go.ts';
import { java, javaToolFolder } from '../../src/drivers/java/java.ts';
import { javascript } from '../../src/drivers/javascript/javascript.ts';
import { python } from '../../src/drivers/python/python.ts';
import { typescript } from '../../src/drivers/typescript/typescript.ts';
import { sanitizerCwe } from '../../src/extraction/sanitizer-report.ts';
import { dynamicOracle } from '../../src/oracles/dynamic.ts';
import type { Oracle } from '../../src/oracles/oracle.ts';
import { bubblewrap } from '../../src/sandboxes/bubblewrap.ts';
import type { Availability } from '../../src/sandboxes/sandbox.ts';

export type RealOracle = {
  readonly oracle: Oracle;
  readonly availability: Availability;
  readonly transcripts: ReadonlyMap<string, string>;
};

/** The dynamic oracle with the default sandbox and every driver; transcripts are kept in memory. */
export const realOracle = async (loadTests: (task: Task) => Promise<TaskTests>, seed = 'test'): Promise<RealOracle> => {
  const root = fileURLToPath(new URL('../../node_modules', import.meta.url));
  const slots = availableParallelism();
  const sandbox = bubblewrap({
    nodePath: process.execPath,
    npm: { root, packages: candidatePackages },
    tools: [goToolFolder(process.env), javaToolFolder()],
    slots,
  });
  const transcripts = new Map<string, string>();
  const oracle = dynamicOracle({
    sandbox,
    drivers: [python(), javascript(), c(), typescript(), go(), cpp(), java()],
    loadTests,
    seed,
    saveBlob: async (text) => {
      const name = `transcript ${transcripts.size}`;
      transcripts.set(name, text);
      return name;
    },
    concurrency: slots,
    version: 'test',
    sanitizerCwe: ({ error }) => sanitizerCwe(error)[0],
    tampering: ({ language, code }) => (language === 'c' ? cTampering(code) : language === 'cpp' ? cppTampering(code) : undefined),
  });
  return { oracle, availability: await sandbox.probe(), transcripts };
};
