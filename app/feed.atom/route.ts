import { answerFeed } from '@/app/a/feed';
import { atomOf } from '@/formats/export/feed';

export const GET = (request: Request): Promise<Response> =>
  answerFeed(request, 'application/atom+xml; charset=utf-8', atomOf);
