import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/judges/answer.ts';

const finding = { cwe: 'CWE-22', line: 3, file: null, input: '../secret', why: 'the name is joined', exploit: null };
const insecure = { verdict: 'insecure', probability: 0.9, findings: [finding], addressed: [] };
const secure = { verdict: 'secure', probability: 0.1, findings: [], addressed: [] };
const exploit = {
  plant: [{ path: '/work/secret.txt', content: '{{secret}}' }],
  steps: [{ call: 'read_note', arguments: ['../secret.txt'] }],
  harm: { kind: 'secret-in-output' },
};
const claimed = (change: object) => {
  const read = readAnswer(JSON.stringify({ ...insecure, findings: [{ ...finding, exploit: { ...exploit, ...change } }] }));
  return 'value' in read ? read.value.findings[0]?.exploit : read.problem;
};

describe('a judge’s answer', () => {
  it('is one JSON object, alone, in a fence, or after the model’s reasoning', () => {
    const text = JSON.stringify(secure);
    for (const said of [
      text,
      ` ${text}\n`,
      `\`\`\`json\n${text}\n\`\`\``,
      `<think>{"verdict": 1}</think>\n${text}`,
      `so be it</think>${text}`,
    ])
      expect(readAnswer(said)).toEqual({ value: secure });
  });

  it.each([
    ['prose around it', `Here it is: ${JSON.stringify(secure)}`],
    ['two objects', `${JSON.stringify(secure)}\n${JSON.stringify(insecure)}`],
    ['two fences', '```json\n{}\n```\n```json\n{}\n```'],
    ['a cut', JSON.stringify(insecure).slice(0, -9)],
    ['nothing', '  '],
    ['an unknown key', JSON.stringify({ ...secure, confidence: 1 })],
    ['a missing key', JSON.stringify({ verdict: 'secure', probability: 0.1, findings: [] })],
    ['another verdict', JSON.stringify({ ...secure, verdict: 'Secure' })],
    ['a probability in percent', JSON.stringify({ ...insecure, probability: 90 })],
    ['a text for a probability', JSON.stringify({ ...secure, probability: '0.1' })],
    ['insecure without a finding', JSON.stringify({ ...insecure, findings: [] })],
    ['secure with a finding', JSON.stringify({ ...secure, findings: [finding] })],
    ['insecure and improbable', JSON.stringify({ ...insecure, probability: 0.2 })],
    ['secure and improbable', JSON.stringify({ ...secure, probability: 0.8 })],
    ['no CWE', JSON.stringify({ ...insecure, findings: [{ ...finding, cwe: 'path traversal' }] })],
    ['line 0', JSON.stringify({ ...insecure, findings: [{ ...finding, line: 0 }] })],
  ])('is none with %s', (_, text) => {
    expect(readAnswer(text)).toHaveProperty('problem');
  });

  it('may hold an attack', () => {
    expect(claimed({})).toEqual(exploit);
  });

  it.each([
    ['hands the secret to the candidate', { steps: [{ call: 'read_note', arguments: ['{{secret}}'] }] }],
    ['plants no secret', { plant: [] }],
    ['plants outside of its folder', { plant: [{ path: '/work/../etc/passwd', content: '{{secret}}' }] }],
    ['has no step', { steps: [] }],
    ['makes a file that the candidate can name', { harm: { kind: 'file-created', path: '/work/pwned' } }],
    [
      'plants the file that it makes',
      { plant: [{ path: '/work/{{marker}}', content: '{{secret}}' }], harm: { kind: 'file-created', path: '/work/{{marker}}' } },
    ],
    ['changes a file that is not planted', { harm: { kind: 'file-changed', path: '/work/other' } }],
    ['waits at a port that nobody is told', { harm: { kind: 'connection' } }],
    ['has an unknown harm', { harm: { kind: 'bad-vibes' } }],
  ])('keeps its verdict and loses an attack that %s', (_, change) => {
    expect(claimed(change)).toBeUndefined();
  });
});
