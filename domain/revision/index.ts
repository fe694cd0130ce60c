/** New revisions of an article: where its claims stand in them, and what is reported of that. */
export * from './follow';
export * from './place';
export * from './report';
