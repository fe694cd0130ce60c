// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { availableCommands, type Command, setSingleKeys, useShortcuts } from '@/components/ui/command';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let done: string[] = [];
let root: Root;
const command = (keys: string, more: Partial<Command> = {}): Command => ({
  keys,
  label: keys,
  group: 'Claims',
  run: () => done.push(keys),
  ...more,
});

const places = `<textarea></textarea><select></select><input type="radio" />
  <div id="article" contenteditable="true" role="textbox" aria-readonly="true"></div>
  <div id="rationale" contenteditable="true" role="textbox"></div>`;

function Page({ commands }: { commands: Command[] }) {
  useShortcuts(commands);
  return null;
}

const show = (...commands: Command[]) => act(() => root.render(<Page commands={commands} />));
const press = (key: string, where = 'body', more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  document.querySelector(where)!.dispatchEvent(event);
  return event;
};

beforeEach(() => {
  done = [];
  setSingleKeys(true);
  document.body.innerHTML = places;
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

describe('a shortcut', () => {
  test('fires on the page, in the read-only article and on a radio button', () => {
    show(command('j'));
    for (const where of ['body', '#article', 'input']) press('j', where);
    expect(done).toEqual(['j', 'j', 'j']);
  });

  test('never fires while typing', () => {
    show(command('j'));
    for (const where of ['textarea', 'select', '#rationale']) expect(press('j', where).defaultPrevented).toBe(false);
    expect(done).toEqual([]);
  });

  test('that says so fires while typing too', () => {
    show(command('Mod+Enter', { whileTyping: true }));
    press('Enter', 'textarea', { ctrlKey: true });
    expect(done).toEqual(['Mod+Enter']);
  });

  test('never fires with a dialog open, unless it says so', () => {
    show(command('j'), command('k', { overDialogs: true }));
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.dataset.blocksShortcuts = '';
    press('j');
    press('k');
    dialog.remove();
    press('j');
    expect(done).toEqual(['k', 'j']);
  });

  test('of a single key can be switched off, those with Mod stay', () => {
    show(command('j'), command('Mod+K'));
    setSingleKeys(false);
    press('j');
    press('k', 'body', { ctrlKey: true });
    expect(done).toEqual(['Mod+K']);
    expect(localStorage.getItem('stet-single-keys')).toBe('off');
  });

  test('fires once while the key is held down, unless it says so', () => {
    show(command('a'), command('j', { repeat: true }));
    for (const repeat of [false, true, true]) {
      press('a', 'body', { repeat });
      press('j', 'body', { repeat });
    }
    expect(done).toEqual(['a', 'j', 'j', 'j']);
  });

  test('leaves alone what somebody else has dealt with, and composition', () => {
    show(command('j'));
    document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    press('j');
    press('j', 'body', { isComposing: true });
    expect(done).toEqual([]);
  });

  test('runs what the latest rendering offers, and goes with its page', () => {
    show(command('j', { run: () => done.push('old') }));
    show(command('j', { run: () => done.push('new') }), command('x', { disabled: true }));
    press('j');
    press('x');
    expect(done).toEqual(['new']);
    expect(availableCommands().map((one) => one.keys)).toEqual(['j']);
    act(() => root.render(null));
    press('j');
    expect([done, availableCommands()]).toEqual([['new'], []]);
  });
});
