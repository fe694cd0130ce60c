import Link from 'next/link';
import type { Figure as Measure } from '@/domain/agreement';
import { type PairedVerdicts, type Period, pairsIn } from '@/domain/figures';
import { Figure } from './figure';
import { agreementTable, figure } from './tables';
import { counted } from './words';

/** The field of a confusion matrix that somebody looks into. */
export type Field = { scale: string; first: string; second: string };

type Props = { paired: PairedVerdicts; period: Period; field: Field | null; csv: string };

const measures = {
  share: 'Agreed',
  kappa: 'Cohen’s kappa',
  nominal: 'Krippendorff’s alpha, verdicts that differ',
  ordinal: 'Krippendorff’s alpha, verdicts in their order',
} as const;

/** Darker the more there are, in steps that the words of each field do not depend on. */
const washes = ['', 'bg-sunken', 'bg-accent-wash', 'bg-accent-wash font-semibold'];
const washOf = (count: number, most: number): string => washes[count === 0 ? 0 : Math.ceil((3 * count) / most)] ?? '';

function Measured({ name, value }: { name: string; value: Measure }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="text-lg tabular-nums">
        {value === null ? <span className="text-base text-ink-faint">too few to say</span> : figure(value.value)}
        {value?.interval && (
          <span className="text-sm text-ink-soft">
            {' '}
            (95 %: {figure(value.interval.low)} to {figure(value.interval.high)})
          </span>
        )}
      </dd>
    </div>
  );
}

/** Each field says how often a first and a second verdict met, and leads to the claims in it. */
function Matrix({ paired: { scale, agreement }, period }: Props) {
  const most = Math.max(1, ...agreement.confusion.flat());
  const hrefOf = (first: string, second: string) =>
    `/figures?${new URLSearchParams({ ...period, scale: scale.id, first, second })}#pairs-${scale.id}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={`First and second verdicts: ${scale.name}`}>
      <table className="border-collapse text-sm">
        <caption className="pb-1 text-left text-ink-soft">First verdict by row, second by column</caption>
        <thead>
          <tr>
            <td />
            {scale.values.map(({ key, label }) => (
              <th key={key} scope="col" className="px-2 py-1 font-semibold">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scale.values.map((row, at) => (
            <tr key={row.key}>
              <th scope="row" className="px-2 py-1 text-left font-semibold">
                {row.label}
              </th>
              {scale.values.map((column, other) => {
                const count = agreement.confusion[at]![other]!;
                const named = `First ${row.label}, second ${column.label}: ${counted(count, 'claim')}`;
                return (
                  <td key={column.key} className={`border px-2 py-1 text-center ${washOf(count, most)}`}>
                    {count === 0 ? (
                      <span className="text-ink-faint">0</span>
                    ) : (
                      <Link href={hrefOf(row.key, column.key)} aria-label={named} className="block min-w-6 py-0.5">
                        {count}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The claims in the field that was chosen, each with a way to it. */
function Pairs({ paired: { scale, pairs }, field }: Pick<Props, 'paired' | 'field'>) {
  const chosen = field?.scale === scale.id ? field : null;
  const labelOf = (key: string) => scale.values.find((value) => value.key === key)?.label ?? key;
  if (!chosen) return null;
  return (
    <section id={`pairs-${scale.id}`} aria-label="Claims of this field" className="flex flex-col gap-1">
      <p className="font-semibold">
        First {labelOf(chosen.first)}, second {labelOf(chosen.second)}
      </p>
      <ul className="divide-y border-y">
        {pairsIn(pairs, chosen.first, chosen.second).map(({ claimId, articleId, statement }) => (
          <li key={claimId} className="py-2">
            <Link href={`/articles/${articleId}#claim-${claimId}`} dir="auto" className="wrap-anywhere">
              {statement}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far independent first and second verdicts agree, with intervals, and which verdicts are taken for which. */
export function AgreementFigure(props: Props) {
  const { paired, csv } = props;
  const { scale, agreement } = paired;
  return (
    <Figure
      id={`agreement-${scale.id}`}
      title={`Agreement of independent verdicts: ${scale.name}`}
      told={`${counted(agreement.pairs, 'claim')} judged by two people who did not know each other’s verdict, ${agreement.ordered} of them with both verdicts in the order of the scale. 1 is agreement throughout, 0 as by chance.`}
      table={agreementTable(paired)}
      csv={csv}
    >
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {(Object.keys(measures) as (keyof typeof measures)[]).map((name) => (
          <Measured key={name} name={measures[name]} value={agreement[name]} />
        ))}
      </dl>
      <Matrix {...props} />
      <Pairs {...props} />
    </Figure>
  );
}
