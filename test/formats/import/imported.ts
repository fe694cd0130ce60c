import type { Given, ImportedArticle } from '@/formats/import';
import { importText } from '@/formats/import/text';

export const BODY = [
  'The council of Harbour City voted 7–2 on Thursday to raise the sea wall by 40 centimetres, officials said.',
  '“We will not wait for the next flood,” Mayor Ada Quill told reporters. “It’s time.”',
  'Work is to begin in March.',
];

export function imported(content: string, given: Given = {}): ImportedArticle {
  const result = importText(content, given);
  if (!result.ok) throw new Error(result.refusal.problems[0]?.message);
  return result.value;
}

export const refusal = (content: string, given: Given = {}) => {
  const result = importText(content, given);
  return result.ok ? null : { kind: result.refusal.kind, rule: result.refusal.problems[0]?.rule };
};

export const above = (...lines: string[]) => imported([...lines, ...BODY].join('\n\n'));
export const below = (...lines: string[]) => imported([...BODY, ...lines].join('\n\n'));
