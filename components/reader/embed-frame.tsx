import type { ReactNode } from 'react';
import type { Scale } from '@/domain/scale';
import { Signs } from './sign';

type Props = {
  language: string;
  direction?: 'ltr' | 'rtl' | 'auto';
  title: string;
  css: string;
  /** the address of the page that it is cut from, where there is one */
  canonical?: string;
  /** the scale whose verdicts it shows */
  scale?: Scale;
  children: ReactNode;
};

/** A page to stand in a frame on somebody else's page, without a script. */
export const EmbedFrame = ({ language, direction, title, css, canonical, scale, children }: Props) => (
  <html lang={language} dir={direction}>
    {/* biome-ignore lint/style/noHeadElement: a whole page of its own, drawn by a route handler */}
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <link rel="stylesheet" href={css} />
      <link rel="icon" href="data:," />
      {canonical && <link rel="canonical" href={canonical} />}
    </head>
    <body>
      {scale && <Signs scale={scale} />}
      <main className="embed">{children}</main>
    </body>
  </html>
);
