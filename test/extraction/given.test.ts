import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extraction/index.ts';

const request = {
  text: 'raw',
  language: 'python',
  style: 'completion',
  prefix: 'def f():\n    """Doc."""\n',
  finishReason: 'other',
} as const;

describe('a file that was handed over', () => {
  it('is taken byte for byte', () => {
    const given = '\uFEFFdef f():\r\n    return """\r\n```\r\n"""\r\n';
    expect(extract({ ...request, given }).code).toBe(given);
  });

  it('has the prompt’s lines marked as far as they are the same', () => {
    expect(extract({ ...request, given: 'def f():\n    """Doc."""\n\n    return 1\n' }).promptLines).toEqual([{ from: 1, to: 2 }]);
    expect(extract({ ...request, given: 'def f():\n    """Other."""\n    return 1\n' }).promptLines).toEqual([{ from: 1, to: 1 }]);
  });

  it('is empty where it adds nothing to the head', () => {
    expect(extract({ ...request, given: 'def f():\n    """Doc."""\n\n\n' }).kind).toBe('empty');
    expect(extract({ ...request, given: 'def f():\n    """Doc."""\n    return 1\n' }).kind).toBe('code');
  });

  it('names its provenance', () => {
    expect(extract({ ...request, given: 'x = 1\n' }).provenance).toEqual({ method: 'given', start: 0, end: 0, fences: 0, steps: [] });
  });
});
