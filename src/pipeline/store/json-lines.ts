import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/**
 * Every complete line of a file, parsed. A last line without a line end is the trace of a killed writer and is left out;
 * `completeBytes` says where the complete part ends. A missing file has no lines. Throws where a complete line is not JSON.
 */
export const readJsonLines = async (
  path: string,
  onRecord: (record: unknown, line: number) => void,
): Promise<{ readonly completeBytes: number }> => {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  let completeBytes = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 4 << 20 })) {
      const data: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let end = data.indexOf(10, from); end !== -1; end = data.indexOf(10, from)) {
        line += 1;
        if (end > from) onRecord(parseLine(data.toString('utf8', from, end), path, line), line);
        from = end + 1;
      }
      completeBytes += from;
      rest = data.subarray(from);
    }
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
  }
  return { completeBytes };
};

const parseLine = (text: string, path: string, line: number): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path}:${line}: this line of the run record is not JSON; the file was changed by something else than Fathom`, {
      cause,
    });
  }
};

/** Appends records, one write for each batch: a kill tears at most the last line, which the next reader leaves out. */
export type JsonLinesWriter = {
  append(records: readonly unknown[]): Promise<void>;
  close(): Promise<void>;
};

/** Opens for appending after cutting a torn last line. */
export const openJsonLines = async (path: string, completeBytes: number): Promise<JsonLinesWriter> => {
  const file: FileHandle = await open(path, 'a+');
  const { size } = await file.stat();
  if (size > completeBytes) await file.truncate(completeBytes);
  let last: Promise<unknown> = Promise.resolve();
  return {
    append: (records) => {
      if (records.length === 0) return Promise.resolve();
      const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
      const write = last.then(() => file.appendFile(text));
      last = write.catch(() => undefined); // The caller of this write sees its failure; later writes are tried.
      return write;
    },
    close: async () => {
      await last;
      await file.close();
    },
  };
};
