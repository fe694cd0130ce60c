import { describeSpan } from '@/domain/anchor';
import { digestOf, sha256Hex } from '@/domain/canonical';
import type { Content } from '@/domain/content';
import { plainDoc } from '@/domain/doc';
import type { Candidate, Material } from '@/domain/edition';
import { candidate, contentWith, material } from './edition';

/** An invented report of a thousand words, with twelve claims of every kind, that overlap, nest and cross paragraphs. */
export const longText =
  `PORT ELLERY — The harbour of Port Ellery handled 41,200 containers in March, more than in any month since it opened in 1974, the port authority said on Tuesday.

Mayor Ines Calder called the figure “a record that nobody in this country has come near” and said it proved that the council had been right to borrow 310 million crowns for the deep-water quay. “We were told it would stand empty,” she said. “It is full.”

The authority’s director, Tomas Brandt, was more careful. He said that about a third of the boxes had been diverted from Saltmere, where a lock gate failed on 2 March and was not repaired until the 28th. “April will tell us what is ours and what is borrowed,” he said.

Traffic at the two ports has long moved together. Saltmere, forty kilometres along the coast, is the older and the shallower of the two, and in most years it has carried slightly more. Its operator did not answer questions for this report.

What the quay cost is disputed. The council’s own accounts put it at 310 million crowns, of which 240 million was lent by the regional bank and the rest taken from reserves. The opposition, which voted against the loan, says that interest will bring the total to more than half a billion by the time it is repaid.

“Every family in this town owes eleven thousand crowns for that wall,” said Petra Lund, who leads the opposition on the council. “Nobody asked them.” There are some 28,000 households in the borough.

The loan runs for twenty years at a fixed rate. The bank said that it had been granted on ordinary commercial terms, and that no other port on the coast had been offered less.

The quay was finished in October, eleven months late. The contractor, Harbour Works, blamed the delay on unexploded shells from the last war, of which it says divers found ninety-four. The navy, which cleared them, recorded sixty-one.

For the people who live above the docks the record has meant lorries. The haulage road was built for four hundred a day; on some days in March, residents counted more than nine hundred. Anna Weiss, who has lived on Ropewalk for thirty years, keeps a notebook at her window.

“They start at four,” she said, turning its pages. “I have written to the mayor eleven times and had one answer, and the answer was a calendar with a picture of the quay on it.”

The council says that air along the road is cleaner than it was ten years ago, because the lorries are newer. A station at the school has measured since 2015. Its yearly mean of fine dust has fallen from 19 to 14 micrograms in a cubic metre, still above the 10 that doctors at the county hospital ask for.

A railway that would take half of the traffic off the road has been promised since 1998. The ministry says that work will begin next year. It has said so four times before.

A second terminal is to open in June and will employ 300 people, according to the authority. The dockers’ union expects half of that. It points to the first terminal, where 220 jobs were announced and, by its count, 130 exist.

“Cranes do not join a union,” said its secretary, Milo Hart, who began at the port as a lasher in 1991. “They drive themselves now. One man in a room with a screen minds six of them.”

Mr Brandt said that the union was counting only those on its own contracts, and that cleaners, fitters and guards brought the number to 205. Both sides showed this newspaper their lists. Neither list could be reconciled with the tax office’s figures, which are public and give 171 for the end of last year.

The authority’s forecast is for half a million boxes this year. To reach it, the port would have to repeat its March in every month that is left. Saltmere’s gate has been repaired, and the first ships went back there on the 29th.

Shipping lines, which decide such things in offices far from either town, said little. Norrland Line, the largest customer of both ports, said only that it “values choice on that coast”. Two of its captains, who asked not to be named, said that they preferred Port Ellery for its depth and Saltmere for its pilots.

There is also the question of the sand. The channel to the new quay was dredged to sixteen metres. Since then two storms have brought part of it back, and the authority has hired a dredger until the autumn at a cost it does not give. A chart that the harbour master published in February shows 14.9 metres at the bend by the old fort.

Ships drawing more than fourteen metres have been told to wait for the tide. Eleven of them did so in March, among them the largest that called, which lay at anchor for nine hours within sight of the mayor’s reception.

Ms Calder said that every port on the coast dredges. That is so, although the others have not had to do it within half a year of opening.

The council votes on the second terminal’s road on Thursday. The mayor’s party holds fifteen of the twenty-nine seats, and two of the fifteen have said that they will not vote for it unless the railway comes first.

The record itself was measured as such records are: by counting every box that crosses the quay’s edge, in either direction, full or empty. By that measure a box that is landed, found to be the wrong one and put back on its ship counts twice. The authority confirmed that this had happened in March, though “not often enough to matter”.

Down on the quay on Wednesday morning there was one ship, and at the window on Ropewalk Ms Weiss was writing down the lorries.`
    .split('\n\n')
    .join('\n');

