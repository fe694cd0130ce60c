import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

async function bundle(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [fromRoot('test/browser/article/page.tsx')],
    bundle: true,
    minify: true,
    write: false,
    outdir: fromRoot('test/browser/article'),
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const named = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  return { script: named('.js'), style: named('.css') };
}

const page = (script: string, style: string, tokens: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title>
<style>${tokens}${style}
body { margin: 40px auto; width: min(100% - 40px, 40rem); background: var(--paper); color: var(--ink); }
button { border: 0; background: none; font: inherit; }
</style>
<main><h1>An article</h1><div id="root"></div><p><button id="after">After</button></p></main>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>`;

/** Serves the article by itself, without a desk around it, from this machine's loopback address. */
export async function serveArticle(): Promise<{ origin: string; close: () => void }> {
  const { script, style } = await bundle();
  const html = page(script, style, await readFile(fromRoot('components/ui/tokens.css'), 'utf8'));
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
