// The script of verify.html in an exported edition. It needs nothing but the page it stands in: no server, no library.
(() => {
  /** The canonical JSON of a value (RFC 8785): no white space, keys sorted by UTF-16 code units, whole numbers only. */
  const canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (value !== null && typeof value === 'object') {
      const keys = Object.keys(value).sort();
      return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
    }
    return JSON.stringify(value);
  };

  /** SHA-256 of the UTF-8 bytes of a text, in hex digits. */
  const sha256 = async (text) => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const digestOf = (value) => sha256(canonical(value));

  /** What is wrong with a claim of the record, or null. A withdrawn one has left its hash alone. */
  const flawOf = async ({ hash, salt, claim }) => {
    if (claim === undefined) return null;
    if ((await digestOf({ salt, claim })) !== hash) return `Claim ${claim.k} is not what its hash is of.`;
    if ((await digestOf(claim.content)) !== claim.digest) return `Claim ${claim.k} is not what was approved.`;
    return null;
  };

  /** What is wrong with the conclusion, in words, or null. */
  const flawOfConclusion = async ({ conclusion }) =>
    conclusion && (await digestOf({ conclusion: conclusion.text })) !== conclusion.digest
      ? 'The conclusion is not what was approved.'
      : null;

  const check = async (text) => {
    const { frame, claims } = JSON.parse(text);
    const digest = await digestOf({ frame, claims: claims.map(({ hash }) => hash) });
    const found = await Promise.all([...claims.map(flawOf), flawOfConclusion(frame)]);
    const flaws = found.filter((flaw) => flaw !== null);
    const withdrawn = claims.filter(({ claim }) => claim === undefined).length;
    return { frame, digest, flaws, withdrawn, claims: claims.length };
  };

  const say = (id, words) => {
    document.getElementById(id).textContent = words;
  };

  const told = ({ frame, digest, flaws, withdrawn, claims }) => {
    const { edition, article } = frame;
    say('of', `Edition ${edition.number} of “${article.title}”, published ${edition.publishedAt}`);
    say('digest', digest);
    say('previous', edition.previousDigest ?? 'none: it is the first edition');
    say('claims', `${claims}${withdrawn > 0 ? `, of which ${withdrawn} withdrawn: only their hashes are left` : ''}`);
    const { digest: expected } = document.body.dataset;
    const same = digest === expected;
    const whole = `Every claim is what its hash is of, and the record is of the digest ${digest}.`;
    const other = ' It is not the digest of the edition that this folder was made of: another edition, or changed.';
    say(
      'verdict',
      flaws.length > 0 ? flaws.join(' ') : `${whole}${same ? ' It is the edition of this folder.' : other}`,
    );
    document.getElementById('verdict').dataset.holds = String(flaws.length === 0 && same);
  };

  const run = (text) =>
    check(text)
      .then(told)
      .catch((error) => {
        say('verdict', `This cannot be read as the record of an edition. ${error}`);
        document.getElementById('verdict').dataset.holds = 'false';
      });

  document.getElementById('file').addEventListener('change', async (event) => {
    const [file] = event.target.files;
    if (file) run(await file.text());
  });
  run(document.getElementById('record').textContent);
})();
