import type { PageIndex, SampleDetail } from '../../src/report/page-data.ts';

const compressed = 'application/gzip+base64';

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let position = 0; position < binary.length; position += 1) {
    bytes[position] = binary.charCodeAt(position);
  }
  return bytes;
};

const gunzip = async (base64: string): Promise<string> => {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
};

/** The value of a data block of this file. Rejects where the block is missing or damaged. */
const readBlock = async (id: string): Promise<unknown> => {
  const element = document.getElementById(id);
  if (element === null) {
    throw new Error(
      `The block "${id}" is missing: this file is cut off or was never filled. Make the report again with \`fathom report\`.`,
    );
  }
  const text = element.textContent ?? '';
  return JSON.parse(element.getAttribute('type') === compressed ? await gunzip(text) : text);
};

// The file's own blocks were written by the same version of Fathom that wrote this page.
export const readIndex = async (): Promise<PageIndex> => (await readBlock('fathom-index')) as PageIndex;

/** How many chunks are kept unpacked: enough to page through neighbours. */
const keptChunks = 6;

/** The texts of the run, unpacked chunk by chunk on demand. */
export class Texts {
  private readonly index: PageIndex;
  private readonly kept = new Map<number, Promise<readonly string[]>>();

  constructor(index: PageIndex) {
    this.index = index;
  }

  get chunkCount(): number {
    return this.index.chunks.length;
  }

  firstOf(chunk: number): number {
    return this.index.chunks[chunk] ?? 0;
  }

  chunk(number: number): Promise<readonly string[]> {
    const known = this.kept.get(number);
    const reading = known ?? readBlock(`fathom-texts-${number}`).then((value) => value as readonly string[]);
    this.kept.delete(number);
    this.kept.set(number, reading);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > keptChunks && oldest !== undefined) {
      this.kept.delete(oldest);
    }
    return reading;
  }

  /** `undefined` where the record does not hold the text. */
  async text(number: number): Promise<string | undefined> {
    if (number < 0) {
      return undefined;
    }
    const after = this.index.chunks.findIndex((first) => first > number);
    const chunk = (after === -1 ? this.index.chunks.length : after) - 1;
    return (await this.chunk(chunk))[number - this.firstOf(chunk)];
  }

  async detail(number: number): Promise<SampleDetail | undefined> {
    const text = await this.text(number);
    return text === undefined ? undefined : (JSON.parse(text) as SampleDetail);
  }
}

/** Numbers of the texts that hold `words` (lower case), chunk by chunk; `onProgress` gets what was found so far and the share read. */
export const searchTexts = async (
  texts: Texts,
  words: string,
  onProgress: (found: ReadonlySet<number>, share: number) => void,
  signal: AbortSignal,
): Promise<void> => {
  const found = new Set<number>();
  for (let chunk = 0; chunk < texts.chunkCount && !signal.aborted; chunk += 1) {
    const first = texts.firstOf(chunk);
    for (const [position, text] of (await texts.chunk(chunk)).entries()) {
      if (text.toLowerCase().includes(words)) {
        found.add(first + position);
      }
    }
    if (!signal.aborted && (chunk % 8 === 7 || chunk + 1 === texts.chunkCount)) {
      onProgress(new Set(found), (chunk + 1) / texts.chunkCount);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
};
