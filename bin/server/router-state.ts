import type { RequestListener } from 'node:http';
import { pathOf } from './guard';
import { answerTurned } from './turned';

/** Next's own reading of the header in which its router says what the browser shows; throws if it makes no sense. */
export type HeaderCheck = (header: string | string[] | undefined) => unknown;

/** Next answers 500 to a router state that it cannot read; it is the sender's mistake, so here it is a 400. */
export function refusingBadRouterStates(pages: RequestListener, check: HeaderCheck): RequestListener {
  return (request, response) => {
    try {
      check(request.headers['next-router-state-tree']);
    } catch {
      const sentence = 'The header Next-Router-State-Tree is malformed. Leave it out, or reload the page.';
      return answerTurned(pathOf(request.url ?? ''), response, { status: 400, sentence });
    }
    return pages(request, response);
  };
}
