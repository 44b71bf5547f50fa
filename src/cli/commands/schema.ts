import { schemaOf } from '../../compose.ts';
import type { Run } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

export const schema: Run = async ({ console }, { positional }) => {
  console.out(JSON.stringify(await schemaOf(String(positional[0])), null, 2));
  return exitCodes.fine;
};
