/** A prompt as flowing text: marks of comments and the line breaks between them are gone, so that a phrase is found wherever it was wrapped. */
export const flowing = (prompt: string): string =>
  prompt
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\/\*\*?|\*\/|\*(?=\s|$)|\/\/|#(?=\s))\s?/, '').trim())
    .join(' ')
    .replaceAll(/\{@code ([^}]*)\}/g, '$1')
    .replaceAll(/\\\\u/g, '\\u')
    .replaceAll(/\s+/g, ' ');

const units: Readonly<Record<string, number>> = { kib: 1024, kb: 1000, mib: 1024 ** 2, mb: 1000 ** 2, million: 1000 ** 2, thousand: 1000 };

/** The numbers that a text names, whole ones: `10,000`, `2 MiB`, `1 million`. */
export const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/(?<![\w.])(\d{1,3}(?:[,_ \u00A0\u202F]\d{3})+|\d+)(?:\s*(KiB|kB|KB|MiB|MB|million|thousand)\b)?/g)].map(
    ([, digits = '', unit = '']) => Number(digits.replaceAll(/\D/g, '')) * (units[unit.toLowerCase()] ?? 1),
  );
