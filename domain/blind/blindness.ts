/** How somebody was asked for an independent second verdict, as far as they may know until they file it. */
export type Asked = { id: string; askedBy: string | null; askedAt: string; reviewer: string };

/**
 * The claims to which a caller is blind, by id: those on which they were asked for a second verdict and have not filed
 * it. Loaded once for a request; every read of a claim, or of what tells of one, passes one of this folder's functions.
 */
export type Blindness = ReadonlyMap<string, Asked & { articleId: string }>;

/** Of who is blind to nothing. */
export const sighted: Blindness = new Map();

/** Whether a second verdict makes somebody blind: it is theirs to give, and they have not given it. */
export const isBlinding = <S extends { reviewer: string | null; filed: unknown }>(
  second: S | null,
  person: string | null,
): second is S & { reviewer: string } =>
  second !== null && second.filed === null && second.reviewer !== null && second.reviewer === person;
