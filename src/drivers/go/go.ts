import type { FunctionSignature, JsonValue, TaskInterface } from '../../core/index.ts';
import { nameIn, UserError } from '../../core/index.ts';
import type { LaunchRequest } from '../../sandboxes/sandbox.ts';
import type { Driver } from '../driver.ts';
import { type HarnessKind, harnessFiles, insideFile } from './harness.ts';
import { declaredName, importsOf, inPackage, isExternal } from './source.ts';

export { goToolFolder } from './tool-folder.ts';

/** The loopback port inside the box that a service is put on. */
const servicePort = 8080;

const handlerName = 'newHandler';

/** Of the build and of the candidate. Names are looked up by Go itself, and garbage is collected before the memory limit is near. */
const environment = { GOMAXPROCS: '2', GOMEMLIMIT: '384MiB', GODEBUG: 'netdns=go' };

const buildMs = 60_000;

/** Files and lines are part of the message that a compile error yields; more than this says nothing more. */
const detailLimit = 4_000;

const goName = (signature: FunctionSignature): string => {
  const name = signature.names?.go ?? nameIn('go', signature.name);
  if (/^[A-Za-z_]\w*$/.test(name)) return name;
  throw new UserError('interface-name', `The task asks for '${name}', which is not a Go name. Give one in the task's interface.`);
};

/** A file of the candidate's package that hands out what the harness calls: nil where the candidate has none. */
const tableOf = (code: string, names: readonly string[]): string =>
  `package candidate\n\nvar FathomTable = []interface{}{${names.map((name) => declaredName(code, name) ?? 'nil').join(', ')}}\n`;

const mainOf = (kind: HarnessKind): string =>
  `package main\n\nimport (\n\t"candidate"\n\tharness "fathom/${kind}"\n)\n\nfunc main() { harness.Serve(candidate.FathomTable) }\n`;

/** What is particular to an interface. */
type Parts = { readonly kind: HarnessKind; readonly names: readonly string[]; readonly load: JsonValue; readonly serve?: { port: number } };

const partsOf = (taskInterface: Exclude<TaskInterface, { kind: 'command' }>): Parts => {
  if (taskInterface.kind === 'http')
    return { kind: 'service', names: [handlerName, 'main'], load: { port: servicePort }, serve: { port: servicePort } };
  const functions = taskInterface.functions.map((signature) => ({
    name: goName(signature),
    parameters: signature.parameters.length,
    nullable: signature.returns.nullable === true,
  }));
  return { kind: 'functions', names: functions.map(({ name }) => name), load: { functions } };
};

const buildStep = (kind: string): JsonValue => ({ argv: ['/bin/sh', 'build.sh', kind], timeoutMs: buildMs, detailLimit });

const start = ['/bin/sh', '/app/start.sh'];

/**
 * Compiles the candidate as a package of its own and links it to a harness that serves calls or its handler; a program
 * (`command`) is linked alone. Compiler and linker are run directly: no cache is shared with other candidates, and with the
 * archives of the standard library in place it takes about a tenth of a second.
 */
export const go = (): Driver => {
  const scripts = { 'build.sh': insideFile('build.sh'), 'start.sh': insideFile('start.sh') };
  const harnesses = { functions: harnessFiles('functions'), service: harnessFiles('service') };
  return {
    language: 'go',
    summary: 'Go with its standard library: functions, net/http handlers, programs',
    functionName(name, taskInterface) {
      const signature = taskInterface.kind === 'function' ? taskInterface.functions.find((each) => each.name === name) : undefined;
      return signature === undefined ? name : goName(signature);
    },
    launch(code, taskInterface, packages): LaunchRequest {
      if (packages.length > 0)
        throw new UserError('package-name', `Go candidates have the standard library alone: '${packages.join("', '")}' can't be had.`);
      const common = { environment, load: null };
      const external = importsOf(code).find(isExternal);
      if (external !== undefined) {
        const payload = { ...common, files: { ...scripts, 'candidate.go': code }, command: [...start, external] };
        return { runtime: 'exec', payload, packages: [] };
      }
      if (taskInterface.kind === 'command') {
        const files = { ...scripts, 'candidate.go': inPackage(code, 'main') };
        const payload = { ...common, files, build: [buildStep('program')], command: ['/app/program'], program: true };
        return { runtime: 'exec', payload, packages: [] };
      }
      const { kind, names, ...rest } = partsOf(taskInterface);
      const own = { 'candidate.go': inPackage(code, 'candidate'), 'table.go': tableOf(code, names), 'main.go': mainOf(kind) };
      const payload = { ...common, files: { ...scripts, ...harnesses[kind], ...own }, build: [buildStep(kind)], command: start, ...rest };
      return { runtime: 'exec', payload, packages: [] };
    },
  };
};
