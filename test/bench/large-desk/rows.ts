import { createHash } from 'node:crypto';
import type Database from 'libsql';
import { canonical } from '@/domain/canonical';
import { type Checked, contentOf } from '@/domain/content';
import { plainDoc } from '@/domain/doc';
import { chance, nameAt, type Sentences, sentencesOf, tongues } from './words';

export type Size = { articles: number; claims: number };

/** What of the made-up desk a bench may want to ask for. */
export type Filled = { articleIds: string[]; claimIds: string[] };

const YEARS = { from: Date.UTC(2024, 11, 1), to: Date.UTC(2026, 10, 20) };
const verdicts = ['false', 'mostly-false', 'mixed', 'mostly-true', 'true', 'misleading', 'unproven'];
const kinds = ['event', 'number', 'quotation', 'cause', 'position'] as const;
const SOURCES_A_CLAIM = 0.2;
const EVIDENCE_A_CLAIM = 0.8;

const sha256 = (words: string): string => createHash('sha256').update(words).digest('hex');
const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!;

/** An id as UUID version 7 makes it of a time in ms, with a number in place of chance. */
const idAt = (at: number, number: number): string => {
  const time = Math.floor(at).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`;
};

type Row = Record<string, string | number | null>;

/** Inserts rows by statements that are each prepared once. */
function inserter(database: Database.Database): (table: string, row: Row) => void {
  const statements = new Map<string, Database.Statement>();
  return (table, row) => {
    const columns = Object.keys(row);
    const key = `${table} ${columns}`;
    const names = columns.map((column) => `"${column}"`);
    const known =
      statements.get(key) ?? database.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?')})`);
    statements.set(key, known);
    known.run(Object.values(row));
  };
}

type Article = { id: string; revision: string; at: number; body: string; spans: [number, number][]; said: Sentences };
type Insert = ReturnType<typeof inserter>;

/** Fills an empty desk in one transaction. */
export function fill(database: Database.Database, size: Size, people: string[]): Filled {
  const random = chance(5);
  const insert = inserter(database);
  const languages = tongues.map((tongue) => sentencesOf(tongue, random));
  database.exec('BEGIN IMMEDIATE');
  const articles = Array.from({ length: size.articles }, (_, n) =>
    article(insert, n, size.articles, languages[n % 10 < 7 ? 0 : (n % 10) - 6]!, people[n % people.length]!, random),
  );
  const sources = Array.from({ length: Math.ceil(size.claims * SOURCES_A_CLAIM) }, (_, n) =>
    source(insert, n, languages[n % 5 === 4 ? 1 : 0]!, people[0]!, random),
  );
  const claims = Array.from({ length: size.claims }, (_, n) => {
    const on = articles[Math.floor((n / size.claims) * articles.length)]!;
    return claim(insert, n, on, sources, people, random);
  });
  database.exec('COMMIT');
  return { articleIds: articles.map(({ id }) => id), claimIds: claims };
}

function article(insert: Insert, n: number, of: number, said: Sentences, by: string, random: () => number): Article {
  const at = YEARS.from + ((YEARS.to - YEARS.from) * n) / of;
  const [id, revision, time] = [idAt(at, n), idAt(at + 1, n), new Date(at).toISOString()];
  const spans: [number, number][] = [];
  let body = '';
  for (let sentence = 0; sentence < 24; sentence += 1) {
    const words = said.sentence(8 + Math.floor(random() * 14));
    spans.push([body.length, body.length + words.length]);
    body += words + (sentence % 4 === 3 ? `${said.tongue.stop.trim()}\n` : said.tongue.stop);
  }
  body = body.trimEnd();
  insert('articles', {
    id,
    slug: `made-up-${n}`,
    publication: `The ${nameAt(n % 40)}`,
    byline: nameAt(n % 300),
    published_on: time.slice(0, 10),
    language: said.tongue.language,
    rights: 'excerpt',
    state: 'checking',
    scale_id: 'plain',
    scale_version: 1,
    set_aside: '[]',
    created_by: by,
    created_at: time,
    updated_at: time,
  });
  const doc = JSON.stringify(plainDoc(body.split('\n')));
  insert('revisions', {
    id: revision,
    article_id: id,
    number: 1,
    title: said.sentence(7),
    body,
    doc,
    sha256: sha256(body),
    created_by: by,
    created_at: time,
  });
  return { id, revision, at, body, spans, said };
}

type Source = { id: string; url: string; title: string; publisher: string };

