import Link from 'next/link';
import type { ReactNode } from 'react';
import type { StandardsReport } from '@/domain/contract/standards';
import { type ReportLine, standardOf, type Tally } from '@/domain/standards';
import { buttonLook } from '../ui/button';
import { dayInWords } from '../ui/moment';
import { StateMark } from '../ui/state-mark';
import { FindingLine } from './finding-line';

const reportNames = [
  { name: 'report.csv', label: 'CSV' },
  { name: 'report.md', label: 'Markdown' },
];

type Names = Readonly<Record<string, string>>;

const Counts = ({ tally }: { tally: readonly Tally[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
  <section className="overflow-x-auto" tabIndex={0} aria-label="Claims by check">
    <table className="w-full border-collapse text-sm">
      <thead>
        <tr className="border-b text-start text-ink-soft">
          <th scope="col" className="py-1.5 pr-4 text-start font-semibold">
            Check
          </th>
          {['Met', 'Waived', 'Not met'].map((word) => (
            <th key={word} scope="col" className="py-1.5 pl-3 text-end font-semibold whitespace-nowrap">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tally.map(({ rule, holds, waived, unmet }) => (
          <tr key={rule} className="border-b">
            <th scope="row" className="py-1.5 pr-4 text-start font-normal">
              {standardOf(rule).name}
            </th>
            <td className="py-1.5 pl-3 text-end tabular-nums">{holds}</td>
            <td className="py-1.5 pl-3 text-end tabular-nums">{waived}</td>
            <td className={`py-1.5 pl-3 text-end tabular-nums ${unmet > 0 ? 'font-semibold' : ''}`}>{unmet}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

function Claim({ line, names }: { line: ReportLine; names: Names }) {
  const open = line.findings.filter(({ outcome }) => outcome === 'unmet' || outcome === 'waived');
  const met = line.findings.filter(({ outcome }) => outcome === 'holds').map(({ rule }) => standardOf(rule).name);
  return (
    <li className="flex flex-col gap-1 border-t py-4 break-inside-avoid">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="min-w-0 flex-1 basis-80 font-serif text-md leading-snug font-semibold wrap-anywhere" dir="auto">
          <Link href={`/articles/${line.articleId}#claim-${line.claimId}`} className="text-ink">
            {line.statement || 'A claim without a statement'}
          </Link>
        </h3>
        <StateMark state={line.state} />
      </div>
      <p className="text-sm text-ink-soft">
        {[line.verdict ?? 'No verdict', line.approvedAt && `approved ${dayInWords(line.approvedAt.slice(0, 10))}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {open.length > 0 && (
        <ul className="flex flex-col divide-y">
          {open.map((finding) => (
            <FindingLine key={finding.rule} finding={finding} names={names} />
          ))}
        </ul>
      )}
      {met.length > 0 && <p className="text-sm text-ink-soft">Met: {met.join(' · ')}.</p>}
    </li>
  );
}

type Props = {
  title: string;
  of: string;
  /** the page it belongs to */
  back?: string;
  report: StandardsReport;
  names: Names;
  /** where its files are, and what they are asked with */
  files: string;
  query?: string;
  children?: ReactNode;
};

/** A report of standards to read and to print: how many claims meet each check, then each claim by article. */
export function ReportView({ title, of, back, report, names, files, query = '', children }: Props) {
  const articles = [...new Set(report.items.map(({ articleId }) => articleId))].map(
    (id) => [id, report.items.filter(({ articleId }) => articleId === id)] as const,
  );
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-8 px-4 py-8 sm:px-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex min-w-0 flex-col gap-1">
          {back ? (
            <Link href={back} className="py-1 text-sm wrap-anywhere" dir="auto">
              {of}
            </Link>
          ) : (
            <p className="text-sm text-ink-soft">{of}</p>
          )}
          <h1 className="font-serif text-2xl leading-tight font-semibold">{title}</h1>
        </div>
        <p className="flex gap-2 print:hidden">
          {reportNames.map(({ name, label }) => (
            <a key={name} className={buttonLook('plain', 'sm')} href={`${files}/${name}${query}`} download>
              {label}
            </a>
          ))}
        </p>
      </header>
      {children}
      {report.items.length === 0 ? (
        <p className="border-t pt-3 text-ink-soft">There is no claim here yet to hold against the desk’s standards.</p>
      ) : (
        <Counts tally={report.tally} />
      )}
      {report.more && (
        <p className="text-ink-soft">There are more claims than this report holds: ask for a shorter period.</p>
      )}
      {articles.map(([id, lines]) => (
        <section key={id} aria-labelledby={`article-${id}`}>
          <h2 id={`article-${id}`} className="pb-2 font-serif text-lg leading-tight font-semibold" dir="auto">
            {lines[0]!.articleTitle}
          </h2>
          <ul className="flex flex-col">
            {lines.map((line) => (
              <Claim key={line.claimId} line={line} names={names} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
