import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { canonical } from '@/domain/canonical';
import { addressOf, type Payload } from '@/domain/edition';

type Verified = { payload: Payload; digest: string; origin: string };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/*
 * Opened from disk, a page may not read the files beside it, so it holds a copy of the record; any other, the folder's
 * own included, it checks when it is chosen.
 */
const page = ({ payload, digest, origin }: Verified, record: string, css: string): string => {
  const { article, edition } = payload.frame;
  const here = `${origin}${addressOf(article.slug, edition.number)}`;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Verify this edition</title>
<link rel="stylesheet" href="assets/${css}">
<link rel="icon" href="data:,">
</head>
<body data-digest="${digest}">
<main>
<header class="masthead">
<h1>Verify this edition</h1>
<p class="people">The published record is recomputed here, in your browser, and nothing is sent anywhere.</p>
</header>
<div class="method">
<p><strong id="verdict" role="status">Scripts are off: this page cannot compute. README.md says how to do it by hand.</strong></p>
<dl>
<div><dt>Record</dt><dd id="of"></dd></div>
<div><dt>Digest, computed now</dt><dd><code id="digest"></code></dd></div>
<div><dt>Digest, when this folder was made</dt><dd><code>${digest}</code></dd></div>
<div><dt>Digest of the edition before</dt><dd><code id="previous"></code></dd></div>
<div><dt>Claims</dt><dd id="claims"></dd></div>
</dl>
<p>Whoever can change this folder can change this page. Compare the digest with the one on <a href="${escaped(here)}">the
published edition</a>, or with one that somebody noted down before.</p>
<p><label for="file">Check a record of your own, such as <code>payload.json</code> in this folder:</label> <input type="file" id="file" accept=".json,application/json"></p>
<p><a href="index.html">Read the edition</a></p>
</div>
</main>
<script type="application/json" id="record">${record.replaceAll('<', '\\u003c')}</script>
<script src="verify.js"></script>
</body>
</html>
`;
};

// the bundler must not follow these paths: the files stand where the server was started, build or no build
const read = (...parts: string[]): Uint8Array =>
  new Uint8Array(readFileSync(join(/* turbopackIgnore: true */ process.cwd(), ...parts)));

/** The published record to the byte, the page that verifies it with its script, and how to do so without either. */
export function verifyFiles(verified: Verified, css: string) {
  const record = canonical(verified.payload);
  return [
    { path: 'payload.json', bytes: strToU8(record) },
    { path: 'verify.html', bytes: strToU8(page(verified, record, css)) },
    { path: 'verify.js', bytes: read('formats', 'export', 'verify.js') },
    { path: 'README.md', bytes: read('docs', 'verifying.md') },
  ];
}
