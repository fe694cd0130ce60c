import { getSchema } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetTable } from '@/components/article/offsets';
import { trials } from '@/test/trials';

const schema = getSchema([Document, Paragraph, Text]);

const docOf = (blocks: string[]) =>
  schema.node(
    'doc',
    null,
    blocks.map((words) => schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])),
  );

const blocks = fc.array(
  fc.oneof(
    fc.constant(''),
    fc.string({ unit: 'grapheme', maxLength: 20 }).map((words) => words.replaceAll('\n', ' ')),
  ),
  {
    minLength: 1,
    maxLength: 12,
  },
);

test('the text of a document is its blocks joined by one line feed', () => {
  fc.assert(
    fc.property(blocks, (words) => {
      expect(offsetTable(docOf(words)).text).toBe(words.join('\n'));
    }),
    { numRuns: trials(1000) },
  );
});

test('every offset goes to a position and back, in documents with emoji and empty blocks', () => {
  fc.assert(
    fc.property(blocks, (words) => {
      const doc = docOf(words);
      const { text, positionAt, offsetAt } = offsetTable(doc);
      for (let offset = 0; offset <= text.length; offset += 1) {
        const position = positionAt(offset);
        expect(offsetAt(position)).toBe(offset);
        expect(doc.resolve(position).parent.isTextblock).toBe(true);
        if (offset < text.length && text[offset] !== '\n') {
          expect(doc.textBetween(position, position + 1)).toBe(text[offset]);
        }
      }
    }),
    { numRuns: trials(1000) },
  );
});

test('every position goes to the offset of the text before it', () => {
  fc.assert(
    fc.property(blocks, (words) => {
      const doc = docOf(words);
      const { offsetAt } = offsetTable(doc);
      for (let position = 0; position <= doc.content.size; position += 1) {
        if (!doc.resolve(position).parent.isTextblock) continue;
        expect(offsetAt(position)).toBe(doc.textBetween(0, position, '\n').length);
      }
    }),
    { numRuns: trials(1000) },
  );
});

test('an offset outside the text is its nearest end', () => {
  const { positionAt, offsetAt, text } = offsetTable(docOf(['one', '', 'two']));
  expect(offsetAt(positionAt(-5))).toBe(0);
  expect(offsetAt(positionAt(99))).toBe(text.length);
});
