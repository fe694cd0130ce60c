import { ours } from './public-page';

/** How to cite, embed and take along what a page shows. */
export type Sharing = {
  language: string;
  /** the reference to copy */
  citation: string;
  /** the HTML to copy */
  embed: string;
  downloads: { href: string; title: string }[];
};

/** What to copy is text to select: no script runs here. */
export const Share = ({ language, citation, embed, downloads }: Sharing) => (
  <details className="share" {...ours(language)}>
    <summary>Cite, embed, download</summary>
    <h2>Cite</h2>
    <p className="copy">
      <bdi>{citation}</bdi>
    </p>
    <h2>Embed</h2>
    <p>This shows it on another page, as it stands at any time:</p>
    <pre className="copy">
      <code>{embed}</code>
    </pre>
    <h2>Download</h2>
    <ul>
      {downloads.map(({ href, title }) => (
        <li key={href}>
          <a href={href}>{title}</a>
        </li>
      ))}
    </ul>
  </details>
);
