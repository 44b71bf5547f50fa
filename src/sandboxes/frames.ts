import type { JsonValue } from '../core/index.ts';

/** One message between host and warden: a line of JSON and, where there are any, raw bytes. See docs/driver-protocol.md. */
export type Frame = { readonly header: { readonly [key: string]: JsonValue }; readonly body: Buffer };

export const maxFrameBytes = 32 * 1024 * 1024;

const empty = Buffer.alloc(0);
const newline = 0x0a;

export const encodeFrame = (header: Frame['header'], body: Uint8Array = empty): Buffer => {
  const line = Buffer.from(JSON.stringify(header));
  const size = line.length + (body.length === 0 ? 0 : 1 + body.length);
  if (size > maxFrameBytes) throw new RangeError(`a frame of ${size} bytes is longer than ${maxFrameBytes}`);
  const frame = Buffer.allocUnsafe(4 + size);
  frame.writeUInt32BE(size, 0);
  line.copy(frame, 4);
  if (body.length > 0) {
    frame[4 + line.length] = newline;
    frame.set(body, 5 + line.length);
  }
  return frame;
};

const decodeFrame = (content: Buffer): Frame => {
  const end = content.indexOf(newline);
  const header: unknown = JSON.parse((end < 0 ? content : content.subarray(0, end)).toString('utf8'));
  if (typeof header !== 'object' || header === null || Array.isArray(header)) throw new TypeError('a frame without a header');
  return { header: header as Frame['header'], body: end < 0 ? empty : content.subarray(end + 1) };
};

/** Cuts a stream of bytes into frames. Throws on a frame that is too long or has no header. */
export const frameReader = (): ((chunk: Buffer) => readonly Frame[]) => {
  let parts: Buffer[] = [];
  let held = 0;
  let wanted: number | undefined;
  return (chunk) => {
    const frames: Frame[] = [];
    parts.push(chunk);
    held += chunk.length;
    while (held >= (wanted ?? 4)) {
      const all: Buffer = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
      const size: number = wanted ?? 4;
      const head = all.subarray(0, size);
      parts = [all.subarray(size)];
      held -= size;
      if (wanted === undefined) {
        wanted = head.readUInt32BE(0);
        if (wanted > maxFrameBytes) throw new RangeError(`a frame of ${wanted} bytes is longer than ${maxFrameBytes}`);
      } else {
        wanted = undefined;
        frames.push(decodeFrame(head));
      }
    }
    return frames;
  };
};
