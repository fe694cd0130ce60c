import type { Metadata } from 'next';
import { signedIn } from '@/app/session';
import { FiguresPage } from '@/components/figures/figures-page';
import { deskFigures } from '@/db/figures/figures';
import { namesOfPeople } from '@/db/people/people';
import { periodOf } from '@/domain/figures';

export const metadata: Metadata = { title: 'The desk in figures' };

type Search = { searchParams: Promise<{ from?: string | string[]; to?: string | string[] }> };

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined;

export default async function Figures({ searchParams }: Search) {
  const { read } = await signedIn();
  const { from, to } = await searchParams;
  const today = new Date().toISOString().slice(0, 10);
  const { period, refusal } = periodOf({ from: one(from), to: one(to) }, today);
  const [figures, names] = await Promise.all([deskFigures(read, period), namesOfPeople(read)]);
  return <FiguresPage figures={figures} period={period} refusal={refusal} today={today} names={names} />;
}
