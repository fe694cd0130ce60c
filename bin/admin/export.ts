import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { descriptionOf } from '@/components/reader/edition-page';
import { pagesOf } from '@/components/reader/edition-site';
import { editionHeads, frozenPayload, listAddresses } from '@/db/editions/public';
import type { Payload } from '@/domain/edition';
import { ok, type Result, refuse } from '@/domain/result';
import { readerAssets } from '@/formats/export/assets';
import { claimTells, editionTells } from '@/formats/export/page-tells';
import { siteOf } from '@/formats/export/site';

export type Exported = { slug: string; number: number; digest: string; folder: string; files: number };

/** Writes the newest edition of one article as the folder that its zip holds; overwrites what stands there. */
async function exportArticle(slug: string, out: string, origin: string): Promise<Exported | null> {
  const head = (await editionHeads(slug)).at(-1);
  if (!head || head.withdrawal) return null;
  const { digest, number } = head;
  const payload = JSON.parse(await frozenPayload(head)) as Payload;
  const pages = await pagesOf(
    { payload, digest, later: [], css: `/assets/${readerAssets().css.name}` },
    {
      edition: editionTells(payload, origin, descriptionOf(payload)),
      ofClaim: (claim) => claimTells(payload, claim, origin),
    },
  );
  const files = await siteOf({ payload, digest, origin, pages });
  const folder = join(resolve(out), slug);
  for (const { path, bytes } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return { slug, number, digest, folder, files: files.length };
}

async function everySlug(): Promise<string[]> {
  const slugs: string[] = [];
  for (let more = true; more; ) {
    const found = await listAddresses({ after: slugs.at(-1), limit: 200 });
    slugs.push(...found.map(({ slug }) => slug));
    more = found.length > 0;
  }
  return slugs;
}

/** The newest edition of one article, or of every published one (`slug` null), each in a folder of its own in `out`. */
export async function exportEditions(slug: string | null, out: string, origin: string): Promise<Result<Exported[]>> {
  const exported: Exported[] = [];
  for (const each of slug === null ? await everySlug() : [slug]) {
    const written = await exportArticle(each, out, origin);
    if (!written)
      return refuse(
        'missing',
        'no-such-edition',
        `Nothing is published under “${each}”, or its newest edition was withdrawn.`,
      );
    exported.push(written);
  }
  return ok(exported);
}
