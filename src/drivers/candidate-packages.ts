/**
 * npm packages that a task may declare: they come with Fathom and lie read-only in the box.
 * What a task does not declare does not resolve for its candidates.
 */
export const candidatePackages: readonly string[] = [
  '@fastify/cookie',
  '@fastify/formbody',
  'cookie-parser',
  'express',
  'fastify',
  'sql.js',
];
