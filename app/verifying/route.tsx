import { publicPage } from '@/app/a/answer';
import { ownOrigin } from '@/app/api/door/origin';
import { VerifyingPage } from '@/components/reader/verifying-page';
import { sha256Hex } from '@/domain/canonical';
import { verifyingGuide } from '@/formats/export/guide';

/** How anybody can verify an edition: what its page links to. */
export function GET(request: Request): Promise<Response> {
  const guide = verifyingGuide();
  const origin = ownOrigin(request.headers);
  return publicPage(request, {
    key: `verifying ${origin} ${sha256Hex(guide)}`,
    keep: 'if unchanged',
    draw: async (css) => <VerifyingPage guide={guide} css={css} head={{ origin }} />,
  });
}
