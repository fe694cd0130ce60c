import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedIn } from '@/app/session';
import { PublishingPage } from '@/components/publish/publishing-page';
import { readArticle } from '@/db/articles/read';
import { nextEdition } from '@/db/editions/next';
import { listOverrides } from '@/db/editions/overrides';
import { listEditions, listPublishedClaims } from '@/db/editions/read';
import { headOfLog } from '@/db/events/read';
import { namesOfPeople } from '@/db/people/people';
import { etagOf } from '@/domain/canonical';
import { mayDo } from '@/domain/permission';

export const metadata: Metadata = { title: 'Publish' };

/** Editions that the page lists; the record lists all. */
const MOST_EDITIONS = 100;

export default async function PublishPage({ params }: { params: Promise<{ id: string }> }) {
  const { read, person } = await signedIn();
  const { id } = await params;
  const since = await headOfLog(read);
  const [article, next, editions, claims, names, overrides] = await Promise.all([
    readArticle(read, id),
    nextEdition(read, id, []),
    listEditions(read, id, { limit: MOST_EDITIONS }),
    listPublishedClaims(read, id),
    namesOfPeople(read),
    listOverrides(read, id),
  ]);
  if (!article.ok || !next.ok || !editions.ok || !overrides.ok) notFound();
  const { slug, title } = article.value;
  return (
    <PublishingPage
      article={{ id, slug, title }}
      initial={{ next: next.value.next, etag: etagOf(next.value.version) }}
      names={names}
      before={{ editions: editions.value, claims }}
      overrides={overrides.value}
      person={person.id}
      since={since}
      mayPublish={mayDo(person.role, 'publish')}
      mayErase={mayDo(person.role, 'administer')}
    />
  );
}
