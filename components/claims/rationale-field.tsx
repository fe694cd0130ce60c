'use client';
import { Suspense } from 'react';
import { later } from '../ui/later';
import { Textarea } from '../ui/textarea';
import type { RationaleProps } from './rationale';

const Editor = later(() => import('./rationale-editor').then((module) => module.RationaleEditor));

/** The rationale's Markdown in a plain box. */
const Plain = ({ value, onChange, disabled }: RationaleProps) => (
  <Textarea
    serif
    dir="auto"
    aria-label="Rationale"
    rows={4}
    value={value}
    readOnly={disabled}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

/** The rationale with plain formatting. Until its editor has come, and where it cannot, one writes in a plain box. */
export const RationaleField = (props: RationaleProps) => (
  <Suspense fallback={<Plain {...props} />}>
    <Editor {...props} />
  </Suspense>
);
