import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { SearchPage } from '@/components/search/search-page';
import { searchDesk } from '@/db/search/find';

export const metadata: Metadata = { title: 'Search' };

/** Hits on one page, as many as `components/search` asks for after it. */
const PAGE = 20;

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export default async function Search({ searchParams }: Props) {
  const { read } = await signedIn();
  const { q } = await searchParams;
  const asked = ((Array.isArray(q) ? q[0] : q) ?? '').slice(0, 500);
  const found = await searchDesk(read, asked, { limit: PAGE, skip: 0 });
  const next = found.total > PAGE ? String(PAGE) : null;
  return <SearchPage key={asked} first={{ q: asked, ...found, next }} />;
}
