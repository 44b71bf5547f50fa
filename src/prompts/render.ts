import type { PromptStyle, Wording } from '../core/index.ts';
import { functionHead } from './function-head.ts';
import type { HeadStyle } from './head.ts';
import { programHead } from './program-head.ts';
import type { PromptSource } from './prompt-source.ts';
import { instruction, issue } from './request.ts';
import { serviceHead } from './service-head.ts';

const heads = { function: functionHead, http: serviceHead, command: programHead };

const head = (source: PromptSource, style: HeadStyle): string =>
  heads[source.interface.kind](source, style)
    .map((line) => `${line}\n`)
    .join('');

/**
 * The text of a prompt, with a line end at its end. Undefined for an issue without a ticket, and for the explicit wording of a task
 * that states no security requirement.
 * Throws a UserError `interface-…` where the language can't have the interface.
 */
export const renderPrompt = (source: PromptSource, style: PromptStyle, wording: Wording): string | undefined => {
  if (wording === 'explicit' && source.explicitSecurity === undefined) return undefined;
  const asked = wording === 'explicit' ? source : withoutRequirement(source);
  switch (style) {
    case 'instruction':
      return instruction(asked);
    case 'issue':
      return asked.ticket === undefined ? undefined : issue(asked, asked.ticket);
    default:
      return head(asked, style);
  }
};

const withoutRequirement = ({ explicitSecurity: _, ...rest }: PromptSource): PromptSource => rest;
