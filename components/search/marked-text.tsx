import type { Marked } from '@/domain/search/hit';

/** A text with what was searched for marked in it. */
export function MarkedText({ text, marks }: Marked) {
  let from = 0;
  const parts = marks.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return (
      <span key={start}>
        {before}
        <mark className="-mx-0.5 rounded-xs bg-accent-wash px-0.5 font-semibold text-ink">
          {text.slice(start, end)}
        </mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
