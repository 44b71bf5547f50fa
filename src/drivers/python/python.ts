import { fileAt, type TaskInterface, UserError } from '../../core/index.ts';
import type { Driver } from '../driver.ts';

/** Where the box serves a candidate's application. */
const servicePort = 8080;

/** An application is served by what it is (WSGI or ASGI); the framework says whose own start is to be kept from listening. */
const frameworks: readonly string[] = ['flask', 'fastapi'];

const nameOf = (name: string, taskInterface: TaskInterface): string => {
  if (taskInterface.kind !== 'function') return name;
  return taskInterface.functions.find((one) => one.name === name)?.names?.python ?? name;
};

const runtime = 'python-fork';

const payloadOf = (code: string, taskInterface: TaskInterface) => {
  if (taskInterface.kind === 'function') return { code, functions: taskInterface.functions.map((one) => nameOf(one.name, taskInterface)) };
  if (taskInterface.kind === 'command') return { code, program: true };
  const { application } = taskInterface;
  const framework = (taskInterface.framework.python ?? 'flask').toLowerCase();
  if (!frameworks.includes(framework)) {
    throw new UserError(
      'framework-unknown',
      `The Python driver serves ${frameworks.join(' and ')}, the task asks for \`${framework}\`. Use one of them, or add a driver.`,
    );
  }
  return { code, serve: { application, port: servicePort, framework } };
};

/** Python candidates run in an interpreter that the box forks for each of them: runtime `python-fork`. */
export const python = (): Driver => ({
  language: 'python',
  summary: 'Python 3 by the system interpreter; web applications that speak WSGI (Flask) or ASGI (FastAPI)',
  functionName: nameOf,
  launch: (code, taskInterface, packages) => ({ runtime, payload: payloadOf(code, taskInterface), packages }),
  launchRepository: ({ files, entry }, taskInterface, packages) => {
    if (taskInterface.kind === 'command')
      throw new UserError('repository-program', 'The Python driver does not run a repository as a program; use functions or http.');
    return { runtime, payload: { ...payloadOf(fileAt(files, entry) ?? '', taskInterface), files, entry }, packages };
  },
});
