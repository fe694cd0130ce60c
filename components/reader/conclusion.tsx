import type { Frame } from '@/domain/edition';
import { ours } from './public-page';
import { Rationale } from './rationale';

/** What the desk makes of the article as a whole, above the counts; nothing where it wrote no conclusion. */
export const Conclusion = ({ frame: { article, conclusion } }: { frame: Frame }) =>
  conclusion && (
    <section className="conclusion" aria-labelledby="conclusion">
      <h2 id="conclusion" {...ours(article.language)}>
        Conclusion
      </h2>
      <Rationale text={conclusion.text} cites={() => null} />
    </section>
  );
