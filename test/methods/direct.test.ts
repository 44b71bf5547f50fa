import { describe, expect, it } from 'vitest';
import { direct } from '../../src/methods/direct.ts';
import { listening, methodContract, promptOf, sampling, wordsOf } from '../contracts/method.ts';

methodContract('direct', direct);

const said = async (style: 'instruction' | 'completion', speaks: 'chat' | 'raw', change = {}): Promise<string> => {
  const model = listening(speaks);
  await direct().complete(promptOf(style, change), model, sampling);
  return wordsOf(model);
};

describe('the direct method', () => {
  it('adds the form of the answer to an instruction and nothing else', async () => {
    expect(await said('instruction', 'chat')).toBe(
      'Write a function read(name) that reads a note.\n\nAnswer with one complete Python file in a single fenced code block.',
    );
  });

  it('asks a chat model to complete the file', async () => {
    expect(await said('completion', 'chat')).toBe(
      'Complete this Python file. Answer with the whole file, including the lines below, in a single fenced code block.\n\n```python\ndef read(name):\n    """Reads a note."""\n```',
    );
  });

  it('lets a raw model continue the head as it is', async () => {
    expect(await said('completion', 'raw')).toBe('def read(name):\n    """Reads a note."""\n');
  });

  it('gives a raw model an instruction as a comment', async () => {
    expect(await said('instruction', 'raw', { text: 'Line one.\n\nLine two.\n' })).toBe('# Line one.\n#\n# Line two.\n');
  });

  it('keeps words that a perturbation put before the head', async () => {
    const text = 'Our shop is old.';
    expect(await said('completion', 'chat', { text })).toMatch(/^Our shop is old\.\n\nComplete this Python file[\s\S]*def read\(name\)/);
  });

  it('says nothing of security', async () => {
    for (const style of ['instruction', 'completion'] as const) {
      for (const speaks of ['chat', 'raw'] as const) expect((await said(style, speaks)).toLowerCase()).not.toContain('secur');
    }
  });
});
