import { type FunctionSignature, type Language, nameIn, type Parameter } from '../core/index.ts';

/**
 * Writes the declaration of a function without its body: what a prompt asks for and a witness defines.
 * Throws a UserError `interface-<language>` where a type can't be had in the language.
 */
export type Declare = (signature: FunctionSignature) => string;

/** The name that a candidate gives to a function of the task: the one that the task states for the language, else by custom. */
export const functionNameIn = (language: Language, signature: FunctionSignature): string =>
  signature.names?.[language] ?? nameIn(language, signature.name);

export const parameterNameIn = (language: Language, parameter: Pick<Parameter, 'name'>): string => nameIn(language, parameter.name);
