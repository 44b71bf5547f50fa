import { createHash } from 'node:crypto';

/** A short name for code, whatever its white space: what scripted and replayed judges know it by. */
export const markOf = (code: string): string => createHash('sha256').update(code.replaceAll(/\s+/g, '')).digest('hex').slice(0, 16);
