import { readFileSync } from 'node:fs';
import type { FunctionSignature, JsonValue, TaskInterface } from '../../core/index.ts';
import { UserError } from '../../core/index.ts';
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

/** A byte order mark and a `#!` line are the file's, not the program's; line numbers stay. */
const plain = (code: string): string => code.replace(/^\uFEFF/, '').replace(/^#!/, '//');

const loadOf = (code: string, taskInterface: Exclude<TaskInterface, { kind: 'command' }>): { names: string[]; load: JsonValue } => {
  const names =
    taskInterface.kind === 'http'
      ? [checkedName(taskInterface.application)]
      : taskInterface.functions.map((signature) => checkedName(nameIn(signature)));
  const common = { code: plain(code), filename: '/app/candidate.js', module: '/app/candidate.mjs', capture: captureOf(names) };
  const load: JsonValue =
    taskInterface.kind === 'http'
      ? { ...common, kind: 'http', application: taskInterface.application, port: servicePort }
      : { ...common, kind: 'function', functions: names };
  return { names, load };
};

/**
 * Loads CommonJS, ES modules and files that export nothing, as models write them.
 * A program (`command`) is run by node as it is.
 */
export const javascript = (): Driver => {
  const inside = Object.fromEntries(insideFiles.map((name) => [name, readFileSync(new URL(`./inside/${name}`, import.meta.url), 'utf8')]));
  return {
    language: 'javascript',
    summary: 'Node.js: CommonJS, ES modules or bare declarations; HTTP services; programs',
    functionName(name, taskInterface) {
      const signature = taskInterface.kind === 'function' ? taskInterface.functions.find((each) => each.name === name) : undefined;
      return signature === undefined ? name : nameIn(signature);
    },
    launch(code, taskInterface, packages): LaunchRequest {
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
      const payload = {
        files: {
          ...inside,
          'candidate.mjs': `${plain(code)}\n;export const fathomNames = ${captureOf(names)};\n`,
        },
        command: ['node', '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '/app/driver.mjs'],
        load,
        // No addressSpaceLimit: node reserves far more than it uses.
        ...(taskInterface.kind === 'http' ? { serve: { port: servicePort } } : {}),
      };
      return { runtime: 'exec', payload, packages };
    },
  };
};
