import { publicPage } from '@/app/a/answer';
import { VerifyingPage } from '@/components/reader/verifying-page';
import { sha256Hex } from '@/domain/canonical';
import { verifyingGuide } from '@/formats/export/guide';

/** How anybody can verify an edition: what its page links to. */
export function GET(request: Request): Promise<Response> {
  const guide = verifyingGuide();
  return publicPage(request, {
    key: `verifying ${sha256Hex(guide)}`,
    keep: 'if unchanged',
    draw: async (css) => <VerifyingPage guide={guide} css={css} />,
  });
}
