import { describe, expect, test } from 'vitest';
import { call, sentencesOf } from '@/client/call';

type Asked = { address: string; init: RequestInit };

function answering(answer: () => Response) {
  const asked: Asked[] = [];
  const fetch = (async (address: string, init: RequestInit) => {
    asked.push({ address, init });
    return answer();
  }) as unknown as typeof globalThis.fetch;
  return { asked, fetch };
}

describe('a call of the API', () => {
  test('fills the path, the query and the headers from the contract', async () => {
    const { asked, fetch } = answering(() => Response.json({ items: [] }));
    await call('listClaims', { params: { id: 'a/1' }, query: { limit: '200' } }, fetch);
    await call('submitClaim', { params: { id: 'c1' }, ifMatch: '"e"', key: 'k', person: 'ada' }, fetch);
    expect(asked[0]).toMatchObject({ address: '/api/v1/articles/a%2F1/claims?limit=200', init: { method: 'GET' } });
    expect(asked[1]!.init.headers).toMatchObject({ 'if-match': '"e"', 'idempotency-key': 'k', 'stet-person': 'ada' });
  });

  test('answers with the value, its ETag and the cursor of the next page', async () => {
    const headers = { etag: '"e1"', link: '</api/v1/articles/a/claims?limit=2&cursor=c2>; rel="next"' };
    const { fetch } = answering(() => Response.json({ items: [] }, { headers }));
    const answer = await call('listClaims', { params: { id: 'a' } }, fetch);
    expect(answer).toEqual({ ok: true, value: { items: [] }, etag: '"e1"', status: 200, next: 'c2' });
  });

  test('answers a refusal as a value, with its sentences and how long to wait', async () => {
    const problems = [{ rule: 'needs-verdict', message: 'Choose a verdict.' }];
    const body = { type: 'about:blank', title: 'No', status: 422, detail: 'A rule is not met.', problems };
    const { fetch } = answering(() => Response.json(body, { status: 422, headers: { 'retry-after': '7' } }));
    const answer = await call('submitClaim', { params: { id: 'c1' } }, fetch);
    if (answer.ok || answer.offline) throw new Error('It should be a refusal');
    expect(answer).toMatchObject({ status: 422, retryAfter: 7 });
    expect(sentencesOf(answer.problem)).toEqual(['Choose a verdict.']);
  });

  test('words a refusal that is no problem document, such as a proxy’s', async () => {
    const { fetch } = answering(() => new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }));
    const answer = await call('readMe', {}, fetch);
    expect(answer).toMatchObject({ ok: false, status: 502, problem: { status: 502, title: 'Bad Gateway' } });
  });

  test('says offline where no answer came', async () => {
    const fetch = (async () => {
      throw new TypeError('Failed to fetch');
    }) as unknown as typeof globalThis.fetch;
    expect(await call('readMe', {}, fetch)).toEqual({ ok: false, offline: true });
  });

  test('takes an answer without a body', async () => {
    const { fetch } = answering(() => new Response(null, { status: 204 }));
    expect(await call('revokeToken', { params: { id: 't' } }, fetch)).toMatchObject({ ok: true, value: null });
  });
});
