import { fileURLToPath } from 'node:url';
import { bubblewrap } from '../../src/sandboxes/bubblewrap.ts';
import type { Sandbox } from '../../src/sandboxes/sandbox.ts';
import type { ToolFolder } from '../../src/sandboxes/staging.ts';

/** The box in which drivers are tried. `userId` keeps the tests of different files apart. */
export const trialBox = (userId: number, tools: readonly ToolFolder[] = []): Sandbox =>
  bubblewrap({
    nodePath: process.execPath,
    npm: { root: fileURLToPath(new URL('../../node_modules', import.meta.url)), packages: ['express', 'fastify', 'sql.js'] },
    slots: 1,
    tools,
    firstUserId: userId,
  });
