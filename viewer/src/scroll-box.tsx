import type { ComponentChildren, JSX } from 'preact';

/** Wide content scrolls inside its own box, with the keyboard too; the page itself never scrolls sideways. */
export const ScrollBox = ({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly children: ComponentChildren;
}): JSX.Element => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
  <section class={className} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
