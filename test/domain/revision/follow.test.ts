import { describe, expect, it } from 'vitest';
import { describeSpan } from '@/domain/anchor';
import { type Followed, follow, followHeadline, type Place, type Worded } from '@/domain/revision';

const first = 'The mill on Corran Street employed 310 people last spring, its owner said on Monday.';
const second = first.replace('310', '290');
const third = first.replace('310', '280');
const without = 'Nothing else was said at the meeting of the council that evening.';

const placeIn = (text: string, words: string): Worded => {
  const start = text.indexOf(words);
  const place = { ...describeSpan(text, { start, end: start + words.length }), state: 'exact' as const };
  return { place: { ...place, footing: null, kept: false }, words };
};

/** What becomes of a claim on the whole first text, as one text follows another. */
function through(texts: string[], begun = placeIn(first, first)): Followed[] {
  const all = [first, ...texts];
  let worded = begun;
  return texts.map((text, index) => {
    const before = { number: index + 1, text: all[index]! };
    const now = { number: index + 2, text };
    const [found] = follow([worded], before, now, (number) => all[number - 1]!, 'en');
    worded = { place: found!.place, words: begun.words };
    return found!;
  });
}
const states = (followed: Followed[]) => followed.map(({ place }) => place.state);

describe('a claim that follows its text', () => {
  it('stays changed through whatever changes come, each told from what a person settled', () => {
    const [once, twice] = through([second, third]);
    expect(states([once!, twice!])).toEqual(['changed', 'changed']);
    expect(twice?.finding).toMatchObject({ was: first, now: third, changes: ['number'], from: { revision: 1 } });
    expect(twice?.place.footing).toMatchObject({ revision: 1, exact: first });
  });

  it('stands again, with nothing to settle, when the old words are back', () => {
    const back = through([second, first]).at(-1);
    expect(back?.place).toMatchObject({ state: 'exact', footing: null });
  });

  it('is lost where it last stood, goes on being looked for from there, and is found when its words are back', () => {
    const [gone, still, back] = through([without, `${without} More was not said.`, `${without}\n${first}`]);
    expect(gone?.place).toMatchObject({ state: 'lost', ...describeSpan(first, { start: 0, end: first.length }) });
    expect(still?.place).toEqual(gone?.place);
    expect(back?.place).toMatchObject({ start: without.length + 1, footing: null });
  });

  it('stays kept while its words are gone, and no longer', () => {
    const [changed] = through([second]);
    const kept: Worded = { place: { ...changed!.place, kept: true }, words: first };
    const texts = [first, second, third, first];
    const step = (from: Worded, number: number) => {
      const before = { number, text: texts[number - 1]! };
      const now = { number: number + 1, text: texts[number]! };
      return follow([from], before, now, (each) => texts[each - 1]!, 'en')[0]!.place;
    };
    const later = step(kept, 2);
    expect(later).toMatchObject({ state: 'changed', kept: true });
    expect(step({ place: later, words: first }, 3)).toMatchObject({ state: 'exact', kept: false });
  });

  it('takes each place by itself, whatever the order', () => {
    const text = `${first}\n${without}`;
    const places = [placeIn(text, 'Nothing else was said'), placeIn(text, first)];
    const next = `${without}\n${second}`;
    const followed = (which: Worded[]) =>
      follow(which, { number: 1, text }, { number: 2, text: next }, () => text, 'en').map(({ place }) => place);
    expect(followed(places).map(({ state }) => state)).toEqual(['moved', 'changed']);
    expect(followed(places.toReversed())).toEqual(followed(places).toReversed());
  });
});

describe('a headline', () => {
  const place: Place = { ...placeIn('Mill owner denies cuts', 'Mill owner denies cuts').place };
  const now = (title: string) => followHeadline({ place, words: '' }, 1, title, 'en');

  it.each([
    ['Mill owner denies cuts', 'exact'],
    ['Mill  owner denies cuts', 'moved'],
    ['Mill owner denies cuts again', 'changed'],
    ['Owner denies cuts', 'changed'],
    ['Ferry sinks', 'changed'],
  ])('that reads “%s” is %s', (title, state) => {
    expect(now(title).place.state).toBe(state);
  });

  it('tells what it was, what it is, and what kind of change that is', () => {
    const { finding, place: after } = now('Mill owner never denies cuts');
    expect(finding).toMatchObject({ was: 'Mill owner denies cuts', now: 'Mill owner never denies cuts' });
    expect(finding.changes).toContain('negation');
    expect(after.footing).toMatchObject({ revision: 1, exact: 'Mill owner denies cuts' });
  });
});
