import { blockAt } from '@/domain/anchor';
import type { Claim } from '@/domain/claim';
import { standsIn } from './claim-ranges';
import { useChecking } from './under-check';
import { aboutWords } from './wording';

/** The paragraphs in which a claim stands, with its words marked. */
export function QuoteInContext({ claim, tone }: { claim: Claim; tone: string }) {
  const { revision, article } = useChecking();
  const { anchor, about } = claim;
  if (!anchor) {
    const what = about === 'headline' ? article.title : null;
    return (
      <p className="font-serif text-read leading-read text-ink-soft wrap-anywhere" dir="auto">
        About {aboutWords(about ?? 'article')}
        {what && <>: “{what}”</>}
      </p>
    );
  }
  if (!standsIn(anchor, revision.number)) {
    return (
      <p className="font-serif text-read leading-read whitespace-pre-line text-ink-soft wrap-anywhere" dir="auto">
        <span className="block font-sans text-sm text-ink-faint">No longer in the article:</span>
        {anchor.exact}
      </p>
    );
  }
  const { text } = revision;
  const from = blockAt(text, anchor.start).start;
  const to = blockAt(text, anchor.end).end;
  return (
    <p
      lang={article.language}
      className="max-h-[45dvh] overflow-y-auto font-serif text-read leading-read whitespace-pre-line text-ink-soft wrap-anywhere"
      dir="auto"
    >
      {text.slice(from, anchor.start)}
      <mark
        data-tone={tone}
        className="bg-tone-wash text-ink underline decoration-tone decoration-2 underline-offset-4"
      >
        {text.slice(anchor.start, anchor.end)}
      </mark>
      {text.slice(anchor.end, to)}
    </p>
  );
}
