'use client';
import Link from 'next/link';
import { useEffect, useMemo, useState } from 'react';
import { call } from '@/client/call';
import { anchorAll, type ChangeKind } from '@/domain/anchor';
import type { Claim } from '@/domain/claim';
import { isIntact } from '@/domain/revision/place';
import { type Wording, WordingMark, WordingsCompared } from '../revisions/wordings';
import { Notice } from '../ui/notice';
import type { Numbered } from './claim-order';
import { mayDropClaim } from './claim-rights';
import { SettlingWays, type Ways } from './settling-ways';
import { useChecking } from './under-check';

function changesOf(was: string, now: string, language: string): ChangeKind[] {
  const whole = { start: 0, end: was.length, exact: was, prefix: '', suffix: '' };
  const [found] = anchorAll(was, now, [whole], { language });
  return found && found.changes.length > 0 ? found.changes : ['wording'];
}

/** What the headline was when a person last settled a claim about it; null until the server has told. */
function useOldHeadline({ id, about, unsettled }: Claim): string | null {
  const [was, setWas] = useState<string | null>(null);
  const asks = about === 'headline' && unsettled !== null;
  useEffect(() => {
    if (!asks) return;
    const abort = new AbortController();
    call('listAnchors', { params: { id }, signal: abort.signal }).then((answer) => {
      const before = answer.ok && answer.value.items.find(({ headline }) => headline && isIntact(headline.state));
      if (before && !abort.signal.aborted) setWas(before.headline?.exact ?? null);
    });
    return () => abort.abort();
  }, [asks, id]);
  return was;
}

/** The places of a claim whose words are not those that a person last selected or settled. */
function useWordings(claim: Claim): Wording[] {
  const { article } = useChecking();
  const headline = useOldHeadline(claim);
  return useMemo(() => {
    if (claim.about === 'headline') {
      const was = claim.quotes[0] ?? headline;
      const changes = was === null ? [] : changesOf(was, article.title, article.language);
      return was === null ? [] : [{ state: 'changed', was, now: article.title, changes }];
    }
    return [claim.anchor, ...claim.alsoAt].flatMap((place, index): Wording[] => {
      if (!place || isIntact(place.state)) return [];
      const was = claim.quotes[index] ?? place.exact;
      if (place.state === 'lost') return [{ state: 'lost', was, now: null, changes: [] }];
      return [{ state: 'changed', was, now: place.exact, changes: changesOf(was, place.exact, article.language) }];
    });
  }, [claim, headline, article.title, article.language]);
}

type Props = { numbered: Numbered /** none where a claim is only read */; ways?: Ways };

/** That the words of a claim changed or are lost, the old and the new ones, and the ways to settle that. */
export function UnsettledNotice({ numbered, ways }: Props) {
  const { article, me } = useChecking();
  const { claim } = numbered.entry;
  const wordings = useWordings(claim);
  if (!claim.unsettled) return null;
  const { state, revision } = claim.unsettled;
  const report = `/articles/${article.id}/revisions/newest#claim-${claim.id}`;
  return (
    <section aria-label="To be settled">
      <Notice
        kind={state === 'lost' ? 'danger' : 'warn'}
        title={state === 'lost' ? `Lost by revision ${revision}` : `Changed by revision ${revision}`}
        actions={ways && <SettlingWays claim={claim} ways={ways} mayDrop={mayDropClaim(claim, me)} />}
      >
        <div className="flex flex-col gap-3">
          {wordings.map((wording, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place of the claim has nothing else to be known by
            <div key={index} className="flex flex-col gap-1.5">
              <WordingMark {...wording} />
              <WordingsCompared
                stacked
                wording={wording}
                names={{ was: 'As it was checked', now: `In revision ${article.revision.number}` }}
                language={article.language}
              />
            </div>
          ))}
          <p className="text-sm">
            {ways && 'Or select where it stands now in the article and press Shift+C. '}
            <Link href={report} className="text-ink-soft">
              Open it in the report
            </Link>
          </p>
        </div>
      </Notice>
    </section>
  );
}
