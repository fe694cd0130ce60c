import { answerAt } from '@/app/a/edition';

type Context = { params: Promise<{ slug: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return answerAt(request, [slug]);
}
