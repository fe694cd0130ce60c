/// <reference types="vite/types/importMeta.d.ts" />
import { readClaim } from '@/db/claims/read';
import { follow } from '@/db/events/follow';
import { fileSecondVerdict } from '@/db/second-verdicts/file';
import { etagOf } from '@/domain/canonical';
import { contract, type RouteName } from '@/domain/contract';
import { may, value } from '@/test/desk';
import { handlerFor } from '../handlers';
import { requests } from '../requests';
import { pages } from '../rights-table';
import { asked, call, origin } from '../router';
import type { World } from './world';

/** What the second reviewer may ask, each with all that came back, to the byte. */
export type Answers = Map<string, string>;

type Sent = Parameters<typeof call>[2];

const names = Object.keys(contract) as RouteName[];
/** Ends the asker's own access, and closes the article; after all else, so that the rest is tried in full. */
const last: RouteName[] = ['editArticle', 'editPerson', 'signOutEverywhere', 'changePassword'];
/** These end the blindness when they are accepted: asked here so that they are refused. */
const ending: RouteName[] = ['fileSecondVerdict', 'withdrawSecondVerdict'];

/** Where each kind of thing that a path may name stands for the claim in question. Throws at a kind it has not heard of. */
function targetsOf(path: string, { article, claim, source, evidence, second, around }: World): string[] {
  const ids: Record<string, string> = {
    articles: article.id,
    claims: claim.id,
    sources: source,
    evidence,
    people: second.id,
    tokens: 'none',
    invitations: 'none',
    webhooks: 'none', // what they are told of holds no verdict
    threads: around.thread,
    comments: around.comment,
    approaches: around.approach,
    waivers: around.waiver,
    'claim-links': around.link,
    notifications: around.notification,
  };
  const named = path.replace(/\/([\w-]+)\/\{id\}/, (_, kind: string) => {
    const id = ids[kind];
    if (!id) throw new Error(`Say in ${import.meta.url} which of the ${kind} to ask for: ${path}`);
    return `/${kind}/${id}`;
  });
  const all = named.includes('{n}') ? ['1', '2', '3'].map((n) => named.replace('{n}', n)) : [named];
  const unfilled = all.find((each) => /[{}]/.test(each));
  if (unfilled) throw new Error(`Say in ${import.meta.url} what to ask for in ${unfilled}`);
  return all;
}

/** Asks everything that the contract, the other handlers and the desk's pages offer, and puts the answers down. */
export async function askAll(world: World, rationales: readonly string[]): Promise<Answers> {
  const { scene, second } = world;
  const answers: Answers = new Map();
  const as = { token: second.token };
  const ask = async (method: string, target: string, sent: Sent = {}, by: NonNullable<Sent>['as'] = as) => {
    const { status, headers, text } = await call(method, target, { as: by, ...sent });
    const said = [...headers].filter(([name]) => name !== 'set-cookie');
    const question = `${answers.size} ${method} ${target} ${JSON.stringify(sent.body ?? null)} by ${by && 'token' in by ? 'token' : 'cookie'}`;
    answers.set(question, JSON.stringify([status, said, text]));
  };

  for (const name of names.filter((each) => contract[each].method === 'GET')) {
    for (const target of targetsOf(contract[name].path, world)) await ask('GET', target);
  }
  const { claim, article } = world;
  const filters = ['verdict:true', 'verdict:false', 'by:Ada', 'by:Ben', 'assignee:Ada', 'state:approved', 'type:claim'];
  for (const query of [...rationales, '41,900 in June', 'returns', 'ferry', 'zephyr', 'fjord', ...filters])
    await ask('GET', `/api/v1/search?q=${encodeURIComponent(query)}`);
  await ask('GET', '/api/v1/earlier?statement=The+ferry+carried+41%2C900+in+June.');
  for (const chosen of [
    'verdict=true',
    'verdict=false',
    'state=approved',
    'state=returned',
    'unsettled=any',
    'limit=1',
  ])
    for (const list of ['claims', 'claims/counts']) await ask('GET', `/api/v1/${list}?${chosen}`);
  for (const person of world.authors) await ask('GET', `/api/v1/claims?creator=${person}`);
  for (const person of world.authors) await ask('GET', `/api/v1/articles?assignee=${person}`);
  for (const rest of [
    `activity?claim=${claim.id}`,
    'activity?limit=1',
    `editions/next?asLastApproved=${claim.id}`,
    'claims?limit=1',
  ])
    await ask('GET', `/api/v1/articles/${article.id}/${rest}`);

  for (const [asks, prepare] of pages) {
    for (const published of [scene.published, article]) {
      const { path } = await prepare({ ...scene, published }, second);
      await ask(asks.split(' ', 1)[0]!, path, {}, { cookie: second.cookie });
    }
  }
  for (const [address, props] of await desksPages(world)) answers.set(address, props);

  const body = { content: `${article.text}\nIt runs by night too.`, title: article.title };
  for (const rest of ['/preview', '']) await ask('POST', `/api/v1/articles/${article.id}/revisions${rest}`, { body });

  for (const [where, told] of await streams(world)) answers.set(where, told);
  const acts = ['submit', 'take back', 'restore'].map((act) => ({ do: act }));
  for (const act of [...acts, { do: 'assign', assignee: second.id }, { do: 'drop', reason: 'Said twice.' }])
    await ask('POST', '/api/v1/claims/acts', { body: { act, claims: [{ id: claim.id }] } });
  const { other } = world.around;
  await ask('POST', `/api/v1/claims/${other}/links`, { body: { claim: claim.id, kind: 'related' } });
  const ifMatch = (await call('GET', `/api/v1/claims/${other}`, { as })).etag;
  await ask('POST', `/api/v1/claims/${other}/merge`, { body: { into: claim.id }, ifMatch });

  for (const { method, path, ...sent } of world.replays) await ask(method, path, sent);

  const writes = names.filter((name) => {
    const { method, access } = contract[name];
    return method !== 'GET' && access !== 'public' && access !== 'own page' && !last.includes(name);
  });
  for (const name of [...writes, ...last]) {
    const { method, path } = contract[name];
    const { body } = await requests[name](scene, second);
    for (const target of targetsOf(path, world)) {
      await ask(method, target, { body, ifMatch: `"${'0'.repeat(32)}"` });
      if (!ending.includes(name)) await ask(method, target, { body, ifMatch: await tagOf(target, world) });
    }
  }
  return answers;
}

