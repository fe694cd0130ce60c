import type { Approach } from '@/domain/approach';
import {
  type Ground,
  type Judged,
  type JudgedEvidence,
  type JudgedSource,
  presets,
  type Waiver,
} from '@/domain/standards';
import { siteOf } from '@/domain/standards/site';
import { plain } from './edition';

/** A piece of evidence that supports, quoted and primary, unless told otherwise. */
export const item = (
  number: number,
  given: Partial<Omit<JudgedEvidence, 'source'>> & { source?: Partial<JudgedSource> } = {},
): JudgedEvidence => ({
  number,
  stance: 'supports',
  quote: '41,200 units',
  primary: true,
  accessedOn: '2026-07-02',
  ...given,
  source: {
    url: `https://source-${number}.example/page`,
    title: `Source ${number}`,
    publisher: `Publisher ${number}`,
    publishedOn: '2026-07-01',
    ...given.source,
  },
});

/** Somebody asked for a reply on 1 July with a day to answer, who has not. */
export const approach = (given: Partial<Approach> = {}): Approach => ({
  id: '1',
  party: 'Ines Varga, director',
  channel: 'email',
  contact: 'varga@port.example',
  question: null,
  askedAt: '2026-07-01T09:00:00.000Z',
  deadline: '2026-07-02T09:00:00.000Z',
  outcome: null,
  answer: null,
  answeredAt: null,
  tells: 'nothing',
  told: null,
  by: 'ada',
  at: '2026-07-01T09:05:00.000Z',
  ...given,
});

export const waiver = (rule: Waiver['rule'], reason = 'There is no other.'): Waiver => ({
  id: rule,
  rule,
  reason,
  by: 'ada',
  at: '2026-07-01T10:00:00.000Z',
});

/** A claim that meets every standard, unless told otherwise. */
export const judged = (given: Partial<Judged> = {}): Judged => ({
  statement: 'The Saltmere ferry carried 41,200 passengers in June.',
  quotes: ['The ferry to Saltmere carried 41,200 passengers in June'],
  claimant: { name: 'Ines Varga', type: 'person', role: 'Director' },
  verdict: 'true',
  rationale: 'The returns say so [1], and so does the audit [2].',
  evidence: [item(1), item(2)],
  unsettled: null,
  approaches: [],
  waivers: [],
  ...given,
});

/** What it is judged by on 3 July, every check on as a warning. */
export const ground = (given: Partial<Ground> = {}): Ground => ({
  levels: presets[0]!.levels,
  scale: plain,
  desk: { size: 'several' },
  article: { url: 'https://ledger.example/saltmere-ferry', language: 'en' },
  origin: 'https://desk.example',
  openThreads: 0,
  approval: null,
  siteOf,
  now: '2026-07-03T12:00:00.000Z',
  ...given,
});
