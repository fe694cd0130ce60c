import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CorrectText } from '@/components/revisions/correct-text';
import { EmptyState } from '@/components/ui/empty-state';
import { readRevision } from '@/db/revisions/read';
import { mayDo } from '@/domain/permission';
import { articleAt } from '../../under-check';

export const metadata: Metadata = { title: 'Correct the text' };

export default async function CorrectTextPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { article, person, read } = await articleAt(id);
  const { title, language } = article;
  if (!mayDo(person.role, 'publish')) return <EditorsOnly id={id} />;
  const revision = await readRevision(read, id, article.revision.number);
  if (!revision.ok) notFound();
  const { number, doc } = revision.value;
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-5 py-8 sm:px-8">
      <header className="flex flex-col gap-1">
        <Link href={`/articles/${id}`} className="w-fit py-1 text-sm wrap-anywhere" dir="auto">
          {title}
        </Link>
        <h1 className="font-serif text-2xl leading-tight font-semibold">Correct the text</h1>
      </header>
      <CorrectText
        article={{ id, title, language }}
        revision={{ number, doc }}
        person={{ id: person.id, email: person.email ?? '' }}
      />
    </div>
  );
}

const EditorsOnly = ({ id }: { id: string }) => (
  <EmptyState
    title="Editors correct the text"
    action={<Link href={`/articles/${id}/revisions/new`}>New revision</Link>}
  >
    Ask an editor to mend how the article was imported. A text that was published anew you can paste yourself.
  </EmptyState>
);
