import { describeSpan } from '@/domain/anchor';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import { contentOf, digestOfClaim } from '@/domain/content';
import type { ClaimPatch, DecisionRequest, EvidencePatch, NewClaim, NewEvidence } from '@/domain/contract/claims';
import { type Evidence, evidenceFields } from '@/domain/evidence';
import type { SettlingWay } from '@/domain/settling';
import { missingForSubmission, stateOf } from '@/domain/workflow';
import { articleText, plain } from '@/test/builders/edition';

/** What may go wrong on the way: `unheard` never reaches the desk, `unanswered` is done and its answer is lost. */
export type Fault = 'unheard' | 'unanswered' | 401 | 429 | 500 | 503;
export type Asked = { method: string; path: string; headers: Headers; body: unknown };
type SettlementRequest = { way: SettlingWay; revision: number };
type Row = Claim & { submitted: boolean; removed: Evidence[]; before: Claim | null };

const fieldNames = ['statement', 'kind', 'claimant', 'saidOn', 'saidAt', 'verdict', 'rationale', 'assignee'] as const;

/** A desk in memory that keeps the promises of the API which the browser relies on, and fails when told to. */
export class FakeDesk {
  /** who is signed in with this browser's cookie */
  person: string | null = 'ada';
  rows = new Map<string, Row>();
  /** the number of the article's newest revision */
  revision = 1;
  /** every value that a field ever had, as `id field value` */
  history: string[] = [];
  /** each write of a field: what it wrote over, and what */
  overwrites: { id: string; name: string; from: unknown; to: unknown }[] = [];
  asked: Asked[] = [];
  fault: (asked: Asked) => Fault | null = () => null;
  #kept = new Map<string, { body: string; value: unknown }>();
  #time = Date.parse('2026-04-03T10:00:00Z');
  #made = 0;

