import { afterEach, describe, expect, test } from 'vitest';
import { mayRead } from '@/formats/outgoing';
import { rules } from '@/test/desk';
import { openSite, type Site } from './site';

const open: Site[] = [];
afterEach(async () => {
  for (const site of open.splice(0)) await site.close();
});

/** A site whose robots.txt is answered with this. */
async function siteWith(status: number, robots = '', headers: Record<string, string> = {}): Promise<Site> {
  const site = await openSite((_request, response) => response.writeHead(status, headers).end(robots));
  open.push(site);
  return site;
}
const asked = async (site: Site, path: string) => rules(await mayRead(`${site.origin}${path}`, site.outgoing));

describe('a site’s robots.txt', () => {
  const robots = [
    'User-agent: *',
    'Disallow: /private/',
    'Allow: /private/press/',
    'Disallow: /*.pdf$',
    '',
    'User-agent: Other',
    'Disallow: /',
  ].join('\r\n');

  test.each([
    ['/news/1', []],
    ['/private/2', ['fetch-robots']],
    ['/private/press/3', []],
    ['/report.pdf', ['fetch-robots']],
    ['/report.pdf?page=2', []],
  ])('is kept to: %s', async (path, expected) => {
    expect(await asked(await siteWith(200, robots), path)).toEqual(expected);
  });

  test('may name us alone', async () => {
    const site = await siteWith(200, 'User-agent: stet\nDisallow: /news\n\nUser-agent: *\nDisallow:');
    expect(await asked(site, '/news/1')).toEqual(['fetch-robots']);
    expect(await asked(site, '/sport/1')).toEqual([]);
  });

  test('is asked for once, and kept', async () => {
    const site = await siteWith(200, robots);
    for (const path of ['/a', '/b', '/private/c']) await asked(site, path);
    expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  test.each([401, 403, 404, 410])('that is answered with %s forbids nothing', async (status) => {
    expect(await asked(await siteWith(status, 'Disallow: /'), '/private/1')).toEqual([]);
  });

  test.each([429, 500, 503])('that is answered with %s forbids everything for now', async (status) => {
    expect(await asked(await siteWith(status), '/news/1')).toEqual(['fetch-robots-unreachable']);
  });

  test('of a site that cannot be reached forbids everything for now', async () => {
    const site = await siteWith(200);
    await site.close();
    expect(await asked(site, '/news/1')).toEqual(['fetch-robots-unreachable']);
  });

  test('is read as far as can be read in good time, and never half a rule of it', async () => {
    const comments = `# ${'a'.repeat(98)}\n`.repeat(6000);
    expect(await asked(await siteWith(200, `User-agent: *\nDisallow: /private/\n${comments}`), '/private/1')).toEqual([
      'fetch-robots',
    ]);
    const rule = `Disallow: /${'b'.repeat(89)}\n`;
    const long = `User-agent: *\n${rule.repeat(6000)}`;
    expect(await asked(await siteWith(200, long), `/${'b'.repeat(60)}`)).toEqual([]);
  });

  test('may be anything at all without harm', async () => {
    expect(await asked(await siteWith(200, 'Disallow: /\n'.repeat(100_000)), '/news/1')).toEqual([]);
    expect(await asked(await siteWith(200, '\0\uFFFF<html>User-agent\n: *\nDisallow:: /'), '/news/1')).toEqual([]);
  });
});
