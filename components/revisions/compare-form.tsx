import { buttonLook } from '../ui/button';
import { inputLook } from '../ui/input-look';

type Props = { numbers: readonly number[]; from: number; to: number };

/** Which two revisions are compared; it works before any script has come. */
export const CompareForm = ({ numbers, from, to }: Props) => {
  const choice = (name: string, label: string, chosen: number) => (
    <span className="flex items-center gap-2 text-sm">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select id={`compare-${name}`} name={name} defaultValue={chosen} className={`${inputLook} w-auto min-h-9`}>
        {numbers.map((number) => (
          <option key={number} value={number}>
            Revision {number}
          </option>
        ))}
      </select>
    </span>
  );
  return (
    <form method="get" action="#difference" className="flex flex-wrap items-center gap-3" key={`${from} ${to}`}>
      {choice('from', 'From', from)}
      {choice('to', 'To', to)}
      <button type="submit" className={buttonLook()}>
        Compare
      </button>
    </form>
  );
};
