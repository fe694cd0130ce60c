'use client';
import { useMemo, useState } from 'react';
import { KeptNotice } from '../form/kept-notice';
import { useKept } from '../form/use-kept';
import { draftTextOf } from '../import/draft';
import { confirm } from '../ui/confirm';
import { Looking } from './new-revision-lines';
import { Pasting } from './new-revision-paste';
import { isBlank, type NewText, newTextFrom, requestOf } from './new-text';
import { RefusalNotice } from './refusal-notice';
import { useAdding } from './use-adding';

type Props = {
  article: { id: string; title: string; language: string; newest: number };
  person: { id: string; email: string };
};

/** The text of the article as it reads now, to be its next revision: pasted or uploaded, looked at, and added. */
export function NewRevision({ article, person }: Props) {
  const empty = useMemo(() => newTextFrom(article.newest), [article.newest]);
  const work = useKept<NewText>(`stet.revision.${person.id}.${article.id}`, empty, isBlank);
  const { change } = work;
  const [turned, setTurned] = useState(false);
  const adding = useAdding({
    articleId: article.id,
    person: person.id,
    onAdded: work.forget,
    onFound: (found) => {
      if (work.read !== null) return;
      setTurned(true);
      change((now) => ({ ...now, title: found.revision.title, read: draftTextOf(found) }));
    },
  });
  const rebase = (base: number) => {
    change((now) => ({ ...now, base }));
    adding.look(requestOf({ ...work, base }));
  };
  const startOver = async () => {
    const sure = await confirm({
      title: 'Start over?',
      body: 'What you pasted and changed here is thrown away. This cannot be undone.',
      action: 'Throw it away',
      danger: true,
    });
    if (sure) back('');
  };
  const back = (pasted: string) => {
    adding.renew();
    adding.refuse(null);
    setTurned(true);
    change((now) => ({
      ...now,
      pasted,
      rich: null,
      read: null,
      base: pasted ? now.base : article.newest,
      reason: pasted ? now.reason : '',
    }));
  };
  return (
    <div className="flex flex-col gap-6">
      <KeptNotice work={work} what="revision" store="Add it" discard="Start over" onDiscard={() => void startOver()} />
      {adding.refusal && (
        <RefusalNotice
          refusal={adding.refusal}
          articleId={article.id}
          base={work.base}
          email={person.email}
          onRebase={rebase}
        />
      )}
      {work.read === null ? (
        <Pasting work={work} fresh={turned} adding={adding} />
      ) : (
        <Looking article={article} work={work} read={work.read} fresh={turned} adding={adding} onBack={back} />
      )}
    </div>
  );
}
