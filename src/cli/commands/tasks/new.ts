import type { Configuration } from '../../../schemas/configuration.ts';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';

export const newTask = (
  { console }: Context,
  ids: readonly string[],
  request: { readonly configuration: Configuration; readonly options: Readonly<Record<string, unknown>> },
): number => {
  void [ids, request];
  console.note('not there yet');
  return exitCodes.usage;
};
