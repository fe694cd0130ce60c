export type { Outgoing, Validators } from './follow';
export { fetchPage, type Page } from './page';
export { mayRead } from './robots';
