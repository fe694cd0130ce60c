import type { Role } from './person';
import { ok, type Result, refuse } from './result';

/** What a person may want to do; each line of product.md's table of rights is one action. */
export const actions = ['read', 'annotate', 'drop', 'decide', 'publish', 'administer', 'override'] as const;
export type Action = (typeof actions)[number];

const rights: Record<Role, readonly Action[]> = {
  reviewer: ['read', 'annotate', 'drop'],
  editor: ['read', 'annotate', 'drop', 'decide', 'publish'],
  admin: ['read', 'annotate', 'drop', 'decide', 'publish', 'administer', 'override'],
};

/** What names a repeatable request: its Idempotency-Key, the route it came by, and the digest of its body. */
export type RequestKey = { readonly route: string; readonly key: string; readonly digest: string };

declare const vouched: unique symbol;
/**
 * Somebody the database knows and has not disabled, with the request they make. `id` is null only for a person at the
 * server's own command line. Only `vouchFor` makes one, so a function that takes an Actor cannot be called for a stranger.
 */
export type Actor = {
  readonly id: string | null;
  readonly role: Role;
  readonly request: RequestKey | null;
  readonly [vouched]: true;
};

/** To be called by `db/people` alone, after it found the person and saw that they are not disabled. */
export const vouchFor = (id: string | null, role: Role, request: RequestKey | null = null): Actor =>
  ({ id, role, request }) as Actor;

declare const granted: unique symbol;
/** Proof that an actor may do something: every write and every non-public read in `db` asks for one. */
export type Permit<A extends Action = Action> = {
  readonly actor: Actor;
  readonly action: A;
  readonly [granted]: A;
};

export const mayDo = (role: Role, action: Action): boolean => rights[role].includes(action);

const sentences: Record<Action, string> = {
  read: 'Sign in to read articles and claims under way.',
  annotate: 'Only reviewers, editors and administrators import articles and work on claims.',
  drop: 'You can drop or restore the claims that you created; ask an editor for this one.',
  decide: 'Only editors and administrators approve or return claims.',
  publish: 'Only editors and administrators publish.',
  administer: 'Only administrators do this.',
  override: 'Only an administrator may override the two-person rule.',
};

const forbidden = (action: Action): Result<never> => refuse('forbidden', `may-not-${action}`, sentences[action]);

/** A permit for the action, or the refusal that says who may: 401 without an actor, 403 without the right. */
export const permit = <A extends Action>(actor: Actor | null, action: A): Result<Permit<A>> => {
  if (!actor) return refuse('unauthenticated', 'signed-out', 'Sign in, or send an access token.');
  return mayDo(actor.role, action) ? ok({ actor, action } as Permit<A>) : forbidden(action);
};

/** Reviewers drop and restore only what they created; editors and administrators anything. */
export const mayDrop = ({ actor }: Permit<'drop'>, createdBy: string): Result<true> =>
  actor.role !== 'reviewer' || actor.id === createdBy ? ok(true) : forbidden('drop');

/** Only editors and administrators correct how a text was imported. */
export const mayCorrectText = ({ actor }: Permit<'annotate'>): Result<true> =>
  actor.role !== 'reviewer'
    ? ok(true)
    : refuse(
        'forbidden',
        'may-not-correct-text',
        'Only editors and administrators correct an article’s text. Ask one, or paste the text that was published.',
      );
