import { v7 } from 'uuid';

/** A new opaque id that sorts by creation (RFC 9562, version 7). */
export const newId = (): string => v7();
