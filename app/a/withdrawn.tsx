import type { Way } from '@/components/reader/missing-page';
import { WithdrawnEmbed, WithdrawnPage } from '@/components/reader/withdrawn';
import { addressOf, recordOf } from '@/components/reader/words';
import { remainsOf } from '@/db/editions/public';
import type { Withdrawal } from '@/domain/edition';
import type { Asked } from './address';
import { type Keep, publicDocument, publicPage } from './answer';
import type { Found } from './found';

const waysOf = ({ slug, numbered }: Found, newestToo: boolean): Way[] => [
  ...(newestToo || numbered ? [{ href: addressOf(slug), words: 'The newest edition' }] : []),
  { href: recordOf(slug), words: 'Every edition, correction and withdrawal' },
  { href: '/', words: 'All fact checks' },
];

type Withdrawn = {
  title: string;
  withdrawal: Withdrawal;
  ways: Way[];
  /** what is left in place of the record */
  remains: unknown;
};

/** What an address asks for that was withdrawn: its edition, or its claim in all editions. Null: it is shown. */
export function withdrawnAt(found: Found, k: number | null): Withdrawn | null {
  const { head } = found;
  const remains = remainsOf(head);
  if (remains) {
    const title = `Edition ${head.number} of this fact check was withdrawn`;
    return { title, withdrawal: remains.withdrawal, ways: waysOf(found, false), remains };
  }
  const withdrawal = k === null ? undefined : head.withdrawnClaims.get(k);
  if (!withdrawal) return null;
  const title = `Claim ${k} of this fact check was withdrawn`;
  return { title, withdrawal, ways: waysOf(found, true), remains: { k, withdrawal } };
}

/** Notice and reason, whatever form was asked for: one that is gone for good is answered so (410) with the same page. */
export function answerWithdrawn(
  request: Request,
  { remains, ...withdrawn }: Withdrawn,
  { form }: Asked,
  keep: Keep,
): Promise<Response> {
  const key = `withdrawn ${JSON.stringify(withdrawn)}`;
  if (form === 'json') {
    const json = JSON.stringify(remains);
    return publicDocument(request, { key: json, keep, type: 'application/json', draw: async () => json });
  }
  if (form === 'embed') {
    const draw = async (css: string) => <WithdrawnEmbed {...withdrawn} css={css} />;
    return publicPage(request, { key: `${key} embed`, keep, draw }, true);
  }
  const draw = async (css: string) => <WithdrawnPage {...withdrawn} css={css} />;
  return publicPage(request, { key, keep, draw, status: form === null ? 200 : 410 });
}
