import { useEffect, useRef } from 'react';
import { isSingleKey, pressed } from './keys';
import { createStore } from './store';

/** One thing a person can do here: by key, from the command palette, and listed under `?`. */
export type Command = {
  /** as `keys.ts` writes them; without keys it is in the palette only */
  keys?: string;
  label: string;
  /** the heading it stands under */
  group: string;
  run: () => void;
  /** more words the palette finds it by */
  keywords?: string[];
  /** fires while typing too: only for Escape and what goes with Mod */
  whileTyping?: boolean;
  /** fires while a dialog or a menu is open too */
  overDialogs?: boolean;
  /** fires again while the key is held down */
  repeat?: boolean;
  /** known but not possible now: neither fires nor shows */
  disabled?: boolean;
};

type Place = { commands: readonly Command[] };
const places = new Set<Place>();

/** Every command possible now, in the order the parts of the page announced them. */
export const availableCommands = (): Command[] =>
  [...places].flatMap((place) => place.commands).filter((command) => !command.disabled);

const preference = 'stet-single-keys';
/** Whether keys without Mod work (WCAG 2.1.4): each person's own choice, kept in this browser. */
export const singleKeys = createStore(true);

/** Switches single-key shortcuts on or off, and keeps that. */
export function setSingleKeys(on: boolean): void {
  singleKeys.set(on);
  localStorage.setItem(preference, on ? 'on' : 'off');
}

const typing =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]';

/** Whether keys pressed here are text. The read-only article takes a caret but no text, so it is not. */
export function isTyping(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest(typing) : null;
  return (
    field !== null &&
    field.getAttribute('contenteditable') !== 'false' &&
    field.getAttribute('aria-readonly') !== 'true'
  );
}

const fires = (command: Command, event: KeyboardEvent, at: { typing: boolean; dialog: boolean }): boolean =>
  command.keys !== undefined &&
  (command.repeat || !event.repeat) &&
  (command.whileTyping || !at.typing) &&
  (command.overDialogs || !at.dialog) &&
  (singleKeys.get() || !isSingleKey(command.keys)) &&
  pressed(event, command.keys);

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const at = {
    typing: isTyping(event.composedPath()[0] ?? null),
    dialog: document.querySelector('[data-blocks-shortcuts]') !== null,
  };
  const command = availableCommands().findLast((one) => fires(one, event, at));
  if (!command) return;
  event.preventDefault();
  command.run();
}

function arrive(place: Place): () => void {
  if (places.size === 0) {
    singleKeys.set(localStorage.getItem(preference) !== 'off');
    window.addEventListener('keydown', listen);
  }
  places.add(place);
  return () => {
    places.delete(place);
    if (places.size === 0) window.removeEventListener('keydown', listen);
  };
}

/**
 * Offers commands for as long as the component is on the page. The list may be new on every rendering; the latest one
 * counts. Of two with the same keys the one announced last wins.
 */
export function useShortcuts(commands: readonly Command[]): void {
  const place = useRef<Place>({ commands });
  useEffect(() => {
    place.current.commands = commands;
  });
  useEffect(() => arrive(place.current), []);
}
