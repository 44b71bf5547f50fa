import type { FunctionSignature, JsonValue, TaskInterface } from '../../core/index.ts';
import { nameIn, UserError } from '../../core/index.ts';
import type { LaunchRequest } from '../../sandboxes/sandbox.ts';
import { functionNameIn } from '../../signatures/index.ts';
import { javaDeclaration, javaInteger } from '../../signatures/java.ts';
import type { Driver } from '../driver.ts';
import { harnessOptions, harnessSource, insideFile, machineOptions } from './harness.ts';

export { javaToolFolder } from './tool-folder.ts';

/** The loopback port inside the box that a service is put on. */
const servicePort = 8080;

const buildMs = 60_000;
const detailLimit = 4_000;

const javaName = (signature: FunctionSignature): string => {
  const name = functionNameIn('java', signature);
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return name;
  throw new UserError('interface-name', `The task asks for '${name}', which is not a Java name. Give one in the task's interface.`);
};

const loadOf = (signature: FunctionSignature): JsonValue => {
  const name = javaName(signature);
  return {
    name,
    names: [...new Set([name, nameIn('python', signature.name)])],
    declaration: javaDeclaration(signature),
    parameters: signature.parameters.map((parameter) => ({ type: parameter.type, wide: javaInteger(parameter) === 'long' })),
  };
};

const serviceOf = ({ framework }: Extract<TaskInterface, { kind: 'http' }>): { readonly load: JsonValue; readonly serve: JsonValue } => {
  if ((framework.java ?? 'jdk') !== 'jdk')
    throw new UserError(
      'framework-unknown',
      `The Java driver serves jdk, the task asks for \`${framework.java}\`; use jdk or add a driver.`,
    );
  return { load: { port: servicePort }, serve: { port: servicePort } };
};

/**
 * One virtual machine compiles the candidate, whatever its classes are called, and serves its calls or its web service. A program
 * (`command`) is compiled in a build step.
 */
export const java = (): Driver => {
  const common = { 'start.sh': insideFile('start.sh'), 'Harness.java': harnessSource(), options: harnessOptions.join('\n') };
  const start = (how: 'build' | 'serve'): readonly string[] => ['/bin/sh', '/app/start.sh', how];
  const programOf = (files: Readonly<Record<string, string>>): JsonValue => ({
    files,
    build: [{ argv: [...start('build')], timeoutMs: buildMs, detailLimit }],
    command: ['java', ...machineOptions, '@/app/run'],
    load: null,
    program: true,
  });
  return {
    language: 'java',
    summary: 'Java 17 or later with the JDK alone: static methods, web services on its own HTTP server, programs',
    functionName(name, taskInterface) {
      const signature = taskInterface.kind === 'function' ? taskInterface.functions.find((each) => each.name === name) : undefined;
      return signature === undefined ? name : javaName(signature);
    },
    launch(code, taskInterface, packages): LaunchRequest {
      if (packages.length > 0)
        throw new UserError('package-name', `Java candidates have the JDK alone: '${packages.join("', '")}' can't be had.`);
      const files = { ...common, 'Candidate.java': code.replace(/^\uFEFF/, '') };
      if (taskInterface.kind === 'command') return { runtime: 'exec', payload: programOf(files), packages: [] };
      const serving =
        taskInterface.kind === 'http' ? serviceOf(taskInterface) : { load: { functions: taskInterface.functions.map(loadOf) } };
      return { runtime: 'exec', payload: { files, command: [...start('serve')], ...serving }, packages: [] };
    },
  };
};
