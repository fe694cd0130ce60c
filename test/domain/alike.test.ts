import { expect, it } from 'vitest';
import { type Frequencies, likeness, SOME } from '@/domain/alike';
import { tokensOf } from '@/domain/search/words';

/**
 * Made-up statements in groups: those of one group claim the same, in other words, another language's word order, with
 * another number, or the opposite; those of two groups do not, though many share a subject.
 */
const groups: string[][] = [
  [
    'The Saltmere ferry carried 41,200 passengers in June.',
    'In June, 41,200 passengers travelled on the Saltmere ferry.',
    'The ferry to Saltmere carried 14,200 passengers in June.',
    'The Saltmere ferry did not carry 41,200 passengers in June.',
  ],
  ['The Saltmere ferry line opened in 1974.', 'Saltmere’s ferry line was opened in 1974.'],
  ['The Saltmere ferry closes each winter.', 'Each winter the ferry to Saltmere is closed.'],
  [
    'Crime in Harbour City fell by 12 per cent last year.',
    'Last year, crime fell 12 percent in Harbour City.',
    'Crime in Harbour City didn’t fall by 12 per cent last year.',
  ],
  ['Harbour City spends 3 million a year on its port.', 'The port costs Harbour City 3 million every year.'],
  ['Ines Varga called the figure a record for any month.', 'Varga said the figure was a record for any month.'],
  ['Ines Varga was born in Harbour City.', 'Harbour City is where Ines Varga was born.'],
  ['Vaccines against measles cause deafness in children.', 'Measles vaccines make children deaf.'],
  ['Children were vaccinated against measles in nine schools of the county.'],
  [
    'Le ferry de Saltmere a transporté 41 200 passagers en juin.',
    'En juin, le ferry de Saltmere a transporté 41 200 passagers.',
  ],
  ['Die Fähre nach Saltmere fährt im Winter nicht.', 'Im Winter fährt die Fähre nach Saltmere.'],
  ['六月渡船载客四万一千人。', '渡船在六月载客四万一千人。'],
  ['港口每年花费三百万。'],
  ['Unemployment among the young doubled within two years.', 'Youth unemployment has doubled in two years.'],
  ['Two years ago the youth centre was closed.'],
  ['The mayor sold the old town hall to his brother.', 'The old town hall was sold by the mayor to his brother.'],
  ['The mayor’s brother is the owner of a bakery in the old town.'],
  ['Nine of ten buses in Harbour City run on electricity.', 'Nine out of ten Harbour City buses are electric.'],
  ['A bus ticket in Harbour City costs 4 pounds.', 'Harbour City’s bus tickets cost 4 pounds.'],
  ['The water of the river Lenn is safe to drink.', 'It is safe to drink water from the river Lenn.'],
  ['The river Lenn flooded the harbour in 1998.', 'In 1998 the harbour was flooded by the river Lenn.'],
];

const all = groups.flatMap((statements, group) => statements.map((statement) => ({ statement, group })));
const counts = new Map<string, number>();
for (const { statement } of all) {
  for (const word of new Set(tokensOf(statement).map((token) => token.word)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
}
const known: Frequencies = { of: all.length, in: counts };
const pairs = all.flatMap((one, index) =>
  all.slice(index + 1).map((other) => ({ one, other, same: one.group === other.group })),
);

it('finds nine in ten of what was claimed before, and at most one in ten of what it finds was not', () => {
  const found = pairs.filter(({ one, other }) => likeness(one.statement, other.statement, known).score >= SOME);
  const right = found.filter(({ same }) => same).length;
  const wanted = pairs.filter(({ same }) => same).length;
  expect(right / wanted).toBeGreaterThanOrEqual(0.9);
  expect(right / found.length).toBeGreaterThanOrEqual(0.9);
});

it('puts the same claim before another one about the same thing', () => {
  const [claim, reworded] = groups[0]!;
  const near = likeness(claim!, reworded!, known).score;
  for (const [other] of groups.slice(1)) expect(likeness(claim!, other!, known).score).toBeLessThan(near);
});

it('tells the opposite and another number apart, and hides neither', () => {
  const [claim, reworded, otherNumber, opposite] = groups[0]!;
  expect(likeness(claim!, reworded!, known)).toMatchObject({ opposite: false, numbers: false });
  expect(likeness(claim!, otherNumber!, known)).toMatchObject({ opposite: false, numbers: true });
  expect(likeness(claim!, opposite!, known)).toMatchObject({ opposite: true, numbers: false });
  expect(likeness('He didn’t resign.', 'He resigned.', known).opposite).toBe(true);
});

it('is the same both ways, and wholly alike to itself', () => {
  for (const { one, other } of pairs) {
    const [there, back] = [
      likeness(one.statement, other.statement, known),
      likeness(other.statement, one.statement, known),
    ];
    expect(there.score).toBeCloseTo(back.score, 10);
  }
  for (const { statement } of all) expect(likeness(statement, statement, known).score).toBeCloseTo(1, 10);
  expect(likeness('', 'Nothing.', known).score).toBe(0);
});
