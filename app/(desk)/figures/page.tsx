import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { FiguresPage } from '@/components/figures/figures-page';
import { deskFigures } from '@/db/figures/figures';
import { namesOfPeople } from '@/db/people/people';
import { periodOf } from '@/domain/figures';

export const metadata: Metadata = { title: 'The desk in figures' };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined;

export default async function Figures({ searchParams }: Search) {
  const { read } = await signedIn();
  const { from, to, scale, first, second } = await searchParams;
  const today = new Date().toISOString().slice(0, 10);
  const { period, refusal } = periodOf({ from: one(from), to: one(to) }, today);
  const [figures, names] = await Promise.all([deskFigures(read, period), namesOfPeople(read)]);
  const [of, row, column] = [one(scale), one(first), one(second)];
  const field = of && row && column ? { scale: of, first: row, second: column } : null;
  return <FiguresPage {...{ figures, period, refusal, today, names, field }} />;
}
