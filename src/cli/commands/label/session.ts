import type { Axis, Label } from '../../../core/index.ts';
import type { JudgedEntry } from '../../../metrics/index.ts';
import { type Answer, readAnswer } from './answer.ts';

export type Session = {
  readonly samples: readonly JudgedEntry[];
  readonly axis: Axis;
  readonly by: string;
  readonly blind: boolean;
  readonly drawn: NonNullable<Label['drawn']>;
  /** What is typed, line by line. Its end is the end of the session. */
  readonly lines: AsyncIterable<string>;
  /** Shows a sample: `place` counts from 1. */
  show(sample: JudgedEntry, place: number): Promise<void>;
  ask(question: string): void;
  /** On disk when it is kept; awaited before the next sample is shown. */
  save(label: Label): Promise<void>;
  /** ISO date and time. */
  now(): string;
};

/** How a session ended, and how many labels it gave; a label that was given anew counts again. */
export type Ended = { readonly given: number; readonly skipped: number; readonly end: 'all' | 'quit' | 'input' };

const questions: Readonly<Record<Axis, string>> = { secure: 'Is it secure?', functional: 'Does it work?' };
const keys = 'y, n (with a note behind it, if you like), s to skip, b to go back, note TEXT, q to quit';

/** Puts samples to a person one by one. Each label is saved before the next sample is shown, so that an interruption loses none. */
export const labelSession = async (session: Session): Promise<Ended> => {
  const { samples, axis, by, blind, drawn } = session;
  let place = 0;
  let given = 0;
  let skipped = 0;
  let noted: string | undefined;
  const question = (): void => session.ask(`${questions[axis]} [${keys}]`);
  const showNext = async (): Promise<boolean> => {
    const sample = samples[place];
    if (sample === undefined) return false;
    await session.show(sample, place + 1);
    question();
    return true;
  };
  const save = async (sample: JudgedEntry, answer: Extract<Answer, { is: 'label' }>): Promise<void> => {
    const note = [noted, answer.note].filter((part) => part !== undefined).join('; ');
    const label = { entry: sample.entry.id, axis, status: answer.status, by, at: session.now(), blind, drawn };
    await session.save(note === '' ? label : { ...label, note });
    noted = undefined;
    given += 1;
    place += 1;
  };
  if (!(await showNext())) return { given, skipped, end: 'all' };
  for await (const line of session.lines) {
    const answer = readAnswer(line);
    const sample = samples[place];
    if (answer.is === 'quit') return { given, skipped, end: 'quit' };
    if (answer.is === 'help' || sample === undefined) {
      session.ask(`Type ${keys}.`);
      continue;
    }
    if (answer.is === 'note') {
      noted = answer.note;
      session.ask('Noted; it goes with your answer.');
      continue;
    }
    if (answer.is === 'label') await save(sample, answer);
    else if (answer.is === 'back') place = Math.max(0, place - 1);
    else {
      skipped += 1;
      place += 1;
    }
    if (!(await showNext())) return { given, skipped, end: 'all' };
  }
  return { given, skipped, end: 'input' };
};
