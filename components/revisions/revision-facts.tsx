'use client';
import type { RevisionHead } from '@/domain/article';
import { useChecking } from '../claims/under-check';
import { FactsOf } from './facts-of';

/** When a revision was added, by whom and why, where the desk's people are at hand. */
export function RevisionFacts({ revision }: { revision: RevisionHead }) {
  const { names } = useChecking();
  return <FactsOf revision={revision} names={names} />;
}
