import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { ImportDesk } from '@/components/import/import-desk';
import { listScales } from '@/db/scales';

export const metadata: Metadata = { title: 'New article' };

export default async function NewArticlePage() {
  const { read, person } = await signedIn();
  const scales = await listScales(read, { limit: 100 });
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6 px-4 py-8 sm:px-6">
      <h1 className="font-serif text-2xl leading-tight font-semibold">New article</h1>
      <ImportDesk
        scales={scales.map(({ id, name }) => ({ id, name }))}
        person={{ id: person.id, email: person.email ?? '' }}
      />
    </div>
  );
}
