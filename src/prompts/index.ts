export { tellsOfErrors } from './facts.ts';
export type { PromptSource } from './prompt-source.ts';
export { renderPrompt } from './render.ts';
