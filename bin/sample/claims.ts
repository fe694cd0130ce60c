import type { ClaimKind } from '@/domain/claim';
import type { Claimant } from '@/domain/claimant';
import type { NewEvidence } from '@/domain/contract/claims';
import type { NewApproach, WaiveRequest } from '@/domain/contract/standards';
import type { ClaimState } from '@/domain/workflow';

/** One claim of the sample desk: where it stands, what was found, and how far it has come. */
export type SampleClaim = {
  /** the first and the last words of its span; one text where they are the same stretch */
  from: string;
  to?: string;
  statement: string;
  kind: ClaimKind;
  claimant?: Claimant;
  verdict?: string;
  rationale?: string;
  evidence?: NewEvidence[];
  /** who was asked for a reply, and what came back */
  approaches?: NewApproach[];
  /** why the claim need not meet some of the desk's checks */
  waivers?: WaiveRequest[];
  state: ClaimState;
  /** what the editor writes who returns it, or why it was dropped */
  note?: string;
  /** the rationale that the editor suggests who returns it */
  suggests?: string;
  /** the words that an edit after the approval put in the statement's place */
  edited?: string;
};

const source = (title: string, publisher: string, path: string, publishedOn: string) => ({
  title,
  publisher,
  url: `https://${path}`,
  publishedOn,
});

const account = source(
  'Closing account of the riverside tram',
  'Audit Office of Larkmoor',
  'audit.larkmoor.example/riverside-tram/closing-account',
  '2026-06-11',
);
const ridership = source(
  'Weekday boardings by stop, March to August 2026',
  'Larkmoor Transport Office',
  'transport.larkmoor.example/data/boardings-2026',
  '2026-09-09',
);

const vasko: Claimant = { name: 'Pieter Vasko', type: 'person', role: 'Head of the Larkmoor Transport Office' };
const roth: Claimant = { name: 'Anselm Roth', type: 'person', role: 'Councillor, Ratepayers’ List' };

