import type { JSX } from 'preact';
import { Fragment } from 'preact';

/** A name that may break after its separators rather than inside its words. */
export const Name = ({ text }: { readonly text: string }): JSX.Element => (
  <>
    {text.split(/(?<=[/+_:])/).map((part, position) => (
      <Fragment key={position}>
        {position === 0 ? null : <wbr />}
        {part}
      </Fragment>
    ))}
  </>
);
