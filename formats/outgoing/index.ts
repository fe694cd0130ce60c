export type { Outgoing, Validators } from './follow';
export { fetchPage, type Page } from './page';
export { mayReceive, postTo, type Receipt } from './post';
export { mayRead } from './robots';
