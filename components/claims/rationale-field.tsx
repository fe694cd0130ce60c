'use client';
import { type ComponentType, useEffect, useState } from 'react';
import { arriving } from '../ui/later';
import { Textarea } from '../ui/textarea';
import type { RationaleProps } from './rationale';

const fetched = arriving(() => import('./panel-parts').then((module) => module.RationaleEditor));
/** the editor, once its script has come: from then on a field begins with it */
let Editor: ComponentType<RationaleProps> | null = null;

/** Whether the editor's script is there. */
function useEditorIsHere(): boolean {
  const [here, setHere] = useState(Editor !== null);
  useEffect(() => {
    if (here) return;
    let gone = false;
    fetched().then((module) => {
      Editor = module.default;
      if (!gone) setHere(true);
    });
    return () => {
      gone = true;
    };
  }, [here]);
  return here;
}

/**
 * The rationale with plain formatting. Until its editor has come, and where it cannot, one writes its Markdown in a plain
 * box; and whoever began in the box stays in it, since an exchange would take the focus from under their fingers.
 */
export function RationaleField(props: RationaleProps) {
  const here = useEditorIsHere();
  const [begun, setBegun] = useState(false);
  if (Editor && here && !begun) return <Editor {...props} />;
  const { label = 'Rationale', value, onChange, disabled } = props;
  return (
    <Textarea
      serif
      dir="auto"
      aria-label={label}
      rows={4}
      value={value}
      readOnly={disabled}
      onFocus={() => setBegun(true)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
