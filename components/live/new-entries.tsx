'use client';
import { ArrowUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { countedAfter, type Heard, inWords, isShownBy, type Shows } from './newer';
import { useNews, whileHere } from './refreshed';

type Props = {
  person: string;
  /** the number of the last line of the log when the list was made */
  since: number;
  shows: Shows;
  /** what the list is of */
  what: 'entry' | 'revision';
  /** the id of the list, to which the focus goes */
  list: string;
};

/**
 * That a list has become longer since it was made, and the way to what is new. The list itself stays as it is read: the
 * note hangs over it and takes no room.
 */
export function NewEntries({ person, since, shows, what, list }: Props) {
  const router = useRouter();
  const [news, setNews] = useState<readonly Heard[]>([]);
  useNews(person, since, isShownBy(shows), (heard) =>
    setNews((before) => [...before, ...heard.map((each) => ({ at: since, what: each }))]),
  );
  const many = countedAfter(since, news);
  const isNews = many !== 0;
  const words = inWords(many, what);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, not at each that comes after
  useEffect(() => {
    if (isNews) announce(`${words} can be shown.`);
  }, [isNews]);
  if (!isNews) return null;
  const show = () => {
    document.getElementById(list)?.focus();
    void whileHere(person, router.refresh);
  };
  return (
    <div data-new className="sticky top-16 z-10 flex h-0 justify-center print:hidden">
      <Button size="sm" className="shadow-float" icon={<ArrowUp aria-hidden />} onClick={show}>
        {words}: show
      </Button>
    </div>
  );
}
