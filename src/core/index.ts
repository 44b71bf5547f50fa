export * from './cwe.ts';
export * from './errors.ts';
export * from './evaluation.ts';
export * from './identity.ts';
export * from './json.ts';
export * from './sample.ts';
export * from './task.ts';
export * from './verdict.ts';
