import type { About } from '@/domain/about';
import type { Content } from '@/domain/content';
import { replyInWords } from '@/domain/reply-words';
import { type Scale, verdictOf } from '@/domain/scale';

/** What each part of a claim's content is called, in the order in which people read it. */
const names: Record<keyof Content, string> = {
  statement: 'Statement',
  quotes: 'Quote',
  about: 'About',
  kind: 'Kind',
  claimant: 'Claimant',
  saidOn: 'Said on',
  saidAt: 'Said at',
  verdict: 'Verdict',
  rationale: 'Rationale',
  evidence: 'Evidence',
  replies: 'Right of reply',
};

/** What a claim outside the text is about. */
export const aboutWords = (about: About): string => {
  if (typeof about === 'object') return `the image “${about.image}”`;
  return about === 'headline' ? 'the headline' : 'the article as a whole';
};

/** Each part of a claim's content in words, so that two states can be compared by eye. */
export function inWords(content: Content, scale: Scale): Record<keyof Content, string> {
  const { claimant, about } = content;
  return {
    statement: content.statement,
    quotes: content.quotes.join('\n'),
    about: about === null ? '' : aboutWords(about),
    kind: content.kind,
    claimant: claimant ? [claimant.name, claimant.role, claimant.sameAs].filter(Boolean).join(', ') : '',
    saidOn: content.saidOn ?? '',
    saidAt: content.saidAt ?? '',
    verdict: content.verdict ? (verdictOf(scale, content.verdict.key)?.label ?? content.verdict.key) : '',
    rationale: content.rationale,
    evidence: content.evidence.map(evidenceInWords).join('\n'),
    replies: (content.replies ?? []).map(replyInWords).join('\n'),
  };
}

function evidenceInWords(item: Content['evidence'][number]): string {
  const { source } = item;
  const what =
    'description' in source ? source.description : [source.title, source.publisher, source.publishedOn, source.url];
  const facts = [
    what,
    item.quote && `“${item.quote}”`,
    item.locator,
    item.primary && 'primary',
    item.accessedOn,
    item.archivedUrl,
  ];
  return `[${item.number}] ${item.stance}: ${facts.flat().filter(Boolean).join(', ')}`;
}

export type PartChanged = { name: string; before: string; after: string };

/** The parts in which two states of a claim differ. */
export function partsChanged(before: Content, after: Content, scale: Scale): PartChanged[] {
  const [was, is] = [inWords(before, scale), inWords(after, scale)];
  const parts = Object.keys(names) as (keyof Content)[];
  return parts.flatMap((part) =>
    was[part] === is[part] ? [] : [{ name: names[part], before: was[part], after: is[part] }],
  );
}
