import { readFileSync } from 'node:fs';
import { type FunctionSignature, fileAt, type JsonValue, type TaskInterface, UserError } from '../../core/index.ts';
import type { LaunchRequest } from '../../sandboxes/sandbox.ts';
import type { Driver } from '../driver.ts';

/** The loopback port inside the box that a service is put on, whatever port it asks for. */
const servicePort = 8080;

const insideFiles = ['driver.mjs', 'originals.mjs', 'values.mjs', 'channel.mjs', 'loading.mjs', 'service.mjs'];

const nameIn = (signature: FunctionSignature): string => signature.names?.javascript ?? signature.name;

const checkedName = (name: string): string => {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return name;
  throw new UserError('interface-name', `The task asks for '${name}', which is not a JavaScript name. Give one in the task's interface.`);
};

/** An object literal that yields the named top-level declarations, `undefined` for those that are not there. */
const captureOf = (names: readonly string[]): string =>
  `{${names.map((name) => `${JSON.stringify(name)}:typeof ${name}==='undefined'?undefined:${name}`).join(',')}}`;

/** A web framework need not be declared a second time as a package. */
const packagesOf = (taskInterface: TaskInterface, packages: readonly string[]): readonly string[] => {
  const framework = taskInterface.kind === 'http' ? taskInterface.framework.javascript?.toLowerCase() : undefined;
  return framework === undefined || packages.includes(framework) ? packages : [...packages, framework];
};

/** A byte order mark and a `#!` line are the file's, not the program's; line numbers stay. */
const plain = (code: string): string => code.replace(/^\uFEFF/, '').replace(/^#!/, '//');

const loadOf = (
  code: string,
  taskInterface: Exclude<TaskInterface, { kind: 'command' }>,
): { names: string[]; load: { readonly [key: string]: JsonValue } } => {
  const names =
    taskInterface.kind === 'http'
      ? [checkedName(taskInterface.application)]
      : taskInterface.functions.map((signature) => checkedName(nameIn(signature)));
  const common = { code: plain(code), filename: '/app/candidate.js', module: '/app/candidate.mjs', capture: captureOf(names) };
  const load =
    taskInterface.kind === 'http'
      ? { ...common, kind: 'http', application: taskInterface.application, port: servicePort }
      : { ...common, kind: 'function', functions: names };
  return { names, load };
};

/** How node is started. No addressSpaceLimit: it reserves far more than it uses. */
const started = (taskInterface: TaskInterface) => ({
  command: ['node', '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '/app/driver.mjs'],
  ...(taskInterface.kind === 'http' ? { serve: { port: servicePort } } : {}),
});

/**
 * Loads CommonJS, ES modules and files that export nothing, as models write them.
 * A program (`command`) is run by node as it is.
 */
export const javascript = (): Driver => {
  const inside = Object.fromEntries(insideFiles.map((name) => [name, readFileSync(new URL(`./inside/${name}`, import.meta.url), 'utf8')]));
  return {
    language: 'javascript',
    summary: 'Node.js: CommonJS, ES modules or bare declarations; HTTP services (Express, Fastify, node:http); programs',
    functionName(name, taskInterface) {
      const signature = taskInterface.kind === 'function' ? taskInterface.functions.find((each) => each.name === name) : undefined;
      return signature === undefined ? name : nameIn(signature);
    },
    launch(code, taskInterface, declared): LaunchRequest {
      const packages = packagesOf(taskInterface, declared);
      if (taskInterface.kind === 'command') {
        const payload = {
          files: { 'candidate.js': code },
          command: ['node', '/app/candidate.js'],
          load: null,
          program: true,
        };
        return { runtime: 'exec', payload, packages };
      }
      const { names, load } = loadOf(code, taskInterface);
      const files = { ...inside, 'candidate.mjs': `${plain(code)}\n;export const fathomNames = ${captureOf(names)};\n` };
      return { runtime: 'exec', payload: { files, load, ...started(taskInterface) }, packages };
    },
    launchRepository({ files: own, entry }, taskInterface, declared): LaunchRequest {
      if (taskInterface.kind === 'command')
        throw new UserError('repository-program', 'The JavaScript driver does not run a repository as a program; use functions or http.');
      const { load } = loadOf(fileAt(own, entry) ?? '', taskInterface);
      // In a folder of their own: no file of the candidate's may take the place of the driver.
      const laid = Object.fromEntries(Object.entries(own).map(([path, text]) => [`repository/${path}`, text]));
      const payload = { files: { ...inside, ...laid }, load: { ...load, entry: `/app/repository/${entry}` }, ...started(taskInterface) };
      return { runtime: 'exec', payload, packages: packagesOf(taskInterface, declared) };
    },
  };
};
