import Link from 'next/link';
import { lastWeeks, type Period } from '@/domain/figures';
import { buttonLook } from '../ui/button';
import { inputLook } from '../ui/input-look';

const usual = { 'Four weeks': 4, 'Three months': 13, 'A year': 52 };

/** Chooses the period that the figures are of: by a plain form, so that it is an address one can share. */
export const PeriodForm = ({ period, today }: { period: Period; today: string }) => (
  <form action="/figures" className="flex flex-wrap items-end gap-x-4 gap-y-2 text-sm print:hidden">
    {(['from', 'to'] as const).map((end) => (
      <label key={end} className="flex flex-col gap-1 font-semibold">
        {end === 'from' ? 'From' : 'To'}
        <input
          type="date"
          name={end}
          required
          defaultValue={period[end]}
          max={today}
          className={`${inputLook} min-h-9 w-40 font-normal`}
        />
      </label>
    ))}
    <button type="submit" className={buttonLook()}>
      Show
    </button>
    <nav aria-label="Usual periods" className="flex flex-wrap gap-x-4">
      {Object.entries(usual).map(([words, weeks]) => (
        <Link key={words} href={`/figures?${new URLSearchParams(lastWeeks(weeks, today))}`} className="py-2">
          {words}
        </Link>
      ))}
    </nav>
  </form>
);
