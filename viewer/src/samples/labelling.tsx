import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Axis, Label } from '../../../src/core/index.ts';
import { type LabelBook, linesOf } from '../labels.ts';
import type { Row } from '../rows.ts';

const download = ({ labels, fileName }: LabelBook): void => {
  const url = URL.createObjectURL(new Blob([linesOf(labels)], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

/** Who labels, whether blind, and the way to take the labels along. */
export const Labelling = ({ book }: { readonly book: LabelBook }): JSX.Element => (
  <details class="labelling" open={book.labels.length > 0 || book.blind}>
    <summary>Label samples{book.labels.length === 0 ? '' : ` (${book.labels.length})`}</summary>
    <div>
      <label>
        <span>Your name</span>
        <input type="text" value={book.by} onInput={(event) => book.rename(event.currentTarget.value)} />
      </label>
      <label class="check">
        <input type="checkbox" checked={book.blind} onChange={(event) => book.setBlind(event.currentTarget.checked)} /> Blind: hide what was
        said and by whom it was written
      </label>
      <button type="button" disabled={book.labels.length === 0} onClick={() => download(book)}>
        Download labels
      </button>
      <p class="small">
        A page can't write into the run: <code>fathom label RUN --import {book.fileName}</code>
        {book.kept ? '' : ' This browser keeps nothing for this page: download before you close it.'}
      </p>
    </div>
  </details>
);

type ChoiceProps = {
  readonly label: Label | undefined;
  readonly status: Label['status'];
  readonly text: string;
  readonly disabled: boolean;
  readonly onChoose: () => void;
};

const Choice = ({ label, status, text, disabled, onChoose }: ChoiceProps): JSX.Element => (
  <button type="button" class={`choice ${status}`} aria-pressed={label?.status === status} disabled={disabled} onClick={onChoose}>
    {text}
  </button>
);

const words: Readonly<Record<Axis, Readonly<Record<Label['status'], string>>>> = {
  functional: { pass: 'Works', fail: 'Does not work' },
  secure: { pass: 'Secure', fail: 'Not secure' },
};

type ButtonsProps = { readonly book: LabelBook; readonly row: Row; readonly drawn: Label['drawn'] };

/** What the reader holds of the sample; pressing again says it anew, with the note that stands there. */
export const LabelButtons = ({ book, row, drawn }: ButtonsProps): JSX.Element | null => {
  const [note, setNote] = useState('');
  const nameless = book.by.trim() === '';
  if (nameless && !book.blind && book.labels.length === 0) {
    return null;
  }
  const choose = (axis: Axis, status: Label['status']): void => {
    const text = note.trim();
    book.add({
      ...{ entry: row.id, axis, status },
      ...(drawn === undefined ? {} : { drawn }),
      ...(text === '' ? {} : { note: text }),
    });
    setNote('');
  };
  return (
    <fieldset class="label-buttons">
      <legend>{nameless ? 'Your label: give your name first, on the left' : `Your label, ${book.by.trim()}`}</legend>
      {(['secure', 'functional'] as const).map((axis) => (
        <span key={axis}>
          {(['pass', 'fail'] as const).map((status) => (
            <Choice
              key={status}
              label={book.labelOf(row.id, axis)}
              status={status}
              text={words[axis][status]}
              disabled={nameless}
              onChoose={() => choose(axis, status)}
            />
          ))}
        </span>
      ))}
      <input
        type="text"
        placeholder="note, goes with the next label"
        aria-label="Note"
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
    </fieldset>
  );
};