function source(insert: Insert, n: number, said: Sentences, by: string, random: () => number): Source {
  const made = {
    id: idAt(YEARS.from + n, n),
    url: `https://${nameAt(n % 500)
      .toLowerCase()
      .replace(' ', '.')}.example/${n}`,
    title: said.sentence(4 + Math.floor(random() * 5)),
    publisher: nameAt(n % 500),
  };
  const time = new Date(YEARS.from + n).toISOString();
  insert('sources', { ...made, type: 'page', withheld: 0, created_by: by, created_at: time });
  return made;
}

/** How many of a hundred claims stand in each state; the rest are drafts. */
const states = [
  ...Array<'approved'>(45).fill('approved'),
  ...Array<'submitted'>(10).fill('submitted'),
  ...Array<'returned'>(8).fill('returned'),
  ...Array<'lapsed'>(7).fill('lapsed'),
  ...Array<'dropped'>(5).fill('dropped'),
];

function claim(
  insert: Insert,
  n: number,
  on: Article,
  sources: Source[],
  people: string[],
  random: () => number,
): string {
  const at = on.at + 1000 + (n % 1000);
  const made: Made = { n, id: idAt(at, n), time: new Date(at).toISOString(), by: people[n % 2]!, on };
  const state = states[n % 100] ?? 'draft';
  const [start, end] = pick(on.spans, random);
  const checked = contentFor(on, n, state, on.body.slice(start, end), random);
  const proof = random() < EVIDENCE_A_CLAIM ? pick(sources, random) : null;
  const content = canonical(contentOf(checked, { id: 'plain', version: 1 }));
  insert('claims', {
    ...claimRow(made, checked, state),
    digest: sha256(content),
    next_evidence: proof ? 2 : 1,
    assignee: n % 9 === 0 ? people[n % people.length]! : null,
  });
  insert('anchors', anchorRow(made, start, end));
  if (proof) insert('evidence', evidenceRow(made, proof, random));
  if (state === 'approved' || state === 'lapsed' || state === 'returned') {
    insert('decisions', { ...decisionRow(made, content, state), decided_by: people.at(-1)! });
  }
  return made.id;
}

type Made = { n: number; id: string; time: string; by: string; on: Article };
type State = (typeof states)[number] | 'draft';

const contentFor = (on: Article, n: number, state: State, quote: string, random: () => number): Checked => ({
  statement: on.said.sentence(8 + Math.floor(random() * 10)),
  kind: pick(kinds, random),
  claimant: { name: nameAt(Math.floor(2000 ** random())), type: 'person', role: null, sameAs: null },
  saidOn: null,
  saidAt: null,
  about: null,
  quotes: [quote],
  verdict: state === 'draft' && n % 2 === 0 ? null : pick(verdicts, random),
  rationale: Array.from({ length: 3 }, () => on.said.sentence(14)).join(on.said.tongue.stop),
  evidence: [],
});

const claimRow = ({ id, time, by, on }: Made, checked: Checked, state: State): Row => ({
  id,
  article_id: on.id,
  statement: checked.statement,
  kind: checked.kind,
  claimant: JSON.stringify({ name: checked.claimant!.name, type: 'person' }),
  quotes: JSON.stringify(checked.quotes),
  verdict: checked.verdict,
  rationale: checked.rationale,
  contributions: '[]',
  submitted_at: state === 'submitted' ? time : null,
  submitted_by: state === 'submitted' ? by : null,
  dropped_at: state === 'dropped' ? time : null,
  dropped_by: state === 'dropped' ? by : null,
  drop_reason: state === 'dropped' ? 'Said twice.' : null,
  created_by: by,
  created_at: time,
  updated_at: time,
});

const anchorRow = ({ id, n, on }: Made, start: number, end: number): Row => ({
  id: idAt(on.at + 2000, n),
  claim_id: id,
  revision_id: on.revision,
  position: 0,
  start,
  end,
  exact: on.body.slice(start, end),
  prefix: on.body.slice(Math.max(0, start - 32), start),
  suffix: on.body.slice(end, end + 32),
  state: 'exact',
});

const evidenceRow = ({ id, n, time, by, on }: Made, source: Source, random: () => number): Row => ({
  id: idAt(on.at + 3000, n),
  claim_id: id,
  source_id: source.id,
  number: 1,
  stance: pick(['supports', 'refutes', 'context'], random),
  quote: on.said.sentence(12),
  is_primary: n % 2,
  created_by: by,
  created_at: time,
});

const decisionRow = ({ id, n, time, by, on }: Made, content: string, state: State): Row => ({
  id: idAt(on.at + 4000, n),
  claim_id: id,
  number: 1,
  outcome: state === 'returned' ? 'return' : 'approve',
  digest: sha256(state === 'lapsed' ? id : content),
  content,
  anchors: '[]',
  contributors: JSON.stringify([by]),
  note: state === 'returned' ? 'Which month?' : null,
  decided_at: time,
});
