import type { Metadata } from 'next';
import { DecisionQueue } from '@/components/claims/decision-queue';
import { articleAt, underCheck } from '../under-check';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { article } = await articleAt(id);
  return { title: `Queue: ${article.title}` };
}

export default async function QueuePage({ params }: Props) {
  const { id } = await params;
  return <DecisionQueue {...(await underCheck(id))} />;
}
