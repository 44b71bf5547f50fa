import { continuesPrompt, languageFacts, type Prompt, styleAndWording } from '../core/index.ts';
import type { GenerateRequest, Model } from '../models/model.ts';
import type { Sampling } from './method.ts';

/** The request for one sample. `advice` is a sentence that is added to the task's own words; empty for none. */
export const requestFor = (prompt: Prompt, model: Model, sampling: Sampling, advice: string): GenerateRequest => ({
  input: inputFor(prompt, model, advice),
  maxTokens: sampling.maxTokens,
  temperature: sampling.temperature,
  ...(sampling.topP === undefined ? {} : { topP: sampling.topP }),
  ...(sampling.seed === undefined ? {} : { seed: sampling.seed }),
  about: {
    taskId: prompt.taskId,
    language: prompt.language,
    style: styleAndWording(prompt),
    perturbation: prompt.perturbation,
    index: sampling.index,
  },
});

const inputFor = (prompt: Prompt, model: Model, advice: string): GenerateRequest['input'] => {
  if (model.speaks === 'raw') {
    const remark = advice === '' ? '' : `${languageFacts[prompt.language].lineComment} ${advice}\n`;
    // A model that only continues text sees an instruction as the comment at the head of a file.
    const text = continuesPrompt(prompt.style) ? headOf(prompt) : commented(prompt);
    return { kind: 'raw', text: `${remark}${text}` };
  }
  const content = [continuesPrompt(prompt.style) ? continuation(prompt) : instruction(prompt), advice]
    .filter((part) => part !== '')
    .join('\n\n');
  return { kind: 'chat', messages: [{ role: 'user', content }] };
};

const headOf = ({ text, prefix }: Prompt): string => (prefix === '' || text.endsWith(prefix) ? text : prefix);

const commented = ({ text, language }: Prompt): string =>
  `${text
    .trimEnd()
    .split('\n')
    .map((line) => `${languageFacts[language].lineComment} ${line}`.trimEnd())
    .join('\n')}\n`;

const instruction = ({ text, language }: Prompt): string =>
  `${text.trimEnd()}\n\nAnswer with one complete ${languageFacts[language].title} file in a single fenced code block.`;

const continuation = (prompt: Prompt): string => {
  const { text, prefix, language } = prompt;
  const words = prefix === '' || text === prefix || text.includes(prefix) ? '' : `${text.trimEnd()}\n\n`;
  const head = words === '' ? text : prefix;
  return `${words}Complete this ${languageFacts[language].title} file. Answer with the whole file, including the lines below, in a single fenced code block.\n\n\`\`\`${language}\n${head.trimEnd()}\n\`\`\``;
};
