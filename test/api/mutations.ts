import fc from 'fast-check';

/** What may take the place of a value, chosen so that something which expects another kind of value trips over it. */
const weird: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.double(),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(Number),
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -0, -1, 0.5, 1e308, 2 ** 53, 2 ** 31, 5e-324],
    ...[
      '',
      ' ',
      '\0',
      '\uD800',
      '\uDFFF\uD800',
      '\u202E',
      '\u200B',
      '\uFEFF',
      '\n',
      'e\u0301',
      'null',
      'NaN',
      '__proto__',
    ],
    ...[
      '0000-00-00',
      '9999-12-31',
      '2026-02-30',
      '2026-01-01T00:00:00Z',
      'http://',
      'https://[::1',
      'javascript:alert(1)',
    ],
    ...[{}, [], [[]], [null], { id: null }, { image: '' }, { toString: 1 }, { length: 10 ** 9 }],
  ),
);

/** What is large, told by its size, so that a counterexample can be read. */
const large = fc.record({
  large: fc.constantFrom('word', 'accents', 'nest', 'list'),
  many: fc.integer({ min: 1, max: 20_000 }),
});
type Large = typeof large extends fc.Arbitrary<infer T> ? T : never;

const grown: Record<Large['large'], (many: number) => unknown> = {
  word: (many) => 'x'.repeat(many),
  accents: (many) => `e${'\u0301'.repeat(many / 40)}`,
  nest: (many) => nested(many / 40),
  list: (many) => Array.from({ length: many / 20 }, () => 'x'),
};

function nested(depth: number): unknown {
  let value: unknown = null;
  for (let n = 0; n < depth; n += 1) value = n % 2 ? [value] : { inner: value };
  return value;
}

type Change = { at: number; how: 'replace' | 'remove' | 'add' | 'wrap'; key: string; value: unknown };

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.nat(200),
    how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'wrap'),
    key: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'id', 'length', 'then', ''),
    ),
    value: fc.oneof({ weight: 4, arbitrary: weird }, { weight: 1, arbitrary: large }),
  }),
  { minLength: 1, maxLength: 3 },
);

type Place = { holder: Record<string, unknown>; key: string };

/** Every place in a value at which another could stand. */
function placesIn(holder: Record<string, unknown>): Place[] {
  return Object.keys(holder).flatMap((key) => {
    const inner = holder[key];
    const within = typeof inner === 'object' && inner !== null ? placesIn(inner as Record<string, unknown>) : [];
    return [{ holder, key }, ...within];
  });
}

/** An own property, whatever its name: `__proto__` is one in JSON. */
const set = (holder: object, key: string, value: unknown) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

const isLarge = (value: unknown): value is Large => typeof value === 'object' && value !== null && 'large' in value;

function changed(body: unknown, made: Change[]): unknown {
  const root: Record<string, unknown> = { body: structuredClone(body) };
  for (const { at, how, key, value: given } of made) {
    const value = isLarge(given) ? grown[given.large](given.many) : given;
    const places = placesIn(root);
    const { holder, key: old } = places[at % places.length] ?? { holder: root, key: 'body' };
    const there = holder[old];
    if (how === 'remove') delete holder[old];
    else if (how === 'wrap') holder[old] = [there];
    else if (how === 'add' && Array.isArray(there)) there.push(value);
    else if (how === 'add' && typeof there === 'object' && there !== null) set(there, key, value);
    else holder[old] = value;
  }
  return root.body;
}

/** How a body's bytes go wrong on their way. */
const damages: Record<string, (json: string) => string | Uint8Array> = {
  none: (json) => json,
  'cut off': (json) => json.slice(0, Math.floor(json.length * 0.7)),
  'said twice': (json) => json + json,
  'a number that is none': (json) => json.replace(/:"[^"]*"/, ':NaN'),
  'a number beyond all': (json) => json.replace(/:"[^"]*"/, ':1e999'),
  'a key twice': (json) => json.replace(/\{("[^"]*":)/, '{$1null,$1'),
  'a byte order mark': (json) => `\uFEFF${json}`,
  'UTF-16': (json) => new Uint8Array(Buffer.from(json, 'utf16le')),
  'a broken byte': (json) => Uint8Array.of(...new TextEncoder().encode(json), 0xc0),
  nothing: () => '',
  'line feeds': (json) => json.replaceAll('\\', '\n'),
};

/** Mostly whole, so that what is in it is looked at. */
const damage = fc.oneof(
  { weight: 4, arbitrary: fc.constant('none') },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(damages)) },
);

const types = fc.oneof(
  { weight: 8, arbitrary: fc.constant<string | null>('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<string | null>(
      ...[null, '', 'text/plain', 'application/json; charset=utf-16', 'application/problem+json', 'application/JSON;'],
      ...[
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'application/x-www-form-urlencoded',
        'application/jsonx',
      ],
    ),
  },
);

const visible = fc.string({
  unit: fc
    .integer({ min: 0x21, max: 0xff })
    .filter((c) => c < 0x7f || c > 0xa0)
    .map((c) => String.fromCharCode(c)),
  maxLength: 40,
});

const headers = fc.dictionary(
  fc.constantFrom(
    'If-Match',
    'If-None-Match',
    'Idempotency-Key',
    'Cookie',
    'Accept',
    'Range',
    'X-HTTP-Method-Override',
  ),
  fc.oneof(visible, fc.constantFrom('*', '"a"', 'W/"a"', ',,,', '"', 'stet-session-3000=%E0%A4%A', 'bytes=0-0')),
  { maxKeys: 2 },
);

const query = fc.array(
  fc.tuple(
    fc.oneof(fc.constantFrom('limit', 'cursor', 'q', 'state', 'assignee', 'claim', 'asLastApproved'), visible),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('0', '-1', '%', '_', "'", '\\', '\0', 'NaN', '1e9'),
    ),
  ),
  { maxLength: 3 },
);

/** What is put in the place of an address's id or number; null leaves it. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  {
    weight: 1,
    // a dot or two would lead to another address
    arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }).filter((text) => !/^\.\.?$/.test(text)),
  },
  { weight: 1, arbitrary: fc.constantFrom('0', '-1', '1e3', 'none', '%', "'", '../..') },
);

/** What goes wrong with one request. */
export const mutation = fc.record({ changes, damage, type: types, headers, query, step });
export type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

/** The bytes of a body after what a mutation does to it, and the headers they are sent with. */
export function mutated(body: unknown, { changes: made, damage: how, type, headers: more }: Mutation) {
  const json = JSON.stringify(changed(body, made)) ?? '';
  const damaged = damages[how]!(json);
  const bytes = typeof damaged === 'string' ? new TextEncoder().encode(damaged) : damaged;
  return { bytes, headers: { ...(type === null ? {} : { 'Content-Type': type }), ...more } };
}

/** An address with another id, and with things in its query that nobody asked for. `template` is the contract's path. */
export function readdressed(path: string, template: string, { step: other, query: more }: Mutation): string {
  const whole = (text: string) => encodeURIComponent(text.toWellFormed());
  const [address = '', asked = ''] = path.split('?');
  const given = template.split('/');
  const steps = address
    .split('/')
    .map((each, n) => (other !== null && given[n]?.startsWith('{') ? whole(other) : each));
  const params = [asked, ...more.map(([name, value]) => `${whole(name)}=${whole(value)}`)].filter(Boolean).join('&');
  return params ? `${steps.join('/')}?${params}` : steps.join('/');
}
