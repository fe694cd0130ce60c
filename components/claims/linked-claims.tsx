'use client';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { call } from '@/client/call';
import { isTemporary } from '@/client/outbox/change';
import type { Claim } from '@/domain/claim';
import type { ClaimLink } from '@/domain/claim-link';
import { IconButton } from '../ui/icon-button';
import { StateMark } from '../ui/state-mark';
import { useStore } from '../ui/store';
import { VerdictMark } from '../ui/verdict-mark';
import { linkAgain, linksChanged, relationWords, unlink } from './links-changed';

const none: ClaimLink[] = [];

/** The claims that one is linked with, asked for anew whenever a link was made or taken away here. */
function useLinks(claimId: string): ClaimLink[] {
  const [links, setLinks] = useState(none);
  const version = useStore(linksChanged, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the links changed
  useEffect(() => {
    if (isTemporary(claimId)) return setLinks(none);
    const abort = new AbortController();
    void call('listLinks', { params: { id: claimId }, signal: abort.signal }).then((answer) => {
      if (answer.ok && !abort.signal.aborted) setLinks(answer.value.items);
    });
    return () => abort.abort();
  }, [claimId, version]);
  return links;
}

/** Related claims, and those that say the same again, folded under how many there are. */
export function LinkedClaims({ claim }: { claim: Claim }) {
  const links = useLinks(claim.id);
  return (
    <details className="border-t pt-2" data-field="links">
      <summary className="min-h-7 text-sm font-semibold">
        Linked claims <span className="font-normal text-ink-faint">{links.length === 0 ? 'none' : links.length}</span>
      </summary>
      {links.length === 0 ? (
        <p className="py-1 text-sm text-ink-soft">
          An earlier check under the statement can be linked: as related, or as what this claim repeats.
        </p>
      ) : (
        <ul className="flex flex-col">
          {links.map((link) => (
            <Linked key={link.id} claimId={claim.id} link={link} />
          ))}
        </ul>
      )}
    </details>
  );
}

function Linked({ claimId, link: { id, relation, claim } }: { claimId: string; link: ClaimLink }) {
  return (
    <li className="flex items-start gap-2 border-t py-2 text-sm">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-x-3 text-ink-faint">
          <span className="font-semibold text-ink-soft">{relationWords[relation]}</span>
          <VerdictMark verdict={claim.verdict} />
          <StateMark state={claim.state} />
        </p>
        <a
          href={`/articles/${claim.articleId}#claim-${claim.id}`}
          className="font-serif text-base leading-tight wrap-anywhere text-ink"
          dir="auto"
        >
          {claim.statement || 'A claim without a statement'}
        </a>
        <p className="truncate text-ink-faint" dir="auto">
          {claim.articleTitle}
        </p>
      </div>
      <IconButton
        size="sm"
        label={`Take the link away: ${claim.statement}`}
        icon={<X aria-hidden />}
        onClick={() => void unlink(id, linkAgain(claimId, claim.id, relation))}
      />
    </li>
  );
}
