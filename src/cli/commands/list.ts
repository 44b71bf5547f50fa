import { families } from '../../compose.ts';
import { UserError } from '../../core/index.ts';
import { hintFor } from '../../schemas/named.ts';
import type { Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { table } from '../table.ts';

/** `fathom list`: every adaptor there is, found by its family. */
export const list: Run = async ({ console }, { positional, options }) => {
  const name = positional[0] === undefined ? undefined : String(positional[0]);
  const known = Object.keys(families);
  if (name === undefined) {
    const rows = Object.entries(families).map(([id, family]) => ({ id, summary: family.summary }));
    console.out(
      options.json === true
        ? JSON.stringify(rows, null, 2)
        : `${table(
            ['family', 'what'],
            rows.map(({ id, summary }) => [id, summary]),
            console.width,
          )}\n\nfathom list FAMILY`,
    );
    return exitCodes.fine;
  }
  const family = families[name];
  if (family === undefined) {
    throw new UserError(
      'unknown-family',
      `There is no family ${JSON.stringify(name)}${hintFor(name, known)} There are: ${known.join(', ')}.`,
    );
  }
  const members = await family.members();
  console.out(
    options.json === true
      ? JSON.stringify(members, null, 2)
      : table(
          [name, 'what'],
          members.map(({ id, summary }) => [id, summary]),
          console.width,
        ),
  );
  return exitCodes.fine;
};
