import { Button } from '../ui/button';

type Props = { from: string | null; to: string | null };

const box = 'min-h-9 rounded-md border border-rule bg-raised px-2.5';

/** The days between which claims were approved; a plain form, so that the address names the report. */
export const PeriodForm = ({ from, to }: Props) => (
  <form method="get" className="flex flex-wrap items-end gap-3 print:hidden">
    <label className="flex flex-col gap-1 text-sm font-semibold">
      Approved from
      <input type="date" name="from" defaultValue={from ?? ''} className={box} />
    </label>
    <label className="flex flex-col gap-1 text-sm font-semibold">
      to
      <input type="date" name="to" defaultValue={to ?? ''} className={box} />
    </label>
    <Button type="submit">Show</Button>
  </form>
);
