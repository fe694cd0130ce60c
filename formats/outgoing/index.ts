export type { Outgoing, Validators } from './follow';
export type { Letter, MailWay } from './letter';
export { handOn } from './mail';
export { fetchPage, type Page } from './page';
export { attemptAt, mayReceive } from './post';
export { mayRead } from './robots';
