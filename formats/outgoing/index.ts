export type { Outgoing, Validators } from './follow';
export { fetchPage, type Page } from './page';
export { attemptAt, mayReceive } from './post';
export { mayRead } from './robots';
