import { Box, type BoxCommand } from './box.ts';
import { SandboxError } from './sandbox.ts';

/** Keeps at most `slots` boxes, each serving one session at a time; whoever comes later waits in order. */
export class Pool {
  readonly #command: (slot: number) => Promise<BoxCommand>;
  readonly #free: { readonly slot: number; box: Box | undefined }[];
  readonly #waiting: (() => void)[] = [];
  readonly #boxes = new Set<Box>();
  #closed = false;

  constructor(slots: number, command: (slot: number) => Promise<BoxCommand>) {
    this.#command = command;
    this.#free = Array.from({ length: slots }, (_, index) => ({ slot: slots - 1 - index, box: undefined }));
  }

  /** A ready box and the function that gives it back, once its session is closed or it is broken. */
  async acquire(): Promise<{ readonly box: Box; readonly release: () => void }> {
    while (this.#free.length === 0) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    const place = this.#free.pop();
    if (place === undefined || this.#closed) throw new SandboxError('the sandbox is closed');
    let released = false;
    const release = (): void => {
      if (released) return;
      released = true;
      this.#free.push(place);
      this.#waiting.shift()?.();
    };
    try {
      if (place.box?.usable !== true) place.box = await this.#fresh(place.slot, place.box);
      return { box: place.box, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#boxes].map((box) => box.kill()));
    this.#boxes.clear();
  }

  async #fresh(slot: number, old: Box | undefined): Promise<Box> {
    if (old !== undefined) {
      await old.kill();
      this.#boxes.delete(old);
    }
    const box = new Box(await this.#command(slot));
    this.#boxes.add(box);
    try {
      await box.start();
    } catch (error) {
      await box.kill();
      this.#boxes.delete(box);
      throw error;
    }
    return box;
  }
}
