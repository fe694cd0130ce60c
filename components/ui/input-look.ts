/** The look every box one types into shares; apart from the boxes, so that pages drawn on the server can have it too. */
export const inputLook =
  'w-full rounded-md border border-rule bg-raised px-2.5 py-1.5 text-base text-ink transition-colors hover:border-ink-soft aria-invalid:border-danger [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-ink-faint';
