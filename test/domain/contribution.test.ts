import { describe, expect, it } from 'vitest';
import { contributorsOf, recordEdit } from '@/domain/contribution';

/** The contributors of a claim made by `creator` after edits written as `person:digest`, from digest `x`. */
function after(...edits: string[]): string[] {
  let digest = 'x';
  let runs: ReturnType<typeof recordEdit> = [];
  for (const edit of edits) {
    const [person = '', next = ''] = edit.split(':');
    runs = recordEdit(runs, { person, before: digest, after: next });
    digest = next;
  }
  return contributorsOf('creator', runs);
}

describe('who contributed to a claim', () => {
  it.each<[string, string[], string[]]>([
    ['its creator, always', [], ['creator']],
    ['everybody who edited it', ['ann:y', 'bo:z'], ['creator', 'ann', 'bo']],
    ['not who changed nothing that is approved', ['ann:x'], ['creator']],
    ['not who undid their own edits', ['ann:y', 'ann:z', 'ann:x'], ['creator']],
    ['not whose edit somebody else undid, but who undid it', ['ann:y', 'bo:x'], ['creator', 'bo']],
    ['who wrote what others then wrote over', ['ann:y', 'bo:z', 'cy:w'], ['creator', 'ann', 'bo', 'cy']],
    ['not whose edit was undone within another’s', ['ann:y', 'bo:z', 'ann:y'], ['creator', 'ann']],
  ])('%s', (_, edits, contributors) => {
    expect(after(...edits)).toEqual(contributors);
  });
});
