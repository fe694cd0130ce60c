import { answerFeed } from '@/app/a/feed';
import { jsonFeedOf } from '@/formats/export/feed';

export const GET = (request: Request): Promise<Response> => answerFeed(request, 'application/feed+json', jsonFeedOf);
