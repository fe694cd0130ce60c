import { PublicPage } from './public-page';

export type Way = { href: string; words: string };

type Props = { title: string; happened: string; ways: Way[]; desk?: string; css: string };

/** What stands at a public address where there is nothing, with the ways that lead on. */
export const MissingPage = ({ title, happened, ways, desk, css }: Props) => (
  <PublicPage title={title} language="en-GB" css={css} desk={desk ?? 'Fact checks'} hidden>
    <header className="masthead">
      <h1>{title}</h1>
      <p className="people">{happened}</p>
    </header>
    <ul className="leads">
      {ways.map(({ href, words }) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  </PublicPage>
);