export const sampleClaims: SampleClaim[] = [
  {
    from: 'the line carries 18,400 passengers on an average weekday',
    statement: 'Larkmoor’s riverside tram carried 18,400 passengers on an average weekday in its first six months.',
    kind: 'number',
    verdict: 'true',
    rationale:
      'The transport office’s table gives 18,412 boardings on an average weekday from March to August [1]. It counts **boardings**, not people: somebody who rides there and back counts twice. The article says “passengers”, as such figures usually do.',
    evidence: [
      {
        source: ridership,
        stance: 'supports',
        quote: 'Mean weekday boardings, all stops, March–August 2026: 18,412.',
        locator: 'Table 2, last row',
        primary: true,
        accessedOn: '2026-09-17',
        archivedUrl: 'https://archive.example/2026/transport-boardings',
      },
    ],
    state: 'approved',
  },
  {
    from: 'carries 18,400 passengers on an average weekday, nearly half as many again as the 12,500 that planners had forecast',
    statement: 'Weekday use of Larkmoor’s tram is nearly half as high again as planners had forecast.',
    kind: 'number',
    verdict: 'mostly-true',
    rationale:
      '18,400 is 47 percent more than 12,500, so “nearly half” holds. The forecast of 12,500 was for the *first year*, winter included [1], and summer is the stronger half of the year [2].',
    evidence: [
      {
        source: source(
          'Riverside tram: demand forecast',
          'Institute for Regional Mobility, Larkmoor',
          'mobility.larkmoor.example/forecast-2021.pdf',
          '2021-11-30',
        ),
        stance: 'context',
        quote: 'For the first full year of service we expect 12,500 boardings on an average weekday.',
        locator: 'Page 41',
        primary: true,
        accessedOn: '2026-09-17',
      },
      { source: ridership, stance: 'supports', locator: 'Table 1', primary: true, accessedOn: '2026-09-17' },
    ],
    state: 'approved',
  },
  {
    from: '“No line in this country has filled up faster,”',
    statement: 'No tram line in the country has gained passengers faster after its opening than Larkmoor’s.',
    kind: 'position',
    claimant: vasko,
    verdict: 'unproven',
    rationale:
      'There is no national record of how fast new lines fill up. We asked the national operators’ association and the two cities that opened lines since 2010; neither keeps weekday counts for the first six months. The office could not name a comparison.',
    state: 'approved',
  },
  {
    from: 'It closed in 1987',
    statement: 'Larkmoor’s riverside tram line closed in 1987.',
    kind: 'event',
    verdict: 'true',
    rationale: 'The council’s minutes record the last service on 31 May 1987 [1].',
    evidence: [
      {
        source: source(
          'Council minutes, second quarter of 1987',
          'City Archive of Larkmoor',
          'archive.larkmoor.example/minutes/1987-2',
          '1987-06-30',
        ),
        stance: 'supports',
        quote: 'The last car left Old Harbour at 23.40 on the thirty-first of May.',
        locator: 'Sheet 112',
        primary: true,
        accessedOn: '2026-09-18',
      },
    ],
    state: 'submitted',
  },
  {
    from: 'Rebuilding it cost 214 million crowns. That is 9 million less than the council approved in 2022',
    statement: 'Rebuilding the tram cost 214 million crowns, 9 million less than the council approved in 2022.',
    kind: 'number',
    verdict: 'true',
    rationale: 'Both figures stand in the closing account: 214.3 million spent, 223.5 million approved [1].',
    evidence: [
      {
        source: account,
        stance: 'supports',
        quote: 'Approved 2022: 223.5 m. Spent: 214.3 m.',
        locator: 'Section 1',
        primary: true,
        accessedOn: '2026-09-17',
      },
    ],
    waivers: [
      {
        rule: 'two-sources',
        reason: 'Only the audit office has seen the account as a whole, and it is bound to publish it.',
      },
    ],
    state: 'approved',
  },
  {
    from: 'the tram cost every household in this city four thousand crowns',
    statement: 'Counting the bridge at Tanner’s Quay, the tram cost every household in Larkmoor 4,000 crowns.',
    kind: 'number',
    claimant: roth,
    verdict: 'misleading',
    rationale:
      'The sum works only if the bridge’s 31 million are added: 245 million by 61,300 households is about 4,000. But\n\n- the province paid for the bridge, not the city’s households [1];\n- it would have been built without the tram, says the provincial engineer [2].\n\nWithout it the figure is about 3,500, and a third of that came from national funds.',
    evidence: [
      { source: account, stance: 'context', locator: 'Section 6, funding', primary: true, accessedOn: '2026-09-17' },
      {
        source: source(
          'Letter to the council on the bridge at Tanner’s Quay',
          'Provincial Engineer',
          'province.example/letters/2023-118',
          '2023-04-03',
        ),
        stance: 'refutes',
        quote: 'The crossing is due for replacement irrespective of the city’s plans for rail.',
        primary: true,
        accessedOn: '2026-09-18',
      },
    ],
    approaches: [
      {
        party: 'Anselm Roth, councillor',
        channel: 'email',
        contact: 'roth@ratepayers.example',
        question: 'How did you arrive at four thousand crowns a household?',
        askedAt: '2026-09-17T08:30:00Z',
        deadline: '2026-09-18T16:00:00Z',
        outcome: 'answered',
        answer:
          'The bridge at Tanner’s Quay was drawn for the tram, so it belongs in the sum. Whose pocket it came from is beside the point. Regards, A. Roth',
        answeredAt: '2026-09-18T11:12:00Z',
        tells: 'answer',
        told: 'The bridge at Tanner’s Quay was drawn for the tram, so it belongs in the sum.',
      },
      {
        party: 'The Ratepayers’ List',
        channel: 'phone',
        askedAt: '2026-09-17T09:00:00Z',
        deadline: '2026-09-18T16:00:00Z',
        tells: 'outcome',
      },
    ],
    state: 'approved',
  },
  {
    from: 'Traffic on Harbour Road, which runs beside the line, has fallen by 22 percent since March',
    to: 'On Mill Lane, four streets to the north, the number of cars rose by 15 percent over the same time.',
    statement: 'While traffic on Harbour Road fell by 22 percent, it rose by 15 percent on Mill Lane.',
    kind: 'number',
    verdict: 'mixed',
    rationale:
      'Both counts exist [1]. The one for Mill Lane compares with a week in which the street was half closed for works, so its rise says little.',
    evidence: [
      {
        source: source(
          'Counting stations, weeks 37 of 2025 and 2026',
          'Larkmoor Transport Office',
          'transport.larkmoor.example/data/counters-37',
          '2026-09-14',
        ),
        stance: 'supports',
        locator: 'Stations 4, 5 and 17',
        primary: true,
        accessedOn: '2026-09-17',
      },
    ],
    state: 'returned',
    note: 'Please ask the transport office for the 2024 count on Mill Lane: without the works, is there a rise at all?',
    suggests:
      'Both counts exist [1]. The one for Mill Lane compares with a week in which the street was half closed for works, so that nobody can tell how much of its rise is due to the tram.',
  },
  {
    from: 'admissions of children with asthma fell by a third over the summer',
    statement:
      'Admissions of children with asthma to Larkmoor’s university hospital fell by a third in the summer of 2026 because of the tram.',
    kind: 'cause',
    claimant: { name: 'Ilse Marrow', type: 'person', role: 'Head of the children’s ward' },
    verdict: 'unproven',
    rationale:
      'The fall itself is on record [1]; that the tram caused it is not: admissions fell as much in Eastvale, which has none.',
    evidence: [
      {
        source: {
          title: 'A physician of the children’s ward',
          withheld: true,
          description: 'A physician at the university hospital who was not authorised to speak',
          type: 'person',
        },
        stance: 'context',
        primary: true,
        accessedOn: '2026-09-19',
        note: 'Reached by telephone. Do not name.',
      },
    ],
    state: 'lapsed',
    edited:
      'Admissions of children with asthma to Larkmoor’s university hospital fell by a third in the summer of 2026, thanks to the tram.',
  },
  {
    from: 'In August, 96 percent of services ran within five minutes of the timetable.',
    statement: 'In August 2026, 96 percent of Larkmoor’s tram services ran within five minutes of the timetable.',
    kind: 'number',
    state: 'draft',
  },
  {
    from: 'the most popular project in the city’s history',
    statement: 'Extending the tram to the airport is the most popular project in Larkmoor’s history.',
    kind: 'opinion',
    claimant: { name: 'The council’s majority', type: 'organisation' },
    verdict: 'not-checkable',
    rationale:
      'Popularity across a city’s whole history cannot be measured; the survey quoted next asked about this one project.',
    state: 'approved',
  },
  {
    from: 'I never said it was a bad tram.',
    statement: 'Hanne Lund never said that it was a bad tram.',
    kind: 'quotation',
    state: 'dropped',
    note: 'A turn of phrase; nothing in it to check.',
  },
];
