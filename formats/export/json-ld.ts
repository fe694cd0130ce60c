/**
 * JSON to stand in a `<script type="application/ld+json">`: no `<` is left in it, so nothing that somebody wrote ends
 * the element or begins a comment. Reads back as the same value.
 */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
