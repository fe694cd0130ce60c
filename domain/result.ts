/** One broken rule, named so that a program can tell it apart and worded so that a person can mend it. */
export type Problem = {
  /** stable kebab-case id of the rule, e.g. `own-content` */
  rule: string;
  /** what is wrong and what to do, one sentence */
  message: string;
  /** JSON pointer to the offending field of the request, where there is one */
  pointer?: string;
  /** the claim that breaks the rule, where there is one */
  claimId?: string;
};

/** Why something was refused; `app` alone turns the kind into an HTTP status. */
export type RefusalKind =
  | 'malformed' // 400
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'missing' // 404
  | 'conflict' // 409
  | 'stale' // 412
  | 'too-large' // 413
  | 'rule' // 422
  | 'unversioned' // 428
  | 'too-many'; // 429

export type Refusal = {
  kind: RefusalKind;
  problems: Problem[];
  /** for `stale`: the representation as it is now */
  current?: unknown;
  /** for `stale`: what the current entity tag is of, where that is not the whole of `current` */
  version?: unknown;
  /** for `too-many`: seconds until another try may succeed */
  retryAfter?: number;
};

/** An expected outcome: a value, or a refusal with words for people. Bugs throw instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (kind: RefusalKind, rule: string, message: string, more?: Partial<Problem>): Result<never> => ({
  ok: false,
  refusal: { kind, problems: [{ rule, message, ...more }] },
});

export const refuseAll = (kind: RefusalKind, problems: Problem[]): Result<never> => ({
  ok: false,
  refusal: { kind, problems },
});

export const stale = (current: unknown, what: string): Result<never> => ({
  ok: false,
  refusal: {
    kind: 'stale',
    current,
    problems: [{ rule: 'stale', message: `This ${what} was changed since you read it. Compare both and save again.` }],
  },
});

/** The value of a result turned into another; a refusal stays what it is. */
export const map = <A, B>(result: Result<A>, turn: (value: A) => B): Result<B> =>
  result.ok ? ok(turn(result.value)) : result;
