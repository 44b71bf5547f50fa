import { readFileSync } from 'node:fs';
import { type FunctionSignature, nameIn, type TaskInterface } from '../../core/index.ts';
import type { LaunchRequest } from '../../sandboxes/sandbox.ts';
import type { Driver } from '../driver.ts';
import { javascript } from '../javascript/javascript.ts';
import { transpile } from './transpile.ts';

const nameOf = (signature: FunctionSignature): string => signature.names?.typescript ?? nameIn('typescript', signature.name);

/** The task as the JavaScript driver is to see it: the names and the framework are those of TypeScript. */
const asJavascript = (taskInterface: TaskInterface): TaskInterface => {
  if (taskInterface.kind === 'function') {
    const functions = taskInterface.functions.map((signature) => ({ ...signature, names: { javascript: nameOf(signature) } }));
    return { kind: 'function', functions };
  }
  if (taskInterface.kind === 'command') return taskInterface;
  const { typescript: framework } = taskInterface.framework;
  return { ...taskInterface, framework: framework === undefined ? {} : { javascript: framework } };
};

/** Compiles types away and leaves the rest to the JavaScript driver. Types are not checked. */
export const typescript = (): Driver => {
  const refuse = readFileSync(new URL('./inside/refuse.mjs', import.meta.url), 'utf8');
  const runner = javascript();
  const refusal = (detail: string, taskInterface: TaskInterface): LaunchRequest => {
    const command = ['node', '/app/refuse.mjs'];
    const files = { 'refuse.mjs': refuse, 'syntax-error.txt': detail };
    // A program is started by each test anew, without a word before: its build fails instead.
    const program = { program: true, build: [{ argv: [...command, 'build'], timeoutMs: 10_000, detailLimit: 4_000 }] };
    const payload = { files, command, load: null, ...(taskInterface.kind === 'command' ? program : {}) };
    return { runtime: 'exec', payload, packages: [] };
  };
  return {
    language: 'typescript',
    summary: 'TypeScript by Node.js, types compiled away and not checked: modules, HTTP services, programs',
    functionName(name, taskInterface) {
      const signature = taskInterface.kind === 'function' ? taskInterface.functions.find((each) => each.name === name) : undefined;
      return signature === undefined ? name : nameOf(signature);
    },
    launch(code, taskInterface, packages) {
      const transpiled = transpile(code);
      return 'syntaxError' in transpiled
        ? refusal(transpiled.syntaxError, taskInterface)
        : runner.launch(transpiled.code, asJavascript(taskInterface), packages);
    },
  };
};
