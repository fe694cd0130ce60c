import type { ReactElement } from 'react';
import { prerender } from 'react-dom/static';

/** A page as plain HTML, with nothing in it that runs. */
export async function htmlOf(page: ReactElement): Promise<string> {
  const { prelude } = await prerender(page);
  const html = await new Response(prelude).text();
  // React parts neighbouring texts so that a browser could take over, which none will; what people wrote is escaped
  return html.replaceAll('<!-- -->', '');
}
