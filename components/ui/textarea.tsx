'use client';
import { type ComponentProps, useLayoutEffect, useRef } from 'react';
import { classes } from './classes';
import { useField } from './field';
import { inputLook } from './input-look';

/** Makes the box as high as its text. Set through the DOM, which the style policy allows. */
const grow = (box: HTMLTextAreaElement) => {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
};

/** Text of several lines in a box that grows with it. `serif` sets it as it will be read. */
export function Textarea({
  className,
  serif = false,
  rows = 2,
  ref,
  onInput,
  ...rest
}: ComponentProps<'textarea'> & { serif?: boolean }) {
  const box = useRef<HTMLTextAreaElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height depends on the text, which is not read here
  useLayoutEffect(() => {
    if (box.current) grow(box.current);
  }, [rest.value]);
  return (
    <textarea
      {...useField()}
      rows={rows}
      ref={(element) => {
        box.current = element;
        if (typeof ref === 'function') return ref(element);
        if (ref) ref.current = element;
      }}
      onInput={(event) => {
        grow(event.currentTarget);
        onInput?.(event);
      }}
      className={classes(
        inputLook,
        'block resize-none overflow-hidden',
        serif && 'font-serif text-md leading-read',
        className,
      )}
      {...rest}
    />
  );
}
