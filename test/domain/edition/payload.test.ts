import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, digestOf } from '@/domain/canonical';
import { type ArticleDoc, plainDoc } from '@/domain/doc';
import { claimsOf, digestOfEdition, flawOf, payloadSchema } from '@/domain/edition';
import { afterwards, articleText, candidate, choices, material, published } from '@/test/builders/edition';
import { trials } from '@/test/trials';

const stored = (payload = published(material())) => ({
  slug: payload.frame.article.slug,
  ...payload.frame.edition,
  payload: canonical(payload),
  digest: digestOfEdition(payload),
});

describe('under excerpt rights', () => {
  const payload = published(material({ claims: [candidate('a'), candidate('b', { quote: 'employ 300 people' })] }));

  it('holds the sentences of its claims and no other text of the article', () => {
    expect(payload.frame.article.text).toBeNull();
    const json = canonical(payload);
    for (const words of ['Mayor Ines Calder called', 'Nobody disputed', 'second terminal', 'union expects'])
      expect(json).not.toContain(words);
    expect(claimsOf(payload).map(({ place }) => place?.sentence?.text)).toEqual([
      'The harbour of Port Ellery handled 41,200 containers in March.',
      'It will employ 300 people.',
    ]);
  });

  it('cuts what stands before and after the quote to its sentence', () => {
    expect(claimsOf(payload)[1]?.place).toMatchObject({ prefix: 'It will ', exact: 'employ 300 people', suffix: '.' });
  });

  it('shows nothing outside the sentences that any span touches', () => {
    const offset = fc.nat(articleText.length);
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const quote = articleText.slice(Math.min(a, b), Math.max(a, b));
        fc.pre(quote.trim() !== '' && articleText.indexOf(quote) === Math.min(a, b));
        const [claim] = claimsOf(published(material({ claims: [candidate('x', { quote })] })));
        const { start, end, prefix, exact, suffix, sentence } = claim!.place!;
        expect(articleText.slice(start, end)).toBe(exact);
        expect(sentence!.text.slice(start - sentence!.start, end - sentence!.start)).toBe(exact);
        expect(sentence!.text.slice(0, start - sentence!.start).endsWith(prefix)).toBe(true);
        expect(sentence!.text.slice(end - sentence!.start).startsWith(suffix)).toBe(true);
      }),
      { numRuns: trials(1000) },
    );
  });
});

describe('an edition', () => {
  it.each(['own', 'licensed'] as const)('prints the whole text under %s rights', (rights) => {
    const payload = published(material({ article: { rights } }));
    expect(payload.frame.article.text).toBe(articleText);
    expect(claimsOf(payload)[0]?.place?.sentence).toBeNull();
  });

  describe('of an article with headings and lists', () => {
    const [first = '', ...rest] = articleText.split('\n');
    const heading = {
      type: 'heading' as const,
      attrs: { level: 2 },
      content: [{ type: 'text' as const, text: first }],
    };
    const doc: ArticleDoc = { type: 'doc', content: [heading, ...plainDoc(rest).content] };
    const revision = { ...material().article.revision, doc };

    it('holds its document where it holds its text, and verifies', () => {
      const payload = published(material({ article: { rights: 'own', revision } }));
      expect(payload.frame.article.doc).toEqual(doc);
      expect(flawOf(stored(payload), null, null)).toBeNull();
    });

    it('holds nothing of its document under excerpt rights', () => {
      const payload = published(material({ article: { rights: 'excerpt', revision } }));
      expect(payload.frame.article).not.toHaveProperty('doc');
    });
  });

  it('of plain paragraphs is what it was before editions knew documents: same keys, same digest', () => {
    const payload = published(material({ article: { rights: 'own' } }));
    expect(payload.frame.article).not.toHaveProperty('doc');
    expect(payloadSchema.parse(payload)).toEqual(payload);
  });

  it('credits people by the name they chose, or as the desk', () => {
    const claims = [
      candidate('a', { contributors: ['ada', 'nameless'] }),
      candidate('b', { contributors: ['nameless'] }),
    ];
    const { frame } = published(material({ claims }));
    expect(frame.checkedBy).toEqual(['Ada Reyes', 'The Ellery desk']);
    expect(frame.approvedBy).toEqual(['Eve Okoro']);
  });

  it('says when one person did it all, and why an approval was an override', () => {
    const claims = [candidate('a', { overrideReason: 'Deadline.' })];
    const payload = published(material({ claims, desk: { name: 'Solo', size: 'one', contact: null } }));
    expect(payload.frame.desk.onePerson).toBe(true);
    expect(claimsOf(payload)[0]?.override).toEqual({ reason: 'Deadline.' });
  });

  it.each([null, 'corrections@ellery.example'])('is what its schema says, to the last key (contact: %s)', (contact) => {
    const payload = published(material({ desk: { name: 'The Ellery desk', size: 'several', contact } }));
    expect('contact' in payload.frame.desk).toBe(contact !== null);
    expect(canonical(payloadSchema.parse(JSON.parse(canonical(payload))))).toBe(canonical(payload));
  });

  it('names the digest of the one before', () => {
    const first = published(material());
    const next = afterwards(material(), first);
    expect(published(next).frame.edition).toMatchObject({ number: 2, previousDigest: digestOfEdition(first) });
  });
});

