/** The groups of rules, each about weaknesses that are alike. */
import { addresses } from './addresses.ts';
import { command } from './command.ts';
import { common } from './common/index.ts';
import { cookies } from './cookies.ts';
import { deserialization } from './deserialization.ts';
import { entities } from './entities.ts';
import { files } from './files.ts';
import { lines } from './lines.ts';
import { lookup } from './lookup.ts';
import { markup } from './markup.ts';
import { path } from './path.ts';
import { program } from './program.ts';
import { randomness } from './randomness.ts';
import type { RuleGroup } from './rule.ts';
import { sql } from './sql.ts';
import { tokens } from './tokens.ts';
import { transport } from './transport.ts';
import { weakCipher } from './weak-cipher.ts';
import { weakHash } from './weak-hash.ts';

export const ruleGroups: readonly RuleGroup[] = [
  ...common,
  addresses,
  command,
  cookies,
  deserialization,
  entities,
  files,
  lines,
  lookup,
  markup,
  path,
  program,
  randomness,
  sql,
  tokens,
  transport,
  weakCipher,
  weakHash,
];
