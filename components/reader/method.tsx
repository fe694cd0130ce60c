import type { Frame } from '@/domain/edition';
import { ours } from './public-page';
import { ReportError } from './report-error';
import { Verdict } from './verdict';
import { addressOf, recordOf } from './words';

const rule = (onePerson: boolean): string =>
  onePerson
    ? 'At this desk one person checks claims and approves what is published.'
    : 'A claim is approved by an editor who had no part in writing it, and the approval holds for exactly those words: any later change needs another.';

/** How claims are checked, what each verdict means, and how a reader can verify the page. */
export const Method = ({ frame, digest }: { frame: Frame; digest: string | null }) => (
  <section className="method" aria-labelledby="method" {...ours(frame.article.language)}>
    <h2 id="method">How this was checked</h2>
    <p>
      Each claim is checked against the evidence listed with it. {rule(frame.desk.onePerson)} An edition is never
      edited: what has to change is published as a new edition that says why, and the old one stays at its address.
    </p>
    <ReportError frame={frame} />
    <h3>What the verdicts mean</h3>
    <dl>
      {frame.scale.values.map((value) => (
        <div key={value.key}>
          <dt>
            <Verdict value={value} />
          </dt>
          <dd>{value.definition}</dd>
        </div>
      ))}
    </dl>
    {digest && (
      <>
        <p>
          <a href={recordOf(frame.article.slug)}>Every edition, correction and withdrawal of this fact check</a>
        </p>
        <h3>Verify this page</h3>
        <p>
          It is drawn from{' '}
          <a href={`${addressOf(frame.article.slug, frame.edition.number)}.json`}>
            the published record of edition {frame.edition.number}
          </a>
          , whose SHA-256 digest is <code>{digest}</code>. <a href="/verifying">How to verify it yourself</a>
        </p>
      </>
    )}
  </section>
);
