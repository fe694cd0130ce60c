import { describe, expect, test } from 'vitest';
import { ariaKeys, isSingleKey, keyCaps, pressed } from '@/components/ui/keys';

const down = (key: string, more: Partial<KeyboardEvent> = {}) => {
  const held = { Shift: more.shiftKey, Control: more.ctrlKey, Alt: more.altKey, Meta: more.metaKey };
  const getModifierState = (name: string) => held[name as keyof typeof held] ?? false;
  return { key, code: '', getModifierState, ...more } as KeyboardEvent;
};

describe('a press', () => {
  test.each([
    ['j', down('j'), true],
    ['j with the capitals locked', down('J'), true],
    ['Shift+J is not j', down('J', { shiftKey: true }), false],
    ['Control+J is not j', down('j', { ctrlKey: true }), false],
  ])('of the next-claim key: %s', (_, event, expected) => {
    expect(pressed(event, 'j')).toBe(expected);
  });

  test('of a sign counts with Shift or without, as keyboards differ', () => {
    expect(pressed(down('?', { shiftKey: true }), '?')).toBe(true);
    expect(pressed(down('/'), '/')).toBe(true);
    expect(pressed(down('/', { shiftKey: true }), '/')).toBe(true);
    expect(pressed(down('/', { ctrlKey: true }), '/')).toBe(false);
  });

  test('of a digit counts where digits need Shift, by the place of the key', () => {
    expect(pressed(down('&', { code: 'Digit1' }), '1')).toBe(true);
    expect(pressed(down('!', { code: 'Digit1', shiftKey: true }), '1')).toBe(false);
  });

  test('of Mod is Control here', () => {
    expect(pressed(down('Enter', { ctrlKey: true }), 'Mod+Enter')).toBe(true);
    expect(pressed(down('Enter'), 'Mod+Enter')).toBe(false);
  });
});

test('single keys are those a voice could set off', () => {
  expect(['j', 'Shift+C', '?', '1'].every(isSingleKey)).toBe(true);
  expect(['Mod+K', 'Escape', 'Mod+Enter', 'ArrowDown'].some(isSingleKey)).toBe(false);
});

test('keys are printed as the machine names them', () => {
  expect(keyCaps('Mod+Enter', true)).toEqual(['⌘', 'Enter']);
  expect(keyCaps('Mod+k', false)).toEqual(['Ctrl', 'K']);
  expect(keyCaps('Escape', false)).toEqual(['Esc']);
  expect(ariaKeys('Mod+K')).toBe('Control+K');
});
