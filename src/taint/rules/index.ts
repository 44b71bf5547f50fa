/** The groups of rules, each about weaknesses that are alike. */
import { access } from './access.ts';
import { addresses } from './addresses.ts';
import { arithmetic } from './arithmetic.ts';
import { assignment } from './assignment.ts';
import { command } from './command.ts';
import { common } from './common/index.ts';
import { cookies } from './cookies.ts';
import { deserialization } from './deserialization.ts';
import { entities } from './entities.ts';
import { files } from './files.ts';
import { lifetime } from './lifetime.ts';
import { lines } from './lines.ts';
import { lookup } from './lookup.ts';
import { markup } from './markup.ts';
import { memory } from './memory.ts';
import { path } from './path.ts';
import { program } from './program.ts';
import { randomness } from './randomness.ts';
import { resources } from './resources.ts';
import type { RuleGroup } from './rule.ts';
import { sql } from './sql.ts';
import { stringsInC } from './strings-in-c.ts';
import { timing } from './timing.ts';
import { tokens } from './tokens.ts';
import { transport } from './transport.ts';
import { weakCipher } from './weak-cipher.ts';
import { weakHash } from './weak-hash.ts';

export const ruleGroups: readonly RuleGroup[] = [
  ...common,
  access,
  addresses,
  arithmetic,
  assignment,
  command,
  cookies,
  deserialization,
  entities,
  files,
  lifetime,
  lines,
  lookup,
  markup,
  memory,
  path,
  program,
  randomness,
  resources,
  sql,
  stringsInC,
  timing,
  tokens,
  transport,
  weakCipher,
  weakHash,
];
