import { stringify } from 'csv-stringify/sync';
import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { StandardsReport } from '@/domain/contract/standards';
import { type Finding, type ReportLine, standardOf } from '@/domain/standards';
import { csvOptions } from './table';

/** What the report is of, in words, and the names of people by their ids. */
export type ReportHead = { title: string; of: string; madeAt: string; names: Readonly<Record<string, string>> };

const columns = [
  'article',
  'claim_id',
  'claim',
  'statement',
  'state',
  'verdict',
  'approved_at',
  'check',
  'level',
  'outcome',
  'finding',
  'waived_because',
  'waived_by',
  'waived_at',
] as const;

const rowsOf = (line: ReportLine, names: ReportHead['names']) =>
  line.findings.map(({ rule, level, outcome, message, waiver }) => ({
    article: line.articleTitle,
    claim_id: line.claimId,
    claim: line.k,
    statement: line.statement,
    state: line.state,
    verdict: line.verdict,
    approved_at: line.approvedAt,
    check: standardOf(rule).name,
    level,
    outcome,
    finding: message,
    waived_because: waiver?.reason ?? null,
    waived_by: waiver && (names[waiver.by] ?? null),
    waived_at: waiver?.at ?? null,
  }));

/** The report as CSV (RFC 4180): a row for each claim and check, under a header; no field is taken for a formula. */
export const standardsTable = ({ items }: StandardsReport, { names }: ReportHead): string =>
  stringify(
    items.flatMap((line) => rowsOf(line, names)),
    { ...csvOptions, header: true, columns: [...columns] },
  );

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({ type: 'heading', depth, children: [text(value)] });
const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
const item = (...children: PhrasingContent[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [{ type: 'paragraph', children }],
});
const bulleted = (children: ListItem[]): List => ({ type: 'list', ordered: false, spread: false, children });

const outcomeWords: Record<Finding['outcome'], string> = {
  holds: 'met',
  waived: 'waived',
  unmet: 'not met',
  'does-not-apply': 'does not apply',
};

function findingItem({ rule, level, outcome, message, waiver }: Finding, names: ReportHead['names']): ListItem {
  const how = outcome === 'unmet' ? `${outcomeWords.unmet} (${level})` : outcomeWords[outcome];
  const why = waiver ? ` Waived by ${names[waiver.by] ?? 'somebody'}, ${waiver.at.slice(0, 10)}: ${waiver.reason}` : '';
  return item(strong(`${standardOf(rule).name}: ${how}.`), text(` ${message}${why}`));
}

const claimPart = (line: ReportLine, names: ReportHead['names'], withArticle: boolean): RootContent[] => [
  heading(3, line.statement || 'A claim without a statement'),
  paragraph(
    text(
      [
        withArticle && line.articleTitle,
        line.k !== null && `claim ${line.k}`,
        line.verdict ?? 'no verdict',
        line.state,
        line.approvedAt && `approved ${line.approvedAt.slice(0, 10)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  ),
  bulleted(line.findings.map((finding) => findingItem(finding, names))),
];

/** The report as Markdown: how many claims meet each check, then each claim with what was found of it. */
export function standardsMarkdown({ items, tally, more }: StandardsReport, head: ReportHead): string {
  const several = new Set(items.map(({ articleId }) => articleId)).size > 1;
  return toMarkdown(
    {
      type: 'root',
      children: [
        heading(1, head.title),
        paragraph(text(`${head.of}. Made ${head.madeAt.slice(0, 16).replace('T', ', ')} UTC.`)),
        ...(more ? [paragraph(text('There are more claims than this report holds.'))] : []),
        heading(2, 'Checks'),
        bulleted(
          tally.map(({ rule, holds, waived, unmet }) =>
            item(strong(standardOf(rule).name), text(`: ${holds} met, ${waived} waived, ${unmet} not met`)),
          ),
        ),
        heading(2, 'Claims'),
        ...items.flatMap((line) => claimPart(line, head.names, several)),
      ],
    },
    { bullet: '-' },
  );
}

/** The files that a report is given out as, by their names. */
export const reportFiles: Readonly<
  Record<string, { type: string; make: (report: StandardsReport, head: ReportHead) => string }>
> = {
  'report.csv': { type: 'text/csv; charset=utf-8', make: standardsTable },
  'report.md': { type: 'text/markdown; charset=utf-8', make: standardsMarkdown },
};
