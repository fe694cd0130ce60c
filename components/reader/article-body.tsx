import type { EditionClaim, Frame, Payload } from '@/domain/edition';
import { claimsOf } from '@/domain/edition';
import { levelParagraphs } from './alignment';
import { WebLink } from './evidence';
import type { Marking } from './marked-text';
import { Note } from './note';
import { nested, ParagraphText } from './paragraph-text';
import { type Passage, passagesOf } from './passages';

type Notes = { claims: EditionClaim[]; frame: Frame /** where words and notes stand level */; level?: Set<number> };

/** The notes of some claims, each knowing the claim before and after it in the whole edition. */
export const NotesOf = ({ ks, claims, frame }: Notes & { ks: number[] }) =>
  ks.map((k) => {
    const at = claims.findIndex((claim) => claim.k === k);
    const claim = claims[at];
    return claim ? (
      <Note key={k} claim={claim} frame={frame} previous={claims[at - 1]?.k} next={claims[at + 1]?.k} />
    ) : null;
  });

const PassageText = ({ passage, marking, notes }: { passage: Passage; marking: Marking; notes: Notes }) => (
  <>
    {passage.gap && (
      <p className="gap">
        <span aria-hidden="true">[…]</span>
        <span className="vh">Text left out</span>
      </p>
    )}
    {nested(passage.paragraphs, (paragraph) =>
      paragraph.runs.length === 0 ? null : (
        <div className={notes.level?.has(paragraph.start) ? 'block level' : 'block'} key={paragraph.start}>
          <ParagraphText paragraph={paragraph} marking={marking} />
          {paragraph.notes.length > 0 && (
            <div className="beside">
              <NotesOf ks={paragraph.notes} claims={notes.claims} frame={notes.frame} />
            </div>
          )}
        </div>
      ),
    )}
  </>
);

const Excerpted = ({ article }: Pick<Frame, 'article'>) => (
  <p className="quiet excerpted">
    Only the sentences in which claims were checked are shown here.{' '}
    {article.url && (
      <>
        Read the whole article at <WebLink href={article.url}>{article.publication ?? article.url}</WebLink>.
      </>
    )}
  </p>
);

/** Above so many claims, the notes that are out of sight are laid out when they come into it. */
const MANY = 60;

/** The article, or its excerpts, with every claim marked and its note beside it. */
export function ArticleBody({ payload }: { payload: Payload }) {
  const { frame } = payload;
  const claims = claimsOf(payload);
  const byK = new Map(claims.map((claim) => [claim.k, claim]));
  const marking: Marking = { frame, claims: byK, noteOf: (k) => `#claim-${k}`, withIds: true };
  const passages = passagesOf(payload);
  if (passages.length === 0) return null;
  const paragraphs = passages.flatMap((passage) => passage.paragraphs);
  const excerpt = frame.article.text === null;
  // excerpts are short: each waits for its notes
  const level = excerpt ? new Set(paragraphs.map(({ start }) => start)) : levelParagraphs(paragraphs, byK);
  return (
    <section className="body" aria-labelledby="article">
      <h2 id="article" className={excerpt ? undefined : 'vh'}>
        {excerpt ? 'From the article' : 'The article'}
      </h2>
      {excerpt && <Excerpted article={frame.article} />}
      <div className={`columns${excerpt ? ' excerpts' : ''}${claims.length > MANY ? ' many' : ''}`}>
        {passages.map((passage) => (
          <PassageText
            key={passage.paragraphs[0]?.start}
            passage={passage}
            marking={marking}
            notes={{ claims, frame, level }}
          />
        ))}
      </div>
    </section>
  );
}

const placeless = [
  { about: 'headline', id: 'headline', title: 'About the headline' },
  { about: 'image', id: 'image', title: 'About the pictures' },
  { about: 'article', id: 'whole', title: 'About the article as a whole' },
  { about: 'gone', id: 'gone', title: 'No longer in the article' },
] as const;

const subjectOf = ({ place, gone, content }: EditionClaim): (typeof placeless)[number]['about'] | null => {
  if (place) return null;
  if (gone) return 'gone';
  return content.about === 'headline' || content.about === 'article' ? content.about : 'image';
};

/**
 * Claims that stand nowhere in the text: about the headline, above it; about images or the whole, and those whose words
 * are gone, below.
 */
export function Placeless({ payload, where }: { payload: Payload; where: 'above' | 'below' }) {
  const claims = claimsOf(payload);
  return placeless
    .filter(({ about }) => (about === 'headline') === (where === 'above'))
    .map(({ about, id, title }) => {
      const ks = claims.filter((claim) => subjectOf(claim) === about).map(({ k }) => k);
      return ks.length === 0 ? null : (
        <section className="placeless" aria-labelledby={`about-${id}`} key={id}>
          <h2 id={`about-${id}`}>{title}</h2>
          <div className="notes">
            <NotesOf ks={ks} claims={claims} frame={payload.frame} />
          </div>
        </section>
      );
    });
}
