import { expect, test } from 'vitest';
import { evaluate, type ReportLine, tallyOf } from '@/domain/standards';
import { standardsMarkdown, standardsTable } from '@/formats/export/standards-report';
import { ground, item, judged, waiver } from '@/test/builders/judged';

const line = (claimId: string, given: Parameters<typeof judged>[0], more: Partial<ReportLine> = {}): ReportLine => ({
  articleId: 'a',
  articleTitle: 'The ferry',
  claimId,
  k: null,
  statement: 'It carried 41,200 passengers.',
  state: 'approved',
  verdict: 'True',
  approvedAt: '2026-07-02T10:00:00.000Z',
  findings: evaluate(judged(given), ground()),
  ...more,
});
const items = [
  line('1', { evidence: [item(1)], waivers: [waiver('two-sources', '=HYPERLINK("https://evil.example")')] }),
  line('2', { evidence: [item(1, { quote: null })] }, { statement: '# Not a heading\n<b>', k: 2 }),
];
const report = { items, tally: tallyOf(items.map(({ findings }) => findings)), more: false };
const head = { title: 'Standards', of: 'The ferry', madeAt: '2026-07-03T12:00:00.000Z', names: { ada: 'Ada Reyes' } };

test('the table has a row for each claim and check, with who waived it and why, and no formula', () => {
  const rows = standardsTable(report, head).split('\r\n');
  expect(rows.filter((row) => row !== '')).toHaveLength(1 + items.flatMap(({ findings }) => findings).length);
  const waived = rows.find((row) => row.includes(',waived,'));
  expect(waived).toContain('"\'=HYPERLINK(""https://evil.example"")",Ada Reyes,2026-07-01T10:00:00.000Z');
});

test('the text counts each check, and says of each claim what is met, waived and missing', () => {
  const text = standardsMarkdown(report, head);
  expect(text).toContain('- **Two independent sources**: 0 met, 1 waived, 1 not met');
  expect(text).toContain('**Passages quoted: not met (warning).** No passage of evidence 1 is quoted.');
  expect(text).toContain('Waived by Ada Reyes, 2026-07-01: =HYPERLINK');
  expect(text).toContain('### # Not a heading');
  expect(text).not.toMatch(/^# Not a heading|^<b>/m);
});
