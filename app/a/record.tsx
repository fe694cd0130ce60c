import { ownOrigin } from '@/app/api/door/origin';
import { ComparisonPage } from '@/components/reader/comparison-page';
import { type Recorded, RecordPage } from '@/components/reader/record-page';
import { recordOf } from '@/components/reader/words';
import { confirmationsOf, type EditionHead, frozenPayload } from '@/db/editions/public';
import { sha256Hex } from '@/domain/canonical';
import { claimsOf, type Frame, type Payload } from '@/domain/edition';
import { verdictOf } from '@/domain/scale';
import { feedLinks } from '@/formats/export/page-tells';
import { counted } from './address';
import { publicPage } from './answer';
import { noSuchRecord } from './nothing';

const parsed = async (head: EditionHead): Promise<Payload> => JSON.parse(await frozenPayload(head)) as Payload;

type Confirmed = Awaited<ReturnType<typeof confirmationsOf>>;

const ofConclusion = (frame: Frame | undefined) => (frame?.conclusion ? [{ k: null, ...frame.conclusion }] : []);

function recorded(head: EditionHead, payload: Payload | null, confirmed: Confirmed): Recorded {
  const { number, publishedAt, digest, note, withdrawal } = head;
  const frame = payload?.frame;
  return {
    number,
    publishedAt,
    digest,
    note,
    withdrawal,
    tier: withdrawal ? null : head.tier,
    people: frame
      ? {
          checkedBy: frame.checkedBy,
          approvedBy: frame.approvedBy,
          desk: frame.desk,
          publishedBy: frame.edition.publishedBy,
        }
      : null,
    overrides: [...ofConclusion(frame), ...claimsOf(payload)].flatMap(({ k, override, approvedAt }) => {
      const found = confirmed.find((each) => each.k === k && each.approvedAt === approvedAt);
      return override ? [{ k, reason: override.reason, confirmation: found?.made ?? null }] : [];
    }),
    adjudicated: claimsOf(payload).flatMap(({ k, content: { verdict }, adjudicated }) =>
      adjudicated && frame
        ? [{ k, ...adjudicated, verdict: verdictOf(frame.scale, verdict?.key ?? null)?.label ?? 'no verdict' }]
        : [],
    ),
  };
}

/** Every edition as the record tells of it, and the frame of the newest that is shown. */
async function everyEdition(
  heads: EditionHead[],
  confirmed: Confirmed,
): Promise<{ editions: Recorded[]; newest: Frame | null }> {
  const editions: Recorded[] = [];
  let newest: Frame | null = null;
  // one at a time: a payload may hold hundreds of claims
  for (const head of heads) {
    const payload = head.withdrawal ? null : await parsed(head);
    editions.push(recorded(head, payload, confirmed));
    newest = payload?.frame ?? newest;
  }
  return { editions, newest };
}

/** All that the record is drawn from. */
const keyOf = (heads: EditionHead[], confirmed: Confirmed, origin: string): string => {
  const said = heads.map(({ digest, withdrawal }) => [digest, withdrawal]);
  return `record ${sha256Hex(JSON.stringify([origin, said, confirmed, [...(heads[0]?.withdrawnClaims ?? [])]]))}`;
};

type Shown = { slug: string; heads: EditionHead[]; confirmed: Confirmed; chosen: number | null; origin: string };

async function recordPage({ slug, heads, confirmed, chosen, origin }: Shown, css: string) {
  const { editions, newest } = await everyEdition(heads, confirmed);
  const withdrawn = heads[0]?.withdrawnClaims ?? new Map();
  return (
    <RecordPage
      slug={slug}
      article={newest?.article ?? null}
      desk={newest?.desk.name ?? 'Fact checks'}
      editions={editions}
      withdrawnClaims={[...withdrawn].map(([k, withdrawal]) => ({ k, withdrawal }))}
      chosen={chosen}
      css={css}
      head={{ origin, alternates: feedLinks(origin) }}
    />
  );
}

/**
 * Answers `/a/{slug}/record`, every edition; `/record/{n}`, the same to choose the edition to compare `n` with; and
 * `/record/{from}/{to}`, what differs between the two.
 */
export async function answerRecord(
  request: Request,
  { slug, heads, numbers }: { slug: string; heads: EditionHead[]; numbers: string[] },
): Promise<Response> {
  const origin = ownOrigin(request.headers);
  const asked = numbers.map((number) => heads.find((head) => head.number === counted(number)));
  const [from, to] = asked;
  if (numbers.length > 2 || asked.some((head) => !head || head.withdrawal)) return noSuchRecord(request, slug, heads);
  const confirmed = await confirmationsOf(slug);
  const key = `${keyOf(heads, confirmed, origin)} ${numbers.join(' ')}`;
  if (!from || !to) {
    const shown = { slug, heads, confirmed, chosen: from?.number ?? null, origin };
    const draw = (css: string) => recordPage(shown, css);
    return publicPage(request, { key, keep: 'if unchanged', draw });
  }
  if (from.number === to.number) return noSuchRecord(request, slug, heads);
  if (from.number > to.number) {
    const location = recordOf(slug, to.number, from.number);
    return new Response(null, { status: 308, headers: { Location: location, 'Cache-Control': 'no-cache' } });
  }
  const draw = async (css: string) => (
    <ComparisonPage from={await parsed(from)} to={await parsed(to)} css={css} head={{ origin }} />
  );
  return publicPage(request, { key, keep: 'a minute', draw });
}
