import type { Metadata } from 'next';
import { ClaimWorkspace } from '@/components/claims/claim-workspace';
import { articleAt, underCheck } from './under-check';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { article } = await articleAt(id);
  return { title: article.title };
}

export default async function ArticlePage({ params }: Props) {
  const { id } = await params;
  return <ClaimWorkspace {...(await underCheck(id))} />;
}
