import robotsParser from 'robots-parser';
import { ok, type Result } from '@/domain/result';
import { askAt, type Outgoing } from './follow';
import { forbidden } from './sentences';

/** What a site's robots.txt says, kept for a day as RFC 9309, 2.4 allows. */
type Kept = { /** null while the site fails */ text: string | null; until: number };

const DAY = 24 * 3_600_000;
/** A site that failed is asked again sooner. */
const SHORT = 600_000;
/** RFC 9309, 2.5: as much has to be read, and no more is. */
const LARGEST = 500 * 1024;
const MOST_KEPT = 1000;
/** A rule full of wildcards costs its length times that of the address: as much is a fifth of a second. */
const MOST_WORK = 100_000_000;

const kept = new Map<string, Kept>();

function keep(site: string, said: Kept): Kept {
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(site, said);
  return said;
}

/**
 * The rules of a site (RFC 9309, 2.3.1): what it answers with; none where it answers that there are none (4xx); and
 * everything forbidden while it fails or cannot be reached.
 */
async function rulesAt(site: string, outgoing: Outgoing): Promise<Kept> {
  const found = kept.get(site);
  if (found && found.until > Date.now()) return found;
  const question = { accept: 'text/plain, */*;q=0.1', judge: () => ok(true as const) };
  const answer = await askAt(`${site}/robots.txt`, question, outgoing);
  if (outgoing.signal?.aborted) return { text: null, until: 0 };
  const status = answer.ok ? answer.value.status : 500;
  if (status >= 500 || status === 429) return keep(site, { text: null, until: Date.now() + SHORT });
  const bytes = answer.ok && status === 200 ? answer.value.bytes : new Uint8Array();
  return keep(site, { text: cut(new TextDecoder().decode(bytes), LARGEST), until: Date.now() + DAY });
}

/** Half a rule may forbid more than the whole of it, so the text is cut between lines. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, text.lastIndexOf('\n', length) + 1);
}

/** Whether a site lets programs read an address, for fetches that no person asked for. Its rules are kept for a day. */
export async function mayRead(address: string, outgoing: Outgoing): Promise<Result<true>> {
  const { origin } = new URL(address);
  const { text } = await rulesAt(origin, outgoing);
  if (text === null) return forbidden('robots-unreachable');
  const rules = robotsParser(`${origin}/robots.txt`, cut(text, MOST_WORK / address.length));
  return rules.isAllowed(address, 'Stet') === false ? forbidden('robots') : ok(true);
}
