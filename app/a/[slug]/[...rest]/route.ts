import { answerAt } from '@/app/a/edition';

type Context = { params: Promise<{ slug: string; rest: string[] }> };

/** Everything of an article but its newest edition's page: see `app/a/address.ts` for what addresses there are. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, rest } = await params;
  return answerAt(request, [slug, ...rest]);
}
