import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Avatar, initials } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Checkbox, Switch } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { CopyButton } from '@/components/ui/copy-button';
import { DateInput } from '@/components/ui/date-input';
import { DiffText } from '@/components/ui/diff-text';
import { Field } from '@/components/ui/field';
import { Glyph } from '@/components/ui/glyph';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Menu } from '@/components/ui/menu';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { StateMark } from '@/components/ui/state-mark';
import { Tabs } from '@/components/ui/tabs';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { VerdictMark } from '@/components/ui/verdict-mark';
import { Wordmark } from '@/components/ui/wordmark';
import { glyphs } from '@/domain/scale';
import { claimStates } from '@/domain/workflow';

const idle = () => {};
const bar = [
  { label: 'Draft', count: 3, fill: 'fill-rule' },
  { label: 'Approved', count: 9, fill: 'fill-ok' },
  { label: 'Dropped', count: 0, fill: 'fill-hairline' },
];
const samples: Record<string, ReactElement> = {
  avatar: <Avatar name="Imke Tamm" named />,
  button: <Button busy>Save</Button>,
  checkbox: <Checkbox label="Primary source" hint="First hand." />,
  switch: <Switch label="Single keys" />,
  choice: <Choice legend="Stance" value="a" options={[{ value: 'a', label: 'A' }]} onChange={idle} />,
  'copy button': <CopyButton text="words" />,
  'date input': <DateInput />,
  'diff text': <DiffText before="60,000 cars" after="41,000 cars" />,
  'icon button': <IconButton label="Edit" keys="e" icon={<svg />} />,
  kbd: <Kbd keys="Mod+Enter" />,
  menu: <Menu trigger={<button type="button">More</button>}>rows</Menu>,
  notice: <Notice title="Not saved">Your words are kept.</Notice>,
  progress: <Progress label="Reading" value={0.4} onCancel={idle} />,
  'progress bar': <ProgressBar label="12 claims" segments={bar} legend />,
  'relative time': <RelativeTime at="2026-03-14T10:00:00Z" />,
  select: <Select value="a" options={[{ value: 'a', label: 'A' }]} onChange={idle} />,
  tabs: <Tabs label="Claim" tabs={[{ id: 'e', label: 'Evidence', panel: 'Three.' }]} />,
  'text input': <TextInput />,
  textarea: <Textarea />,
  'verdict mark': <VerdictMark verdict={null} />,
  wordmark: <Wordmark />,
};

describe('what the server writes of a control', () => {
  test.each(Object.entries(samples))(
    'has no style attribute, which the policy of the page would refuse: %s',
    (_, sample) => {
      const html = renderToStaticMarkup(sample);
      expect(html).not.toMatch(/\sstyle=|<style/);
      expect(html.length).toBeGreaterThan(20);
    },
  );
});

describe('a mark', () => {
  test('has its own shape for each verdict', () => {
    const shapes = glyphs.map((name) => renderToStaticMarkup(<Glyph name={name} />));
    expect(new Set(shapes).size).toBe(glyphs.length);
  });

  test('says each state of a claim in a word of its own, with a shape of its own', () => {
    const marks = claimStates.map((state) => renderToStaticMarkup(<StateMark state={state} />));
    expect(new Set(marks.map((mark) => mark.replace(/<[^>]*>/g, ''))).size).toBe(claimStates.length);
    expect(new Set(marks.map((mark) => mark.match(/<svg.*<\/svg>/s)![0])).size).toBe(claimStates.length);
  });

  test('says that there is no verdict yet', () => {
    expect(renderToStaticMarkup(<VerdictMark verdict={null} />)).toContain('No verdict yet');
  });

  test('of a person is the first letter of the first and the last name', () => {
    expect(['Imke Tamm', 'Plato', 'Ana de la Cruz', '  '].map(initials)).toEqual(['IT', 'P', 'AC', '']);
  });
});

test('a bar says in words how the whole divides, and leaves out what there is none of', () => {
  expect(renderToStaticMarkup(samples['progress bar']!)).toContain('aria-label="12 claims: 3 draft, 9 approved"');
});

test('a field names its input and points it to hint and error', () => {
  const html = renderToStaticMarkup(
    <Field label="Address" hint="The page itself." error="Give an address that starts with https://.">
      <TextInput />
    </Field>,
  );
  const id = html.match(/<label for="([^"]+)"/)![1]!;
  expect(html).toContain(`id="${id}" aria-describedby="${id}-hint ${id}-error" aria-invalid="true"`);
});

test('the time on the server is the date in UTC, the same on every machine', () => {
  expect(renderToStaticMarkup(samples['relative time']!)).toContain('>14 March 2026 at 10:00 UTC<');
});
