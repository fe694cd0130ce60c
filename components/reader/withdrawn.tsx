import type { Payload, Withdrawal } from '@/domain/edition';
import { EmbedFrame } from './embed-frame';
import type { Way } from './missing-page';
import { ours, PublicPage } from './public-page';
import { dayOf, momentOf } from './words';

/** What is shown of something withdrawn: when and why. */
const Notice = ({ reason, at }: Withdrawal) => (
  <aside className="notice grave" aria-label="Withdrawn">
    <p>
      Withdrawn on <time dateTime={at}>{momentOf(at)}</time>. Nothing of it is shown any more. The reason:
    </p>
    <p dir="auto">{reason}</p>
  </aside>
);

type WithdrawnProps = { title: string; withdrawal: Withdrawal; ways: Way[]; css: string };

/** In the place of a withdrawn edition or claim, for good: that it was withdrawn, when and why. */
export const WithdrawnPage = ({ title, withdrawal, ways, css }: WithdrawnProps) => (
  <PublicPage title={title} language="en-GB" css={css} desk="Fact checks" hidden>
    <header className="masthead">
      <h1>{title}</h1>
    </header>
    <Notice {...withdrawal} />
    <ul className="leads">
      {ways.map(({ href, words }) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  </PublicPage>
);

/** The same in a frame on somebody else’s page. */
export const WithdrawnEmbed = ({ title, withdrawal, css }: Omit<WithdrawnProps, 'ways'>) => (
  <EmbedFrame language="en-GB" title={title} css={css}>
    <h1>{title}</h1>
    <Notice {...withdrawal} />
  </EmbedFrame>
);

/** The claims of an edition that were withdrawn since it came out: how many, when and why, and not what they said. */
export function WithdrawnClaims({ payload }: { payload: Payload }) {
  const withdrawn = payload.claims.flatMap((entry) => ('withdrawal' in entry ? [entry] : []));
  if (withdrawn.length === 0) return null;
  return (
    <section className="notice grave" aria-labelledby="withdrawn" {...ours(payload.frame.article.language)}>
      <h2 id="withdrawn">
        {withdrawn.length === 1 ? 'A claim was withdrawn' : `${withdrawn.length} claims were withdrawn`}
      </h2>
      {withdrawn.map(({ hash, withdrawal: { reason, at } }) => (
        <p key={hash}>
          <time dateTime={at}>{dayOf(at)}</time>: <span dir="auto">{reason}</span>
        </p>
      ))}
    </section>
  );
}
