import { expect, test } from 'vitest';
import { kindName, tellingOf } from '@/components/log/log-words';
import { type Activity, activityKinds, activityTypes } from '@/domain/activity';

test.each(activityTypes)('%s is told in words, with and without what was erased of it', (type) => {
  for (const content of [{}, null]) {
    const entry = { type, content } as Activity;
    expect(tellingOf(entry)).not.toBe('did something');
    expect(tellingOf(entry)).not.toMatch(/undefined|null|object/);
  }
});

test('every kind of thing has a name that people use', () => {
  expect(new Set(activityKinds.map(kindName)).size).toBe(activityKinds.length);
});