describe('verifying a stored edition', () => {
  it('finds nothing wrong with what was published', () => {
    expect(flawOf(stored(), null, stored().digest)).toBeNull();
  });

  it('finds any one character of the payload that was changed', () => {
    const good = stored(published(material({ article: { rights: 'own' } })));
    fc.assert(
      fc.property(fc.nat(good.payload.length - 1), fc.constantFrom('x', '0', '"', ' ', '}'), (at, put) => {
        fc.pre(good.payload[at] !== put);
        const payload = good.payload.slice(0, at) + put + good.payload.slice(at + 1);
        expect(flawOf({ ...good, payload }, null, null)).not.toBeNull();
      }),
      { numRuns: trials(1000) },
    );
  });

  it('finds a key that no hash covers', () => {
    const payload = { ...published(material()), remark: 'slipped in' };
    expect(flawOf({ ...stored(), payload: canonical(payload) }, null, null)).toMatch(/canonical/);
  });

  it('finds a forgery that recomputed every hash, by the log and by the next edition', () => {
    const good = stored();
    const forged = stored(published(material({ article: { title: 'Forged' } })));
    const next = stored(published(afterwards(material(), published(material()))));
    expect(flawOf(forged, null, good.digest)).toMatch(/log/);
    expect(flawOf(next, forged, null)).toMatch(/before it/);
    expect(flawOf(next, good, null)).toBeNull();
  });

  it('finds a missing edition, and a column that says otherwise', () => {
    const next = stored(
      published(afterwards(material(), published(material())), choices({ note: 'n', tier: 'update' })),
    );
    expect(flawOf(next, null, null)).toMatch(/missing/);
    expect(flawOf({ ...stored(), note: 'Put in by hand' }, null, null)).toMatch(/note/);
  });

  it('gives a claim another hash under another salt', () => {
    const payload = published(material({ claims: [candidate('a'), candidate('b')] }));
    expect(new Set(payload.claims.map(({ hash }) => hash)).size).toBe(2);
    expect(digestOf(claimsOf(payload)[0]?.content)).toBe(claimsOf(payload)[0]?.digest);
  });
});

describe('a byline', () => {
  it.each([
    ['Jo Quill', 'Jo Quill'],
    ['Jo Quill <jo@gazette.example>, Ada Reyes', 'Jo Quill, Ada Reyes'],
    ['Jo Quill (jo.quill@gazette.example)', 'Jo Quill'],
    ['jo@gazette.example', null],
  ])('is published without e-mail addresses: %s', (byline, shown) => {
    expect(published(material({ article: { byline } })).frame.article.byline).toBe(shown);
  });
});
