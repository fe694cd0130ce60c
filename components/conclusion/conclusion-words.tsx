import { Rationale } from '../reader/rationale';

const prose =
  'font-serif text-md leading-read wrap-anywhere [&_li]:mb-1 [&_ol]:list-decimal [&_ol]:pl-6 [&_p]:mb-3 [&_p:last-child]:mb-0 [&_ul]:list-disc [&_ul]:pl-6';

/** The conclusion as it reads. */
export const ConclusionWords = ({ text }: { text: string }) => (
  <div className={prose}>
    <Rationale text={text} cites={() => null} />
  </div>
);
