import { z } from 'zod';
import type { Period } from '@/db/standards/report';
import { reportQuery } from '@/domain/contract/standards';

const schema = z.object({ from: reportQuery.from.catch(undefined), to: reportQuery.to.catch(undefined) });

/** The period that an address asks for; what is no day asks for nothing. */
export function periodOf(query: Record<string, unknown>): Period {
  const { from = null, to = null } = schema.parse(query);
  return { from, to };
}

/** What a report of that period is of, in words. */
export function periodInWords({ from, to }: Period): string {
  if (from && to) return `Claims approved from ${from} to ${to}`;
  if (from) return `Claims approved since ${from}`;
  return to ? `Claims approved until ${to}` : 'All claims that stand approved';
}
