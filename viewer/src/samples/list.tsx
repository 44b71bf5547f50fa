import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { outcomeClass, outcomeLabels, type Row } from '../rows.ts';

/** Height of a row in pixels; the style sheet has the same. */
export const rowHeight = 56;
const overscan = 8;

const signs = { p: '✓', f: '✕', u: '?' } as const;
const words = { p: 'pass', f: 'fail', u: 'unknown' } as const;
type Letter = keyof typeof signs;
const letterOf = (text: string): Letter => (text === 'p' || text === 'f' ? text : 'u');

/** The status of one axis: a letter for the axis, a sign and a colour for the status. */
export const AxisSign = ({ axis, status }: { readonly axis: 'works' | 'secure'; readonly status: string }): JSX.Element => {
  const letter = letterOf(status);
  return (
    <span class={`sign ${words[letter]}`} title={`${axis}: ${words[letter]}`}>
      <span aria-hidden="true">
        {axis === 'works' ? 'W' : 'S'}
        {signs[letter]}
      </span>
      <span class="only-read">
        {axis} {words[letter]}
      </span>
    </span>
  );
};

type ListProps = {
  readonly rows: readonly Row[];
  readonly open: Row | undefined;
  /** Neither statuses nor systems are shown. */
  readonly blind: boolean;
  /** Ids of samples that this person has labelled. */
  readonly labelled: ReadonlySet<string>;
  readonly onOpen: (row: Row | undefined) => void;
  readonly hrefOf: (row: Row) => string;
};

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Only the rows in view are in the document, so that 20,000 samples scroll like twenty. */
export const List = ({ rows, open, blind, labelled, onOpen, hrefOf }: ListProps): JSX.Element => {
  const box = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const measure = (): void => {
    const element = box.current;
    if (element !== null) {
      setView({ top: element.scrollTop, height: element.clientHeight });
    }
  };
  useLayoutEffect(() => {
    measure();
    const element = box.current;
    if (element === null) {
      return undefined;
    }
    // A list that was hidden has no height until it is shown.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [rows]);
  const place = open === undefined ? -1 : rows.indexOf(open);
  useEffect(() => {
    const element = box.current;
    if (element === null || place === -1) {
      return;
    }
    const top = place * rowHeight;
    if (top < element.scrollTop || top + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = Math.max(0, top - element.clientHeight / 2);
    }
  }, [place]);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - overscan);
  const shown = rows.slice(first, Math.ceil((view.top + view.height) / rowHeight) + overscan);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      onOpen(rows[Math.min(rows.length - 1, Math.max(0, place + step))]);
    }
  };
  return (
    <section
      class="list"
      ref={box}
      onScroll={measure}
      onKeyDown={onKeyDown}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={`${rows.length} samples; arrow keys open the next and the previous`}
    >
      {rows.length === 0 ? <p class="empty">No sample fits these filters.</p> : null}
      <ol style={{ height: `${rows.length * rowHeight}px` }}>
        {shown.map((row, position) => (
          <li
            key={row.number}
            aria-setsize={rows.length}
            aria-posinset={first + position + 1}
            style={{ transform: `translateY(${(first + position) * rowHeight}px)` }}
          >
            <a href={hrefOf(row)} aria-current={row === open ? 'true' : undefined} tabIndex={-1}>
              {blind ? (
                <span class="signs" />
              ) : (
                <span class="signs" title={outcomeLabels[outcomeClass(row)]}>
                  <AxisSign axis="works" status={row.functional} />
                  <AxisSign axis="secure" status={row.secure} />
                </span>
              )}
              <span class="what">
                <b>{row.task}</b>
                <span class="number">#{blind ? row.number : row.id.split('#').at(-1)}</span>
                {labelled.has(row.id) ? <span class="labelled">labelled</span> : null}
                {!blind && row.disagreement > 0 ? (
                  <span class="dispute" title="How far votes on the secure axis differ, 0 to 1">
                    ≠ {row.disagreement.toFixed(2)}
                  </span>
                ) : null}
                {row.kind === 'code' ? null : <span class="kind">{row.kind}</span>}
              </span>
              <span class="who">
                {blind ? '' : `${row.system} · `}
                {row.language}
                {row.perturbation === 'none' ? '' : ` · ${row.perturbation}`}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
};
