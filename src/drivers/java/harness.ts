import { readFileSync } from 'node:fs';

/** Where the box has what was compiled beforehand; `inside/start.sh` looks for it there. */
export const readyFolder = '/opt/fathom-java';

/** Parts of the harness; the first holds its main class. */
const parts = ['Harness', 'Arguments', 'Candidate', 'Channel', 'Compiling', 'Json', 'Results', 'Service'];

export const insideFile = (name: string): string => readFileSync(new URL(`./inside/${name}`, import.meta.url), 'utf8');

const isHead = (line: string): boolean => /^(?:package|import) .*;$/.test(line);

/** The harness as one file, which `java` can run as it is: the package and all imports, each once, then all classes. */
export const harnessSource = (): string => {
  const lines = parts.flatMap((name) => insideFile(`${name}.java`).split('\n'));
  return [...new Set(lines.filter(isHead)), ...lines.filter((line) => !isHead(line))].join('\n');
};

/**
 * Options of every virtual machine. The heap stays below the usual memory limit, so that memory running out is the candidate's
 * exception and not a kill. The best compiler is kept for what runs long (a password's many rounds): its thresholds are raised, since
 * compiling a candidate does not. Nothing is logged, since warnings would go to the candidate's standard output.
 */
export const machineOptions: readonly string[] = [
  '-XX:+UseSerialGC',
  '-Xms16m',
  '-Xmx256m',
  '-Xshare:auto',
  '-XX:-UsePerfData',
  '-XX:Tier4InvocationThreshold=40000',
  '-XX:Tier4MinInvocationThreshold=10000',
  '-XX:Tier4CompileThreshold=80000',
  '-XX:Tier4BackEdgeThreshold=160000',
  '-Xlog:disable',
];

/** What the harness needs of the JDK's insides; its files say for what. */
const opened = ['java.base/java.io', 'java.base/java.util', 'jdk.httpserver/com.sun.net.httpserver.spi'];

export const harnessOptions: readonly string[] = [
  ...machineOptions,
  '-Dsun.net.httpserver.nodelay=true',
  ...opened.flatMap((place) => ['--add-opens', `${place}=ALL-UNNAMED`]),
];