/** Files the second reviewer's own verdict, and answers the claim as they see it then. */
export async function fileOwn({ claim, second }: World): Promise<string> {
  const seen = value(await readClaim(may('read', second.actor), claim.id));
  const given = { verdict: 'mixed', rationale: 'Some of it holds [1].', evidence: [1] };
  return JSON.stringify(value(await fileSecondVerdict(may('annotate', second.actor), claim.id, [etagOf(seen)], given)));
}

/** The entity tag of what a write is about: the claim's, or that of the address itself. */
async function tagOf(target: string, { claim, second }: World): Promise<string> {
  const about = /^\/api\/v1\/(claims|evidence)\//.test(target) ? `/api/v1/claims/${claim.id}` : target;
  const readable = (await handlerFor('GET', about))?.handler;
  return readable ? (await call('GET', about, { as: { token: second.token } })).etag : '';
}

/** What the streams tell who comes back to them after all that happened, and who is where. */
async function streams({ article, second }: World): Promise<[string, string][]> {
  const told: [string, string][] = [];
  for (const articleId of [article.id, null]) {
    const messages: unknown[] = [];
    const give = (message: unknown) => void messages.push(message);
    const following = value(await follow(may('read', second.actor), { after: 0, articleId }, give, () => {}));
    following.stop();
    told.push([`stream of ${articleId ?? 'the desk'}`, JSON.stringify(messages)]);
  }
  return told;
}

type Page = {
  default: (given: { params: Promise<object>; searchParams: Promise<object> }) => Promise<unknown> | unknown;
  generateMetadata?: (given: { params: Promise<object> }) => Promise<unknown>;
};
const files = import.meta.glob<Page>('../../../app/**/page.tsx');

/** Every page of the desk for the second reviewer: what it is called, and what it hands to the components that draw it. */
async function desksPages({ article, second }: World): Promise<[string, string][]> {
  const headers = new Headers({ cookie: second.cookie, host: new URL(origin).host });
  const drawn: [string, string][] = [];
  for (const [file, load] of Object.entries(files).filter(([file]) => file.includes('/(desk)/'))) {
    const page = await load();
    for (const n of file.includes('[n]') ? ['newest', '2'] : ['1']) {
      const given = { params: Promise.resolve({ id: article.id, n }), searchParams: Promise.resolve({}) };
      const shown = await asked.run(headers, async () => {
        const title = await page.generateMetadata?.(given).catch(String);
        return [title, await settled(() => page.default(given))];
      });
      drawn.push([`${file} ${n}`, JSON.stringify(shown)]);
    }
  }
  return drawn;
}

const settled = async (draw: () => unknown): Promise<unknown> => {
  try {
    return await plain(await draw());
  } catch (thrown) {
    return String((thrown as { digest?: string }).digest ?? thrown); // a redirection, or a page that is not there
  }
};

/** A tree of React elements as what travels: what is drawn by the server is drawn, the rest by its name and what it is given. */
async function plain(node: unknown): Promise<unknown> {
  if (typeof node === 'function') return `ƒ ${node.name}`;
  if (typeof node === 'symbol') return String(node);
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return Promise.all(node.map(plain));
  if (node instanceof Map) return plain([...node]);
  if (!('$$typeof' in node)) return fieldsOf(node);
  const { type, props } = node as { type?: unknown; props?: object };
  if (typeof type === 'function' && type.constructor.name === 'AsyncFunction') return plain(await type(props));
  return [typeof type === 'function' ? type.name : String(type), await fieldsOf(props ?? {})];
}

const fieldsOf = async (of: object): Promise<unknown> =>
  Object.fromEntries(
    await Promise.all(Object.entries(of).map(async ([name, value]) => [name, await plain(value)] as const)),
  );
