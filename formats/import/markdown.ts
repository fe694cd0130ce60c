import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { HtmlExtension } from 'micromark-util-types';
import { map, type Result } from '@/domain/result';
import type { Facts, Source } from './article';
import { readFragment } from './html/page';

/** GitHub’s own HTML but for its filter, which would show scripts as text: here they are dropped with all that runs. */
function printing(): HtmlExtension {
  const { exit = {}, ...rest } = gfmHtml();
  const { htmlFlowData, htmlTextData, ...kept } = exit;
  return { ...rest, exit: kept };
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const FIELD =
  /^(title|headline|author|byline|date|published|lang|language|url|canonical|publication|source) *: *(.+?) *$/gim;

const factNames: Record<string, keyof Facts> = {
  title: 'title',
  headline: 'title',
  author: 'byline',
  byline: 'byline',
  date: 'publishedOn',
  published: 'publishedOn',
  lang: 'language',
  language: 'language',
  url: 'url',
  canonical: 'url',
  publication: 'publication',
  source: 'publication',
};

/** The plain fields of a front matter; lists and nested values are none. */
function factsOf(matter: string): Partial<Facts> {
  const facts: Record<string, string> = {};
  for (const [, name = '', raw = ''] of matter.matchAll(FIELD)) {
    const value = raw.replace(/^(["'])(.*)\1$/, '$2').trim();
    const fact = factNames[name.toLowerCase()]!;
    if (value !== '' && !/^[[{|>]/.test(value)) facts[fact] ??= fact === 'publishedOn' ? value.slice(0, 10) : value;
  }
  return facts as Partial<Facts>;
}

/**
 * Reads an article from Markdown (CommonMark and GitHub's tables, with front matter). It is turned into HTML, whatever
 * HTML stands in it included, and read as that, so that one reader alone decides what an article may hold.
 * Hostile texts of 20,000 characters take the parser ten seconds and more: only a worker with a limit of time calls this.
 */
export function readMarkdown(content: string): Result<Source> {
  const matter = FRONT_MATTER.exec(content);
  const body = matter ? content.slice(matter[0].length) : content;
  const html = micromark(body, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [printing()] });
  return map(readFragment(html), (source) => ({
    ...source,
    facts: { ...source.facts, ...factsOf(matter?.[1] ?? '') },
  }));
}
