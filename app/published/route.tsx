import { publicPage } from '@/app/a/answer';
import { ownOrigin } from '@/app/api/door/origin';
import { ListPage } from '@/components/reader/list-page';
import { listPublished } from '@/db/editions/public';
import { sha256Hex } from '@/domain/canonical';
import { feedLinks } from '@/formats/export/page-tells';

/** Fact checks on one page of the list. */
const PAGE = 50;

/** The front page of signed-out people, to which `proxy.ts` rewrites `/`: what is published, latest first. */
export async function GET(request: Request): Promise<Response> {
  const before = new URL(request.url).searchParams.get('before')?.slice(0, 64) || undefined;
  const found = await listPublished({ before, limit: PAGE + 1 });
  const items = found.slice(0, PAGE);
  const last = items.at(-1);
  const older = found.length > PAGE && last ? `/?before=${last.id}` : null;
  const origin = ownOrigin(request.headers);
  const response = await publicPage(request, {
    key: `published ${sha256Hex(JSON.stringify([origin, older, items]))}`,
    keep: 'if unchanged',
    draw: async (css) => (
      <ListPage items={items} older={older} css={css} head={{ origin, alternates: feedLinks(origin) }} />
    ),
  });
  // the same address is the desk for those who are signed in
  response.headers.append('Vary', 'Cookie');
  return response;
}
