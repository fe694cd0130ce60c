import type { Erasing } from '@/domain/erasure';
import { Notice } from '../ui/notice';

const heading = 'font-semibold text-ink';
const list = 'flex list-disc flex-col gap-1 pl-5';

type Props = { erasing: Erasing /** why it was refused the last time */; trouble: string | null };

/** What goes and what stays, before somebody erases. */
export const ErasureOutlook = ({ erasing: { goes, stays }, trouble }: Props) => (
  <div className="flex flex-col gap-3 text-sm">
    {trouble && (
      <Notice kind="danger" title="Nothing was erased" live>
        <p>{trouble}</p>
      </Notice>
    )}
    <p>This cannot be undone. The log says who erased it, when and why.</p>
    <section className="flex flex-col gap-1">
      <h3 className={heading}>Goes</h3>
      <ul className={list}>
        {goes.map((sentence) => (
          <li key={sentence} className="wrap-anywhere" dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
    <section className="flex flex-col gap-1">
      <h3 className={heading}>Stays</h3>
      <ul className={list}>
        {stays.map(({ what, links }) => (
          <li key={what} className="wrap-anywhere" dir="auto">
            {what}
            {links.length > 0 && (
              <ul className="flex flex-wrap gap-x-3">
                {links.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href} target="_blank" rel="noreferrer" className="inline-block py-0.5">
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  </div>
);
