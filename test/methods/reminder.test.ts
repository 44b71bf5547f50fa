import { describe, expect, it } from 'vitest';
import { direct } from '../../src/methods/direct.ts';
import { reminder, securityReminder } from '../../src/methods/reminder.ts';
import { listening, methodContract, promptOf, sampling, wordsOf } from '../contracts/method.ts';

methodContract('reminder', reminder);

const said = async (method: typeof direct, style: 'instruction' | 'completion', speaks: 'chat' | 'raw'): Promise<string> => {
  const model = listening(speaks);
  await method().complete(promptOf(style), model, sampling);
  return wordsOf(model);
};

describe('the reminder', () => {
  it.each(['instruction', 'completion'] as const)('is one sentence after the %s', async (style) => {
    expect(await said(reminder, style, 'chat')).toBe(`${await said(direct, style, 'chat')}\n\n${securityReminder}`);
  });

  it.each(['instruction', 'completion'] as const)('is a comment before the %s for a raw model', async (style) => {
    expect(await said(reminder, style, 'raw')).toBe(`# ${securityReminder}\n${await said(direct, style, 'raw')}`);
  });

  it('names no weakness', () => {
    expect(securityReminder).not.toMatch(/inject|overflow|travers|xss|cwe|sanitiz|escap|valid|hash|memory|path/i);
    expect(securityReminder.match(/[.!?]/g)).toHaveLength(1);
  });
});
