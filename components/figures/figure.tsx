import type { ReactNode } from 'react';

/** The figures that a plot draws: a header and rows, the first cell of each of which names it. */
export type Table = { columns: string[]; rows: (string | number)[][] };

type Props = {
  id: string;
  title: string;
  /** what it shows, in a sentence */
  told: string;
  table: Table;
  /** where the table can be had as CSV */
  csv: string;
  children: ReactNode;
};

const cell = 'px-2 py-1 text-right tabular-nums first:pl-0 first:text-left';

const Numbers = ({ title, table: { columns, rows } }: { title: string; table: Table }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
  <section className="max-h-96 overflow-auto" tabIndex={0} aria-label={`${title}: the table`}>
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="border-b">
          {columns.map((column) => (
            <th key={column} scope="col" className={`${cell} font-semibold`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name} className="border-b border-hairline">
            <th scope="row" className={`${cell} font-normal wrap-anywhere`}>
              <bdi>{name}</bdi>
            </th>
            {values.map((value, index) => (
              <td key={columns[index + 1]} className={cell}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** One plot with its title and, for whoever cannot see it or wants to compute, its table and the same as CSV. */
export const Figure = ({ id, title, told, table, csv, children }: Props) => (
  <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3">
    <div>
      <h2 id={id} className="font-serif text-lg leading-tight font-semibold">
        {title}
      </h2>
      <p className="text-sm text-ink-soft">{told}</p>
    </div>
    {table.rows.length === 0 ? <p className="text-ink-soft">Nothing in this period.</p> : children}
    {table.rows.length > 0 && (
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 text-sm">
        <details className="min-w-0 flex-1 basis-64">
          <summary className="cursor-pointer py-1">Table</summary>
          <Numbers title={title} table={table} />
        </details>
        <a href={csv} download className="py-1">
          CSV<span className="sr-only">: {title}</span>
        </a>
      </div>
    )}
  </section>
);
