import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/**
 * `node load.mjs JSON`: clients that ask as fast as they are answered, one request at a time each, over connections
 * that stay open; a process of its own, so that its work is not taken for the server's. Prints what it counted as JSON.
 *
 * @typedef {{ path: string, etag: string }} Claim
 * @typedef {{ origin: string, seconds: number, headers: Record<string, string>, keys: boolean, claims: Claim[] | null,
 *   clients: number }} Load claims null: GET /healthz instead
 */

/** @type {Load} */
const { origin, seconds, headers, keys, claims, clients } = JSON.parse(process.argv[2] ?? '');
const agent = new Agent({ keepAlive: true, maxSockets: clients });

/**
 * @param {string} method
 * @param {string} path
 * @param {Record<string, string>} more
 * @param {string} [body]
 * @returns {Promise<{ status: number, etag: string, text: string }>}
 */
const ask = (method, path, more, body) =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const sent = request(
      `${origin}${path}`,
      { method, agent, headers: { ...headers, ...more, ...length } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, etag: String(response.headers.etag), text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

const rationale = 'The authority’s own table for June says so [1], and its director repeated it on the day. '.repeat(3);

/** @param {Claim} claim */
async function save(claim) {
  const more = { 'Content-Type': 'application/json', 'If-Match': claim.etag };
  const key = keys ? { 'Idempotency-Key': randomUUID() } : {};
  const body = JSON.stringify({ rationale: `${rationale} ${randomUUID()}` });
  const answer = await ask('PATCH', claim.path, { ...more, ...key }, body);
  if (answer.status !== 200) throw new Error(`A save was answered ${answer.status}: ${answer.text}`);
  claim.etag = answer.etag;
}

async function nothing() {
  const { status } = await ask('GET', '/healthz', {});
  if (status !== 200) throw new Error(`The empty route answered ${status}`);
}

/** @type {number[]} */
const took = [];
const began = performance.now();
const end = began + seconds * 1000;

/** @param {number} name */
async function client(name) {
  const claim = claims?.[name];
  while (performance.now() < end) {
    const asked = performance.now();
    await (claim ? save(claim) : nothing());
    took.push(performance.now() - asked);
  }
}

await Promise.all(Array.from({ length: clients }, (_, name) => client(name)));
const lasted = (performance.now() - began) / 1000;
took.sort((a, b) => a - b);
const at = (/** @type {number} */ part) => took[Math.floor(took.length * part)];
console.log(
  JSON.stringify({ requests: took.length, rate: took.length / lasted, median: at(0.5), slow: at(0.99), claims }),
);
agent.destroy();
