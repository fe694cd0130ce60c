import type { Anchor } from '../anchor';
import { canonical } from '../canonical';
import { isIntact } from '../revision/place';
import type { Approval, Candidate, Material, Standing } from './material';
import type { Gone } from './payload';
import { standsIn } from './place';

/** Where a claim that goes out stands in the newest revision, as far as a person settled that. */
export type Stance = {
  /** where the article says its words */
  anchors: Anchor[];
  /** words of it that a person keeps as they stood */
  gone: Gone | null;
  /** why it may not go out: nobody settled where it stands, or the article says other words than were approved */
  trouble: 'unsettled' | 'other-words' | null;
};

type Approved = Candidate & { approval: Approval };

const settled = (anchors: Anchor[], gone: Gone | null = null): Stance => ({ anchors, gone, trouble: null });
const stopped = (trouble: Stance['trouble']): Stance => ({ anchors: [], gone: null, trouble });

/** A place counts while the article says its words there; the engine says so, and the text has to bear it out. */
const stands = (text: string, anchor: Anchor): boolean => isIntact(anchor.state) && standsIn(text, anchor);

function inText({ anchors, keptSince, approval }: Approved, { text }: Material['article']['revision']): Stance {
  const { quotes } = approval.content;
  const there = (anchor: Standing) => stands(text, anchor);
  if ((anchors.length === 0 && quotes.length > 0) || anchors.some((anchor) => !there(anchor) && !anchor.kept)) {
    return stopped('unsettled');
  }
  const missing = quotes.filter((_, index) => !there(anchors[index]!));
  return settled(
    anchors.filter(there).map(({ kept, ...anchor }) => anchor),
    missing.length > 0 ? goneSince(keptSince, missing) : null,
  );
}

const goneSince = (since: string | null, quotes: string[]): Gone => ({ since: since ?? '', quotes });

function inHeadline({ headline, keptSince }: Approved): Stance {
  if (!headline || isIntact(headline.state)) return settled([]);
  return headline.kept ? settled([], goneSince(keptSince, [headline.was])) : stopped('unsettled');
}

/** What was approved, where it was changed since: it stands where its words are found, or where they are settled. */
function asLastApproved(claim: Approved, { article }: Material): Stance {
  const { content, stands: found, title } = claim.approval;
  const same = canonical(claim.quotes) === canonical(content.quotes);
  if (content.about === 'headline') {
    if (claim.headline && same) return inHeadline(claim);
    return title === article.title ? settled([]) : stopped('other-words');
  }
  const all = found.length > 0 || content.quotes.length === 0;
  const said = (anchor: Anchor) => stands(article.revision.text, anchor);
  if (all && found.every(said)) return settled(found);
  return same && claim.anchors.length > 0 ? inText(claim, article.revision) : stopped('other-words');
}

/** Where a claim stands that goes out, approved as it is or as it was last approved. */
export function stanceOf(claim: Approved, material: Material): Stance {
  if (claim.state !== 'approved') return asLastApproved(claim, material);
  return claim.approval.content.about === 'headline' ? inHeadline(claim) : inText(claim, material.article.revision);
}
