import { nodeProcess } from '../../src/analyzers/node-process.ts';

/** Programs of this machine, without the user's home. */
export const run = nodeProcess({ path: '/usr/local/bin:/usr/bin:/bin' });
