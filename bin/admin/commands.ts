import { database } from '@/db/client';
import { verifyEditions } from '@/db/editions/verify';
import { addPerson } from '@/db/people/add';
import { atCommandLine } from '@/db/people/identify';
import { resetLink } from '@/db/people/passwords';
import { editPerson, listPeople, personWithEmail } from '@/db/people/people';
import { revokeToken, revokeTokensOf } from '@/db/people/tokens';
import { checkSearch } from '@/db/search/check';
import { rebuildSearch } from '@/db/search/rebuild';
import { verifyActivity } from '@/db/verify';
import { type Action, type Permit, permit } from '@/domain/permission';
import { emailSchema, linkTo, nameSchema, type Person, type Role, roleSchema } from '@/domain/person';
import { map, ok, type Result, refuse } from '@/domain/result';
import { eraseClaimAsked, eraseEditionAsked, erasePersonAsked } from './erase';
import { type CommandName, WrongUsage } from './usage';

export type Values = {
  name?: string;
  email?: string;
  role?: string;
  id?: string;
  token?: boolean;
  article?: string;
  all?: boolean;
  out?: string;
  claim?: string;
  edition?: string;
  reason?: string;
  preview?: boolean;
};

/** What a command prints on stdout, and the sentence for stderr if it found something wrong. */
export type Outcome = { print: unknown; wrong?: string };

/** `origin` is where this desk is served: what links begin with. */
export const commands: Record<CommandName, (values: Values, origin: string) => Promise<Result<Outcome>>> = {
  'person add': async (values) => {
    const given = {
      name: checked('--name', nameSchema, values.name),
      email: checked('--email', emailSchema, values.email),
      role: checked<Role>('--role', roleSchema, values.role, 'It is reviewer, editor or admin.'),
      withToken: values.token,
    };
    return map(await addPerson(may('administer'), given), ({ person: { id, email, role }, token }) => ({
      print: { id, email, role, ...(token === null ? {} : { token }) },
    }));
  },
  'person list': async () => ok({ print: { items: await everybody() } }),
  'person disable': (values) => setDisabled(values, true),
  'person enable': (values) => setDisabled(values, false),
  'person reset-password': (values, origin) =>
    withPerson(values, async (id) =>
      map(await resetLink(may('administer'), id), ({ secret, expiresAt, mailed }) => ({
        print: { id, link: linkTo(origin, 'reset', secret), expiresAt, ...(mailed ? { mailed } : {}) },
      })),
    ),
  'token revoke': async ({ id, email }) => {
    if (id !== undefined) return map(await revokeToken(may('read'), id), () => ({ print: { revoked: 1 } }));
    return withPerson({ email }, async (person) =>
      map(await revokeTokensOf(may('administer'), person), (print) => ({ print })),
    );
  },
  'erase person': (values) => withPerson(values, (id) => erasePersonAsked(may('administer'), id, values)),
  'erase claim': (values) => eraseClaimAsked(may('administer'), values),
  'erase edition': (values) => eraseEditionAsked(may('administer'), values),
  'edition export': async ({ article, all, out }, origin) => {
    if (out === undefined) throw new WrongUsage('Say where to: --out DIR.');
    if ((article === undefined) === !all) throw new WrongUsage('Say which: --article SLUG or --all.');
    // loaded for this command alone: it brings everything that draws pages
    const { exportEditions } = await import('./export');
    return map(await exportEditions(article ?? null, out, origin), (items) => ({ print: { items } }));
  },
  migrate: async () => ok({ print: { migrated: true } }),
  'search rebuild': async () => ok({ print: { documents: await rebuildSearch(database()) } }),
  verify,
};

const may = <A extends Action>(action: A): Permit<A> => {
  const permitted = permit(atCommandLine(), action);
  if (!permitted.ok) throw new Error(`The command line may not ${action}`);
  return permitted.value;
};

type Schema = { safeParse: (value: unknown) => { success: boolean; error?: { issues: { message: string }[] } } };

function checked<T extends string>(option: string, schema: Schema, value: string | undefined, hint?: string): T {
  if (value === undefined) throw new WrongUsage(`${option} is missing.`);
  const { success, error } = schema.safeParse(value);
  if (!success) throw new WrongUsage(`${option} is “${value}”. ${hint ?? error?.issues[0]?.message}`);
  return value.normalize('NFC') as T;
}

async function withPerson(
  { id, email }: Values,
  work: (id: string) => Promise<Result<Outcome>>,
): Promise<Result<Outcome>> {
  if (id !== undefined) return work(id);
  if (email === undefined) throw new WrongUsage('Say whom: --email E or --id I.');
  const found = await personWithEmail(may('administer'), email);
  return found.ok ? work(found.value.id) : found;
}

const setDisabled = (values: Values, disabled: boolean): Promise<Result<Outcome>> =>
  withPerson(values, async (id) => map(await editPerson(may('read'), id, 'any', { disabled }), (print) => ({ print })));

async function everybody(): Promise<Person[]> {
  const all: Person[] = [];
  for (let part = [] as Person[], first = true; first || part.length > 0; first = false) {
    part = await listPeople(may('read'), { after: all.at(-1)?.id, limit: 200 });
    all.push(...part);
  }
  return all;
}

async function verify({ article }: Values): Promise<Result<Outcome>> {
  const activity = await verifyActivity(may('administer'));
  const editions = await verifyEditions(article);
  const search = await checkSearch(may('administer'));
  if (article !== undefined && editions.editions === 0 && !editions.broken) {
    return refuse('missing', 'no-such-edition', `Nothing is published under “${article}”.`);
  }
  const wrong = [
    activity.broken && `The log of activity breaks at row ${activity.broken.seq}. ${activity.broken.problem}`,
    editions.broken && `Edition ${editions.broken.number} of ${editions.broken.slug}: ${editions.broken.reason}.`,
    search.broken && `The search index: ${search.broken.type ?? 'row'} ${search.broken.id}. ${search.broken.problem}`,
  ].filter((sentence) => sentence !== null);
  const print = { holds: wrong.length === 0, activity, editions, search };
  return wrong.length === 0 ? ok({ print }) : ok({ print, wrong: wrong.join('\n') });
}
