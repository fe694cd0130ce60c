import { reportFile } from '@/app/(desk)/standards/answer';
import { readArticle } from '@/db/articles/read';
import { articleReport } from '@/db/standards/report';
import { ok } from '@/domain/result';

type Context = { params: Promise<{ id: string; file: string }> };

/** The report of an article, as a table or a text. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id, file } = await params;
  return reportFile(file, async (read) => {
    const article = await readArticle(read, id);
    if (!article.ok) return article;
    const report = await articleReport(read, id);
    return report.ok ? ok({ report: report.value, title: 'Standards', of: article.value.title }) : report;
  });
}