  fetch = async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    const asked = { method: init.method ?? 'GET', path: String(address), headers, body };
    this.asked.push(asked);
    const fault = this.fault(asked);
    await Promise.resolve();
    if (fault === 'unheard') throw new TypeError('fetch failed');
    if (fault === 429) return problem(429, 'too-many', 'Slow down.', {}, { 'retry-after': '2' });
    if (typeof fault === 'number') return problem(fault, 'failed', `The desk answers ${fault}.`);
    const answer = this.#answer(asked);
    if (fault === 'unanswered') throw new TypeError('fetch failed');
    return answer;
  };

  claim = (id: string): Claim => representation(this.rows.get(id)!);
  claims = (): Claim[] => [...this.rows.values()].map(representation);

  /** Somebody adds a revision in which a claim's words are these; null when they are lost. */
  revise = (id: string, words: string | null): void => {
    const row = this.rows.get(id)!;
    this.revision += 1;
    const state = words === null ? 'lost' : 'changed';
    if (row.anchor)
      row.anchor =
        words === null ? { ...row.anchor, state } : { ...row.anchor, exact: words, revision: this.revision, state };
    row.unsettled = { state, revision: this.revision };
    this.#settle(row);
  };

  /** Somebody else at the same desk changes a claim. */
  elsewhere = (id: string, patch: Partial<Claim>): void => this.#edit(this.rows.get(id)!, patch as never, 'eve');

  #answer(asked: Asked): Response {
    const { method, path, headers, body } = asked;
    if (!this.person) return problem(401, 'signed-out', 'Sign in.');
    if (headers.get('stet-person') && headers.get('stet-person') !== this.person)
      return problem(401, 'somebody-else', 'Somebody else is signed in.');
    const key = headers.get('idempotency-key');
    const name = `${this.person} ${method} ${path} ${key}`;
    const kept = key === null ? undefined : this.#kept.get(name);
    if (kept && kept.body !== JSON.stringify(body)) return problem(422, 'key-reused', 'Send a new key.');
    if (kept) return Response.json(kept.value);
    const answer = this.#route(asked);
    if (answer instanceof Response) return answer;
    if (key !== null && method !== 'GET')
      this.#kept.set(name, { body: JSON.stringify(body), value: structuredClone(answer) });
    return Response.json(answer, { headers: { etag: etagOf(answer) } });
  }

  #route({ method, path, headers, body }: Asked): unknown {
    const [, , , noun, id = '', part] = path.split('/');
    if (noun === 'articles' && method === 'POST' && this.#isOld(body)) return this.#ofOldText();
    if (noun === 'articles' && method === 'POST') return representation(this.#make(body as NewClaim));
    if (noun === 'articles' && part === undefined) return { id, revision: { number: this.revision } };
    if (noun === 'articles') return { items: this.claims() };
    const row = noun === 'evidence' ? this.#holder(id) : this.rows.get(id);
    if (!row) return problem(404, 'no-such-claim', 'There is no such claim.');
    if (method === 'GET') return representation(row);
    if (part === 'evidence') return this.#addEvidence(row, body as NewEvidence);
    if (part === 'decisions') return this.#decide(row, body as DecisionRequest);
    if (!headers.has('if-match')) return problem(428, 'needs-if-match', 'Say which version you change.');
    if (headers.get('if-match') !== etagOf(representation(row)))
      return problem(412, 'stale', 'This claim was changed since you read it.', { current: representation(row) });
    if (method === 'PATCH' && (body as ClaimPatch).anchor && this.#isOld(body)) return this.#ofOldText();
    return this.#change(row, `${method} ${noun} ${part ?? ''}`.trim(), id, body);
  }

  #isOld = (body: unknown): boolean => ((body as ClaimPatch).revision ?? this.revision) !== this.revision;

  #ofOldText(): Response {
    const more = { current: { revision: this.revision } };
    return problem(412, 'stale-revision', 'Select the words in the new text.', more, {}, '/revision');
  }

  #change(row: Row, what: string, id: string, body: unknown): unknown {
    if (what === 'PATCH claims') {
      const { saidAt } = body as { saidAt?: string | null };
      if (saidAt && !saidAt.startsWith('https://'))
        return problem(400, 'malformed', 'Give a full web address.', {}, {}, '/saidAt');
      this.#edit(row, body as never, this.person!);
    } else if (what === 'PATCH evidence') return this.#editEvidence(row, id, body as EvidencePatch);
    else if (what === 'DELETE evidence') {
      row.removed.push(...row.evidence.filter((item) => item.id === id));
      row.evidence = row.evidence.filter((item) => item.id !== id);
    } else if (what === 'POST claims submission') {
      const [missing] = missingForSubmission(row, plain);
      if (missing) return problem(422, missing.rule, missing.message);
      row.submitted = true;
    } else if (what === 'POST claims settlement') return this.#settleSo(row, body as SettlementRequest);
    else if (what === 'DELETE claims settlement') {
      if (!row.before) return problem(422, 'nothing-settled', 'There is no settlement to undo.');
      const { anchor, alsoAt, quotes, unsettled, kept, settlement } = row.before;
      Object.assign(row, { anchor, alsoAt, quotes, unsettled, kept, settlement, before: null });
    } else if (what === 'DELETE claims submission') row.submitted = false;
    else if (what === 'POST claims drop')
      row.dropped = {
        reason: (body as { reason: string }).reason,
        by: this.person!,
        at: this.#now(),
        mergedInto: null,
      };
    else if (what === 'DELETE claims drop') row.dropped = null;
    else throw new Error(`The fake desk does not know ${what}`);
    return representation(this.#settle(row));
  }

  #settleSo(row: Row, { way, revision }: SettlementRequest): unknown {
    if (revision !== this.revision) return this.#ofOldText();
    if (!row.unsettled) return problem(422, 'nothing-to-settle', 'There is nothing to settle.');
    row.before = representation(row);
    const at = this.#now();
    if (way === 'keep') row.kept = { revision: row.unsettled.revision, since: at };
    else {
      row.anchor = row.anchor && { ...row.anchor, state: 'exact' };
      row.quotes = row.anchor ? [row.anchor.exact] : [];
    }
    row.unsettled = null;
    row.settlement = { way, revision, by: this.person!, at };
    return representation(this.#settle(row));
  }

  #make(given: NewClaim): Row {
    const id = `c${String(++this.#made).padStart(4, '0')}`;
    const at = this.#now();
    const row: Row = {
      ...{ id, articleId: 'a1', k: null, state: 'draft', digest: '', anchor: null, alsoAt: [], about: null },
      quotes: [],
      ...{ unsettled: null, kept: null, settlement: null },
      ...{ statement: '', claimant: null, kind: 'event', saidOn: null, saidAt: null, verdict: null, rationale: '' },
      ...{
        evidence: [],
        nextEvidence: 1,
        approaches: [],
        waivers: [],
        decision: null,
        approved: null,
        dropped: null,
        erased: null,
        secondVerdict: null,
        assignee: null,
        dueAt: null,
      },
      ...{ contributors: [this.person!], createdBy: this.person!, createdAt: at, updatedAt: at },
      ...{ submitted: false, removed: [], before: null },
    };
    this.rows.set(id, row);
    this.#edit(row, given as never, this.person!);
    return row;
  }

  #place(row: Row, { anchor, alsoAt, about }: Pick<NewClaim, 'anchor' | 'alsoAt' | 'about'>): void {
    const spans = anchor ? [anchor, ...(alsoAt ?? [])] : [];
    const placed = spans.map((span) => ({ ...describeSpan(articleText, span), revision: 1, state: 'exact' as const }));
    row.anchor = placed[0] ?? null;
    row.alsoAt = placed.slice(1);
    row.about = about ?? null;
    row.quotes = spans.map(({ exact }) => exact);
  }

  #edit(row: Row, patch: Partial<Row>, by: string): void {
    if (patch.anchor !== undefined) this.#place(row, patch as NewClaim);
    for (const name of fieldNames) {
      if (patch[name] === undefined) continue;
      this.overwrites.push({ id: row.id, name, from: row[name], to: patch[name] });
      Object.assign(row, { [name]: patch[name] });
      this.history.push(`${row.id} ${name} ${JSON.stringify(patch[name])}`);
    }
    if (!row.contributors.includes(by)) row.contributors = [...row.contributors, by];
    this.#settle(row);
  }

  #addEvidence(row: Row, { source, ...given }: NewEvidence): unknown {
    const id = `e${String(++this.#made).padStart(4, '0')}`;
    const empty = { quote: null, locator: null, primary: false, accessedOn: null, archivedUrl: null, note: null };
    const plainSource = {
      type: 'page',
      url: null,
      publisher: null,
      publishedOn: null,
      withheld: false,
      description: null,
    };
    const item = {
      ...empty,
      ...given,
      id,
      number: row.nextEvidence++,
      source: { id: `s${id}`, ...plainSource, ...source },
    };
    row.evidence = [...row.evidence, item as Evidence];
    this.#settle(row);
    return { ...item, claimId: row.id };
  }

  #editEvidence(row: Row, id: string, { removed, source, ...patch }: EvidencePatch): unknown {
    const item = [...row.evidence, ...row.removed].find((each) => each.id === id)!;
    const known = Object.entries(patch).filter(([name]) => name in evidenceFields);
    const after = { ...item, ...Object.fromEntries(known), source: { ...item.source, ...source } } as Evidence;
    row.removed = row.removed.filter((each) => each.id !== id);
    row.evidence = [...row.evidence.filter((each) => each.id !== id), after].sort((a, b) => a.number - b.number);
    this.#settle(row);
    return { ...after, claimId: row.id };
  }

  #decide(row: Row, { outcome, digest, note }: DecisionRequest): unknown {
    if (digest !== row.digest)
      return problem(412, 'stale', 'This claim was changed since you read it.', { current: representation(row) });
    const at = this.#now();
    row.decision = {
      id: `d${at}`,
      outcome,
      note: note ?? null,
      digest,
      override: null,
      suggestion: null,
      decidedBy: this.person!,
      decidedAt: at,
    };
    if (outcome === 'approve') row.approved = { digest, content: contentOf(row, plain) };
    row.submitted = false;
    return representation(this.#settle(row));
  }

  #settle(row: Row): Row {
    row.digest = digestOfClaim(row, plain);
    row.updatedAt = this.#now();
    row.state = stateOf({
      ...{ dropped: row.dropped !== null, submitted: row.submitted, latest: row.decision?.outcome ?? null },
      ...{ approvedDigest: row.approved?.digest ?? null, digest: row.digest },
    });
    return row;
  }

  #holder = (id: string): Row | undefined =>
    [...this.rows.values()].find((row) => [...row.evidence, ...row.removed].some((item) => item.id === id));

  #now(): string {
    this.#time += 1;
    return new Date(this.#time).toISOString();
  }
}

const representation = ({ submitted, removed, before, ...claim }: Row): Claim => structuredClone(claim);

function problem(
  status: number,
  rule: string,
  message: string,
  more: object = {},
  headers: Record<string, string> = {},
  pointer?: string,
): Response {
  const said = {
    type: 'about:blank',
    title: rule,
    status,
    detail: message,
    problems: [{ rule, message, pointer }],
    ...more,
  };
  return Response.json(said, { status, headers: { ...headers, 'content-type': 'application/problem+json' } });
}
