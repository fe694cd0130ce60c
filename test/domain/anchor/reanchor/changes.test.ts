import { describe, expect, test } from 'vitest';
import type { ChangeKind } from '@/domain/anchor';
import { follow } from './following';

/** What is said to have changed when a claim reads one way and then the other, in the middle of an article. */
function changesOf(before: string, after: string, language = 'en'): ChangeKind[] {
  const around = (words: string) => `It was reported on the radio.\n${words}\nMore is to follow in the evening.`;
  return follow(around(before), around(after), before, { language }).changes;
}

describe('what changed is named', () => {
  test.each<[string, string, ChangeKind[], string?]>([
    ['The fire killed 41 people.', 'The fire killed 47 people.', ['number']],
    ['The fire killed forty people.', 'The fire killed fifty people.', ['number']],
    ['Prices rose by 3.5 percent.', 'Prices rose by 3.6 percent.', ['number']],
    ['It cost $5 million to build.', 'It cost €5 million to build.', ['number']],
    ['It cost 5 million to build.', 'It cost 5 billion to build.', ['number']],
    ['Er zahlte drei Millionen Euro.', 'Er zahlte drei Milliarden Euro.', ['number'], 'de'],
    ['Il a payé trois euros.', 'Il a payé cent euros.', ['number'], 'fr'],
    ['The vote is on Monday at noon.', 'The vote is on Tuesday at noon.', ['date']],
    ['The vote is on Wednesday at noon.', 'The vote is some day at noon.', ['date']],
    ['He was born on 4 May in town.', 'He was born on 5 May in town.', ['date']],
    ['It opened in May 2019 at last.', 'It opened in May 2020 at last.', ['date']],
    ['Die Wahl ist am 3. Juni in Kiel.', 'Die Wahl ist am 3. Juli in Kiel.', ['date'], 'de'],
    ['Le vote est lundi prochain.', 'Le vote est mardi prochain.', ['date'], 'fr'],
    ['He resigned yesterday at noon.', 'He resigned today at noon.', ['date']],
    ['The mayor did take the money.', 'The mayor did not take the money.', ['negation']],
    ["The mayor didn't take it.", 'The mayor did take it.', ['negation', 'wording']],
    ['The mayor has a plan now.', 'The mayor has no plan now.', ['negation', 'wording']],
    ['Das Amt zahlt die Hilfe.', 'Das Amt zahlt die Hilfe nicht.', ['negation'], 'de'],
    ['Il est venu à la mairie.', "Il n'est pas venu à la mairie.", ['negation', 'wording'], 'fr'],
    ['市长表示会增加预算。', '市长表示不会增加预算。', ['negation'], 'zh'],
    ['He met Anna Lindh in town.', 'He met Eva Lindh in town.', ['name']],
    ['They wrote to the FBI again.', 'They wrote to the CIA again.', ['name']],
    ['Die SPD stimmte dafür.', 'Die CDU stimmte dafür.', ['name'], 'de'],
    ['Gestern sprach Olaf Berg dazu.', 'Gestern sprach Jana Berg dazu.', ['name'], 'de'],
    ['He called it “a disaster” then.', 'He called it “a setback” then.', ['quotation']],
    ['He called it a disaster then.', 'He called it “a disaster” then.', ['quotation']],
    ['The plan will fail by winter.', 'The plan may fail by winter.', ['modality']],
    ['He stole the car at night.', 'He allegedly stole the car at night.', ['modality']],
    ['Der Plan wird scheitern.', 'Der Plan könnte scheitern.', ['modality'], 'de'],
    ['The river was rather high.', 'The river was quite high.', ['wording']],
    ['Der Fluss war sehr hoch.', 'Der Fluss stand sehr hoch.', ['wording'], 'de'],
    ['Now here they stood and sang.', 'Nowhere they stood and sang.', ['negation', 'wording']],
  ])('%s → %s', (before, after, kinds, language) => {
    expect(changesOf(before, after, language).filter((kind) => kinds.includes(kind))).toEqual(kinds);
    expect(changesOf(before, after, language)[0]).toBe(kinds[0]);
  });

  test('several at once, the most telling first', () => {
    const changes = changesOf(
      'In the town hall Mr Berg will pay 30 people out of a fund on Monday.',
      'In the town hall Mr Holm may not pay 20 people out of a fund on Friday.',
    );
    expect(changes).toEqual(['negation', 'number', 'date', 'name', 'modality']);
  });

  test('and never more than changed: other figures and names of the claim count for nothing', () => {
    expect(
      changesOf(
        'On Monday 30 people of the FBI did not sing well.',
        'On Monday 30 people of the FBI did not sing badly.',
      ),
    ).toEqual(['wording']);
  });

  test('the month of May is a date, and what may be is not', () => {
    expect(changesOf('It happens in May again.', 'It happens in June again.')).toEqual(['date']);
    expect(changesOf('It may happen again.', 'It will happen again.')).toEqual(['modality']);
  });
});
