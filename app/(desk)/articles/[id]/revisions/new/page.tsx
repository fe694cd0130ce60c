import type { Metadata } from 'next';
import Link from 'next/link';
import { NewRevision } from '@/components/revisions/new-revision';
import { articleAt } from '../../under-check';

export const metadata: Metadata = { title: 'New revision' };

export default async function NewRevisionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { article, person } = await articleAt(id);
  const { title, language, revision } = article;
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-8 sm:px-6">
      <header className="flex flex-col gap-1">
        <Link href={`/articles/${id}`} className="w-fit py-1 text-sm wrap-anywhere" dir="auto">
          {title}
        </Link>
        <h1 className="font-serif text-2xl leading-tight font-semibold">New revision</h1>
      </header>
      <NewRevision
        article={{ id, title, language, newest: revision.number }}
        person={{ id: person.id, email: person.email ?? '' }}
      />
    </div>
  );
}