type Said = { quote: string | null; statement: string; verdict: string; rationale: string; content?: Partial<Content> };

const said: Said[] = [
  {
    quote: 'handled 41,200 containers in March',
    statement: 'The port of Port Ellery handled 41,200 containers in March.',
    verdict: 'true',
    rationale:
      'The authority’s monthly table gives **41,214** boxes in March [1]. The count was confirmed by the customs office, which keeps its own [2].',
  },
  {
    quote: 'more than in any month since it opened in 1974',
    statement: 'March was the port’s busiest month since it opened in 1974.',
    verdict: 'mostly-true',
    rationale:
      'Every month on record is lower [1]. The table begins in 1981, however; figures for the first seven years were lost in a fire, so the claim cannot be shown for the whole time.',
  },
  {
    quote: '“a record that nobody in this country has come near”',
    statement: 'No other port in the country has come near 41,200 containers in a month.',
    verdict: 'false',
    rationale:
      'Three other ports passed that number last year [1]:\n\n- Northhaven, in each of nine months\n- Saltmere, in May and June\n- Granby, in October\n\nThe mayor’s office said that she had “meant ports of this size”.',
    content: {
      kind: 'position',
      claimant: {
        name: 'Ines Calder',
        type: 'person',
        role: 'mayor of Port Ellery',
        sameAs: 'https://council.example/calder',
      },
      saidOn: '2026-04-07',
      saidAt: 'https://council.example/press/2026-04-07',
    },
  },
  {
    quote: 'said it proved that the council had been right to borrow 310 million crowns for the deep-water quay',
    statement: 'March’s traffic proves that borrowing for the quay was right.',
    verdict: 'not-checkable',
    rationale: 'Whether a loan was right is a judgement; one month of traffic neither proves nor refutes it.',
    content: { kind: 'opinion', evidence: [] },
  },
  {
    quote: 'borrow 310 million crowns',
    statement: 'The council borrowed 310 million crowns for the quay.',
    verdict: 'mostly-false',
    rationale:
      'The quay *cost* 310 million. The council borrowed 240 million of it and took 70 million from reserves [1]. The article says so itself further down.',
  },
  {
    quote:
      'about a third of the boxes had been diverted from Saltmere, where a lock gate failed on 2 March and was not repaired until the 28th',
    statement: 'About a third of March’s containers were diverted from Saltmere.',
    verdict: 'unproven',
    rationale:
      'We asked the authority, the operator at Saltmere and two shipping lines for the manifests. None gave them. The dates of the failure are right [1], and traffic at Saltmere fell by 13,900 boxes in March, which would fit.',
  },
  {
    quote: 'Every family in this town owes eleven thousand crowns for that wall',
    statement: 'The loan for the quay comes to eleven thousand crowns for each household.',
    verdict: 'misleading',
    rationale:
      '310 million divided by 28,000 households is about 11,070, so the sum is right [1]. But the loan is of 240 million, it is repaid from harbour dues rather than taxes, and no household owes any of it [2].',
    content: { claimant: { name: 'Petra Lund', type: 'person', role: 'leader of the opposition', sameAs: null } },
  },
  {
    quote: 'divers found ninety-four. The navy, which cleared them, recorded sixty-one.',
    statement: 'Harbour Works says that divers found 94 unexploded shells; the navy recorded 61.',
    verdict: 'true',
    rationale: 'Both documents say what the article says they say [1] [2].',
  },
  {
    quote: 'Its yearly mean of fine dust has fallen from 19 to 14 micrograms in a cubic metre',
    statement: 'Fine dust at the school fell from 19 to 14 micrograms per cubic metre between 2015 and last year.',
    verdict: 'true',
    rationale: 'The station’s published means are 19.2 and 13.9 [1].',
  },
  {
    quote: 'It has said so four times before.\nA second terminal is to open in June',
    statement: 'The ministry has promised the start of the railway four times.',
    verdict: 'mixed',
    rationale:
      'We found three dated announcements, of 1998, 2007 and 2019 [1]. A fourth, of 2012, promised a study and not the start of work [2].',
  },
  {
    quote: '220 jobs were announced and, by its count, 130 exist',
    statement: 'At the first terminal 220 jobs were announced and 130 exist.',
    verdict: 'mixed',
    rationale:
      'The announcement is right [1]. The tax office gives 171 jobs for the end of last year, between the union’s count and the authority’s [2].',
  },
  {
    quote: null,
    statement: 'The article does not say that the record counts empty boxes until its last third.',
    verdict: 'mostly-true',
    rationale:
      'The headline and the first twenty paragraphs speak of containers handled. That 38 per cent of them were empty stands in the authority’s table [1] and is not in the article.',
    content: { about: 'article', kind: 'media' },
  },
];

