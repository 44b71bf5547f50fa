import type { TaskInterface } from '../../core/index.ts';
import { UserError } from '../../core/index.ts';
import type { Driver } from '../driver.ts';

/** Where the box serves a candidate's application. */
const servicePort = 8080;

const nameOf = (name: string, taskInterface: TaskInterface): string => {
  if (taskInterface.kind !== 'function') return name;
  return taskInterface.functions.find((one) => one.name === name)?.names?.python ?? name;
};

/** Python candidates run in an interpreter that the box forks for each of them: runtime `python-fork`. */
export const python = (): Driver => ({
  language: 'python',
  summary: 'Python 3 by the system interpreter; web applications that speak WSGI (Flask)',
  functionName: nameOf,
  launch: (code, taskInterface, packages) => {
    const runtime = 'python-fork';
    if (taskInterface.kind === 'function') {
      const functions = taskInterface.functions.map((one) => nameOf(one.name, taskInterface));
      return { runtime, payload: { code, functions }, packages };
    }
    if (taskInterface.kind === 'command') return { runtime, payload: { code, program: true }, packages };
    const framework = taskInterface.framework.python;
    if (framework !== undefined && framework.toLowerCase() !== 'flask') {
      throw new UserError(
        'framework-unknown',
        `the Python driver serves flask, the task asks for \`${framework}\`; use flask or add a driver`,
      );
    }
    return { runtime, payload: { code, serve: { application: taskInterface.application, port: servicePort } }, packages };
  },
});
