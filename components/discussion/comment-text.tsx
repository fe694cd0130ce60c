import { Fragment, type ReactNode } from 'react';
import { piecesOf } from '@/domain/mention';
import { Rationale } from '../reader/rationale';

const prose =
  'wrap-anywhere leading-read [&_a]:underline [&_li]:mb-0.5 [&_ol]:list-decimal [&_ol]:pl-5 [&_p]:mb-1.5 [&_p:last-child]:mb-0 [&_ul]:list-disc [&_ul]:pl-5';

/** What somebody said, with the people it mentions by the names they have now. */
export const CommentText = ({ body, names }: { body: string; names: Readonly<Record<string, string>> }) => (
  <div className={prose}>
    <Rationale text={body} cites={() => null} words={(text) => withNames(text, names)} />
  </div>
);

const withNames = (text: string, names: Readonly<Record<string, string>>): ReactNode =>
  piecesOf(text).map((piece, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have nothing else to be known by
    if ('text' in piece) return <Fragment key={index}>{piece.text}</Fragment>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have nothing else to be known by
      <b key={index} className="font-semibold text-accent">
        @{names[piece.person] ?? 'somebody'}
      </b>
    );
  });
