import type { Mailbox, MailServer } from '@/domain/mail-server';

/** A message as it goes to the mail server. */
export type Letter = {
  /** names it for good: sent again, it has the same Message-ID, by which mail readers tell that they have it */
  id: string;
  to: Mailbox;
  subject: string;
  text: string;
  html: string;
  /** an address that switches such messages off at a POST without a session (RFC 8058); null for what is no list */
  unsubscribe: string | null;
};

export type MailWay = {
  server: MailServer;
  from: Mailbox;
  /** milliseconds for which the server may be silent; five minutes unless said otherwise */
  patience?: number;
  /** certificates to trust besides those that Node does, in PEM */
  ca?: string;
  signal?: AbortSignal;
};