const evidence = (number: number): Content['evidence'][number] => ({
  number,
  stance: number % 2 ? 'supports' : 'refutes',
  quote: number % 2 ? 'Boxes over the quay’s edge, March: 41,214, of which 15,661 empty.' : null,
  locator: number % 2 ? 'Table 2, page 7' : null,
  primary: number % 2 === 1,
  accessedOn: '2026-04-09',
  archivedUrl: `https://archive.example/2026/https://port.example/traffic/${number}`,
  source: {
    url: `https://port.example/traffic/2026/march-${number}`,
    title: 'Monthly traffic of the port, provisional figures',
    publisher: 'Port Ellery Harbour Authority',
    publishedOn: '2026-04-03',
  },
});

function claimOf({ quote, statement, verdict, rationale, content }: Said, index: number): Candidate {
  const start = quote === null ? -1 : longText.indexOf(quote);
  if (quote !== null && start < 0) throw new Error(`Not in the text: ${quote}`);
  const anchors =
    quote === null
      ? []
      : [{ ...describeSpan(longText, { start, end: start + quote.length }), revision: 1, state: 'exact' as const }];
  const cited = [...rationale.matchAll(/\[(\d)\]/g)].map(([, digit]) => Number(digit));
  const said = contentWith({
    statement,
    rationale,
    quotes: anchors.map(({ exact }) => exact),
    verdict: { key: verdict, scale: 'plain', version: 1 },
    evidence: cited.map(evidence),
    ...content,
  });
  const claim = candidate(String(index).padStart(2, '0'), { quote: null });
  return {
    ...claim,
    quotes: said.quotes,
    anchors,
    statement,
    approval: { ...claim.approval!, digest: digestOf(said), content: said, anchors, stands: anchors },
  };
}

/** What an edition of the invented report is made of. */
export const longMaterial = (given: Parameters<typeof material>[0] = {}): Material => {
  const made = material({ claims: said.map(claimOf), ...given });
  const doc = plainDoc(longText.split('\n'));
  const revision = { number: 1, sha256: sha256Hex(longText), text: longText, doc };
  return {
    ...made,
    article: {
      ...made.article,
      title: 'Harbour claims a record as a rival’s lock stands broken',
      byline: 'Jo Quill',
      ...given.article,
      revision,
    },
  };
};
