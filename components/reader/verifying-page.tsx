import type { PageHead } from './page-head';
import { PublicPage } from './public-page';

/** How anybody can verify an edition. `guide` is HTML of our own making, from a document of ours. */
export const VerifyingPage = ({ guide, css, head }: { guide: string; css: string; head?: PageHead }) => (
  <PublicPage
    title="How to verify an edition"
    description="Canonical form, digests, salts and the chain: how anybody can verify that an edition is what was published."
    language="en-GB"
    css={css}
    canonical="/verifying"
    desk="Fact checks"
    head={head}
  >
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from docs/verifying.md, which nobody else writes */}
    <article className="guide" dangerouslySetInnerHTML={{ __html: guide }} />
  </PublicPage>
);
