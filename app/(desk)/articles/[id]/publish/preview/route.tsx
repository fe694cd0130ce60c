import { previewPage } from '@/app/a/answer';
import { visitor } from '@/app/session';
import { EditionPage } from '@/components/reader/edition-page';
import { MissingPage } from '@/components/reader/missing-page';
import { nextEdition } from '@/db/editions/next';
import { tiers } from '@/domain/edition';

type Context = { params: Promise<{ id: string }> };

/** The page that readers would get if this were published now, with the note as typed so far, for the desk's own frame. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const person = await visitor();
  const next = person && (await nextEdition(person.read, (await params).id, query.getAll('asLastApproved')));
  if (!next?.ok) {
    const happened = person ? 'There is no such article.' : 'Sign in to the desk to see what would be published.';
    const title = 'There is nothing to preview here';
    return previewPage((css) => <MissingPage title={title} happened={happened} ways={[]} css={css} />, 404);
  }
  const { payload, tier } = next.value.next;
  const chosen = tiers.find((each) => each === query.get('tier')) ?? null;
  const edition = {
    ...payload.frame.edition,
    note: query.get('note')?.trim().slice(0, 2000) || null,
    tier: tier ?? (payload.frame.edition.number > 1 ? chosen : null),
  };
  const shown = { ...payload, frame: { ...payload.frame, edition } };
  return previewPage((css) => <EditionPage payload={shown} digest={null} later={[]} css={css} />);
}
