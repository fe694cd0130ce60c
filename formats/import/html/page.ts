import { Readability } from '@mozilla/readability';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { ok, type Result, refuse } from '@/domain/result';
import type { Source } from '../article';
import { withSpeakers } from '../transcript';
import { blocksIn } from './blocks';
import { dropFurniture } from './drop';
import { pageData } from './metadata';

/** Deeper than any page, and less deep than what the parsers after it, which recurse, can bear. */
const DEEPEST = 1_000;
const MOST_ELEMENTS = 300_000;
/** The void elements, which have no end. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

const tooDeep = () =>
  refuse(
    'malformed',
    'html-too-deep',
    'This page nests its elements too deep to be an article. Paste its text instead.',
  );

/** Reads a page's tags once, without making anything of them: one that would keep the real parser busy is refused. */
function bearable(html: string): Result<true> {
  let [depth, deepest, elements] = [0, 0, 0];
  const parser = new Parser({
    onopentagname(name) {
      elements += 1;
      if (!VOID.test(name)) depth += 1;
      deepest = Math.max(deepest, depth);
      if (deepest > DEEPEST || elements > MOST_ELEMENTS) parser.pause();
    },
    onclosetag(name) {
      if (!VOID.test(name)) depth -= 1;
    },
  });
  for (let at = 0; at < html.length && deepest <= DEEPEST && elements <= MOST_ELEMENTS; at += 65_536) {
    parser.write(html.slice(at, at + 65_536));
  }
  return deepest > DEEPEST || elements > MOST_ELEMENTS ? tooDeep() : ok(true);
}

/**
 * The page as browsers understand it, however broken: parse5 mends it by the standard's rules, which the quick parser
 * under the DOM does not know.
 */
const documentOf = (html: string): Document => parseHTML(serialize(parse(html))).document;

/** A part of a page, as a clipboard holds it, is article throughout; a page has an article in it. */
const isPage = (html: string): boolean =>
  !html.includes('<!--StartFragment') &&
  /<(?:title|article|main|nav)[\s>]|<meta[^>]+(?:og:|description|viewport)/i.test(html.slice(0, 2_000_000));

const fragmentOf = (html: string): string =>
  /<!--StartFragment-->([\s\S]*?)(?:<!--EndFragment-->|$)/.exec(html)?.[1] ?? html;

const lengthOf = (element: Element | null | undefined): number =>
  element?.textContent?.replace(/\s+/g, ' ').trim().length ?? 0;

/** What a page itself calls its article; null when it calls nothing so, or several things. */
function calledArticle(document: Document): Element | null {
  for (const selector of ['[itemprop~="articleBody"]', 'article', 'main, [role="main"]']) {
    const found = [...document.querySelectorAll(selector)].filter(
      (element) => !element.parentElement?.closest(selector),
    );
    if (found.length === 1 && lengthOf(found[0]) > 0) return found[0]!;
  }
  return null;
}

/**
 * The element that holds the article. A live blog is all of what the page calls its main part. Else Readability is asked; where it finds nothing, or much less than the page
 * itself calls its article (a transcript, a short stub), that is taken.
 */
function articleIn(document: Document, live: boolean): Element {
  const called = calledArticle(document);
  if (live && called) return called;
  const calledLength = lengthOf(called);
  const spare = called?.cloneNode(true) as Element | undefined;
  const read = new Readability<Element>(document, {
    charThreshold: 250,
    keepClasses: true,
    serializer: (node) => node as Element,
  });
  const found = read.parse()?.content ?? null;
  if (!found || (spare && lengthOf(found) < calledLength * 0.6))
    return spare ?? document.body ?? document.documentElement;
  return found;
}

const EMPTY = refuse('malformed', 'text-empty', 'No article was found on this page. Paste its text instead.');

/**
 * Reads an article from HTML: a whole page, of which the article is found and the rest left out, or a part of one,
 * which is article throughout. Refuses what holds no article and what nests too deep.
 * @param url where it was fetched
 */
export function readHtml(html: string, url: string | null = null): Result<Source> {
  const checked = bearable(html);
  if (!checked.ok) return checked;
  if (!isPage(html)) return readFragment(fragmentOf(html), url);
  const document = documentOf(html);
  const { facts, base, paywalled, live } = pageData(document, url);
  dropFurniture(document);
  const blocks = blocksIn(articleIn(document, live), base);
  if (blocks.length === 0) return EMPTY;
  const stub = 'The page says that it is behind a paywall: this may be only how the article begins.';
  const repairs = paywalled ? [stub] : [];
  return ok({ doc: withSpeakers({ type: 'doc', content: blocks }), facts, repairs, structured: true });
}

/** HTML that is article throughout: a paste, or what another format was turned into. */
export function readFragment(html: string, url: string | null = null): Result<Source> {
  const document = documentOf(`<!doctype html><html><body>${html}</body></html>`);
  const blocks = blocksIn(document.body, url);
  if (blocks.length === 0) return EMPTY;
  return ok({ doc: withSpeakers({ type: 'doc', content: blocks }), facts: {}, repairs: [], structured: true });
}
