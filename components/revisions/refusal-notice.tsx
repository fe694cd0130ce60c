import Link from 'next/link';
import { SignInOnTop } from '../import/import-desk';
import { Button, LinkButton } from '../ui/button';
import { Notice } from '../ui/notice';
import type { Refusal } from './refusal';

type Props = {
  refusal: Refusal;
  articleId: string;
  /** the revision that was worked from */
  base: number;
  email: string;
  onRebase: (number: number) => void;
};

/** Why the revision was not added, and what to do about it; what was typed stays. */
export function RefusalNotice({ refusal, articleId, base, email, onRebase }: Props) {
  const compare = (to: number) => `/articles/${articleId}/revisions?from=${base}&to=${to}`;
  if (refusal.kind === 'same')
    return (
      <Notice
        live
        title="There is nothing new in it"
        actions={<Link href={`/articles/${articleId}`}>Back to the article</Link>}
      >
        {refusal.sentence}
      </Notice>
    );
  if (refusal.kind === 'stale') {
    const { number } = refusal.newest;
    return (
      <Notice
        kind="warn"
        live
        title={`Somebody added revision ${number} since you began`}
        actions={
          <>
            <LinkButton size="sm" href={compare(number)} target="_blank">
              See what revision {number} says
            </LinkButton>
            <Button size="sm" onClick={() => onRebase(number)}>
              Go on from revision {number}
            </Button>
          </>
        }
      >
        Yours was made from revision {base} and is kept here. Look at what changed meanwhile; then go on, and yours will
        follow revision {number}.
      </Notice>
    );
  }
  return (
    <>
      <Notice kind="danger" live title="This could not be done">
        {refusal.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      {refusal.again && <SignInOnTop email={email} onSignedIn={refusal.again} />}
    </>
  );
}
