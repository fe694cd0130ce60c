import { answerEdition } from '@/app/a/edition';

type Context = { params: Promise<{ slug: string; n: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, n } = await params;
  return answerEdition(request, { slug, number: n });
}
