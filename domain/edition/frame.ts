import { isPlain } from '../doc';
import type { ConclusionApproval } from './conclusion';
import type { Material } from './material';
import type { EditionClaim, EditionConclusion, Frame } from './payload';
import { placeOf } from './place';
import { adjudicatedFor, isVerifiedByTwo } from './second';
import type { Going } from './selection';

/** A byline as typed may hold the author's e-mail address, which no edition shows. */
const withoutAddresses = (byline: string): string | null =>
  byline.replace(/[\s,;:]*[<([]?[^\s<([]+@[^\s>)\]]+[>)\]]?/g, '').trim() || null;

const unique = (names: string[]): string[] => [...new Set(names)];

/** The name a person chose to be credited by, or the desk's. */
export const creditOf = ({ credits, desk }: Pick<Material, 'credits' | 'desk'>, person: string): string =>
  credits.get(person) ?? desk.name;

/** A claim as the edition prints it, in the words that were approved. */
export function printed(going: Going, material: Material): EditionClaim {
  const adjudicated = adjudicatedFor(going);
  const { approval, anchors, gone } = going;
  const { text } = material.article.revision;
  const ground = { text, language: material.article.language, rights: material.article.rights };
  const [place, ...alsoAt] = anchors.map((anchor) => placeOf(anchor, ground));
  return {
    k: going.k,
    content: approval.content,
    digest: approval.digest,
    place: place ?? null,
    alsoAt,
    ...(gone ? { gone } : {}),
    ...(isVerifiedByTwo(going) ? { verifiedBy: 2 as const } : {}),
    ...(adjudicated ? { adjudicated } : {}),
    checkedBy: unique(approval.contributors.map((person) => creditOf(material, person))),
    approvedBy: creditOf(material, approval.approvedBy),
    approvedAt: approval.approvedAt,
    override: approval.overrideReason === null ? null : { reason: approval.overrideReason },
  };
}

/** A conclusion as the edition prints it, in the words that were approved. */
export const printedConclusion = (approval: ConclusionApproval, material: Material): EditionConclusion => ({
  text: approval.text,
  digest: approval.digest,
  checkedBy: unique(approval.contributors.map((person) => creditOf(material, person))),
  approvedBy: creditOf(material, approval.approvedBy),
  approvedAt: approval.approvedAt,
  override: approval.overrideReason === null ? null : { reason: approval.overrideReason },
});

type Said = { claims: EditionClaim[]; conclusion: EditionConclusion | null };

/** What the edition says besides its claims. */
export function frameOf(material: Material, { claims, conclusion }: Said, edition: Frame['edition']): Frame {
  const { article, desk, scale } = material;
  const { number, sha256, text, doc } = article.revision;
  const whole = article.rights !== 'excerpt';
  const parts = conclusion ? [...claims, conclusion] : claims;
  return {
    format: 'stet-edition/1',
    article: {
      slug: article.slug,
      title: article.title,
      publication: article.publication,
      byline: article.byline && withoutAddresses(article.byline),
      publishedOn: article.publishedOn,
      url: article.url,
      language: article.language,
      rights: article.rights,
      revision: { number, sha256 },
      text: whole ? text : null,
      ...(whole && !isPlain(doc) ? { doc } : {}),
    },
    edition,
    desk: {
      name: desk.name,
      onePerson: desk.size === 'one',
      ...(desk.contact === null ? {} : { contact: desk.contact }),
    },
    checkedBy: unique(parts.flatMap(({ checkedBy }) => checkedBy)),
    approvedBy: unique(parts.map(({ approvedBy }) => approvedBy)),
    ...(conclusion ? { conclusion } : {}),
    scale,
  };
}
