// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Slice } from '@tiptap/pm/model';
import { afterEach, describe, expect, test } from 'vitest';
import { addressesIn, RationaleLink } from '@/components/claims/rationale-link';

const found = (words: string) => addressesIn(words).map(({ address }) => address);

describe('the address in some words', () => {
  test.each([
    ['See https://stats.example/june.', 'https://stats.example/june'],
    ['(https://stats.example/june)', 'https://stats.example/june'],
    ['https://wiki.example/Port_(harbour)', 'https://wiki.example/Port_(harbour)'],
    ['“https://stats.example”, it says', 'https://stats.example'],
    ['HTTP://STATS.example?', 'HTTP://STATS.example'],
  ])('%s → %s', (words, address) => expect(found(words)).toEqual([address]));

  test('needs its scheme, and one that a page may link to', () => {
    expect(found('stats.example www.stats.example javascript:alert(1) xhttps://a.example https://')).toEqual([]);
  });
});

describe('in a rationale', () => {
  let editor: Editor;
  afterEach(() => editor.destroy());

  const write = (words: string) => {
    editor = new Editor({ extensions: [Document, Paragraph, Text, RationaleLink] });
    editor.commands.insertContent(words);
  };
  const type = (key: string) => {
    const { view } = editor;
    const { from, to } = view.state.selection;
    const plain = () => view.state.tr.insertText(key);
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, key, plain))) view.dispatch(plain());
  };
  const paste = (words: string) => {
    const slice = new Slice(editor.schema.node('paragraph', null, [editor.schema.text(words)]).content, 0, 0);
    return editor.view.someProp('handlePaste', (handle) => handle(editor.view, new Event('paste') as never, slice));
  };
  const links = () => [...editor.getHTML().matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, ...link]) => link);

  test('an address is linked when the word is done, without the sentence’s own stop', () => {
    write('As https://stats.example/june.');
    expect(links()).toEqual([]);
    type(' ');
    expect(links()).toEqual([['https://stats.example/june', 'https://stats.example/june']]);
    expect(editor.getText()).toBe('As https://stats.example/june. ');
  });

  test('what is typed after a link is not of it', () => {
    write('https://stats.example');
    for (const key of ' says') type(key);
    expect(links()).toEqual([['https://stats.example', 'https://stats.example']]);
  });

  test('an earlier word is left as it is', () => {
    write('https://stats.example says so');
    type(' ');
    expect(links()).toEqual([]);
  });

  test('an address pasted over words becomes their link; other words take their place', () => {
    write('the counts');
    editor.commands.setTextSelection({ from: 5, to: 11 });
    expect(paste('figures of June')).toBeFalsy();
    expect(paste('https://stats.example/june')).toBe(true);
    expect(links()).toEqual([['https://stats.example/june', 'counts']]);
  });

  test('no address that a page may not link to becomes a link', () => {
    write('<a href="javascript:alert(1)">click</a>');
    expect(links()).toEqual([]);
  });
});
