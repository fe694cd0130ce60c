import type { ReactNode } from 'react';
import type { Scale } from '@/domain/scale';
import { HeadLinks, type PageHead } from './page-head';
import { Signs } from './sign';
import { directionOf } from './words';

export type PublicPageProps = {
  title: string;
  description?: string;
  /** the language of what the page shows, BCP 47 */
  language: string;
  /** the address of the stylesheet */
  css: string;
  /** the address that search engines should keep, where it is not the page's own */
  canonical?: string;
  /** not to be kept by search engines: a preview, a page that is not there */
  hidden?: boolean;
  /** who publishes, for the line at the top */
  desk: string;
  head?: PageHead;
  /** the scale whose verdicts it shows */
  scale?: Scale;
  children: ReactNode;
};

/** Language and direction of Stet's own words on a page in another language. */
export const ours = (language: string): { lang?: string; dir?: 'ltr' } =>
  /^en\b/i.test(language) ? {} : { lang: 'en-GB', dir: 'ltr' };

/** A public page, whole: plain HTML without any script, under the strict policy of the readers' pages. */
export const PublicPage = ({
  title,
  description,
  language,
  css,
  canonical,
  hidden,
  desk,
  head,
  scale,
  children,
}: PublicPageProps) => (
  <html lang={language} dir={directionOf(language)}>
    {/* biome-ignore lint/style/noHeadElement: a whole page of its own, drawn by a route handler */}
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {hidden && <meta name="robots" content="noindex" />}
      <link rel="stylesheet" href={css} />
      <link rel="icon" href="data:," />
      {canonical && <link rel="canonical" href={`${head?.origin ?? ''}${canonical}`} />}
      {head && <HeadLinks {...head} />}
    </head>
    <body>
      {scale && <Signs scale={scale} />}
      <a className="skip" href="#main" {...ours(language)}>
        Skip to the text
      </a>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: the page's header is a banner, which takes a name */}
      <header className="top" aria-label="Publisher" {...ours(language)}>
        <a href="/" className="desk">
          <bdi>{desk}</bdi>
        </a>
        <span className="quiet">Fact checks</span>
      </header>
      <main id="main" aria-label="Fact check">
        {children}
      </main>
    </body>
  </html>
);
