import { answerEdition } from '@/app/a/edition';

type Context = { params: Promise<{ slug: string; n: string; k: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, n, k } = await params;
  return answerEdition(request, { slug, number: n, k });
}
