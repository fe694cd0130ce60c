import type { Frame } from '@/domain/edition';
import { addressOf } from './words';

/** Where a contact leads: a web address to itself, an e-mail address to a message about this edition. */
const hrefOf = (contact: string, { article, edition }: Frame): string =>
  /^https?:/i.test(contact)
    ? contact
    : `mailto:${contact}?subject=${encodeURIComponent(`Error in ${addressOf(article.slug, edition.number)}`)}`;

/** How readers tell the desk of an error; nothing where the desk names no way. */
export function ReportError({ frame }: { frame: Frame }) {
  const { contact } = frame.desk;
  if (contact === undefined) return null;
  return (
    <p>
      Something wrong? Tell <bdi>{frame.desk.name}</bdi>:
      <a href={hrefOf(contact, frame)}>
        <bdi>{contact}</bdi>
      </a>
      . What turns out to be wrong is corrected in the open, in a new edition.
    </p>
  );
}
