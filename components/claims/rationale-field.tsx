'use client';
import { lazy, Suspense } from 'react';
import { Textarea } from '../ui/textarea';
import type { RationaleProps } from './rationale';

const Editor = lazy(() => import('./rationale-editor').then((module) => ({ default: module.RationaleEditor })));

/** The rationale with plain formatting. Until its editor has loaded, the same words in a plain box. */
export const RationaleField = (props: RationaleProps) => (
  <Suspense fallback={<Textarea serif readOnly aria-label="Rationale" value={props.value} rows={4} />}>
    <Editor {...props} />
  </Suspense>
);
