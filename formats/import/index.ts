export type { Contact, Given, Import, ImportedArticle, LineRole, SetAside, SourceLine } from './article';
export { LARGEST_TEXT, MOST_LINES } from './compose';
export { type Foreign, type ForeignBytes, type ForeignText, LARGEST_FILE } from './foreign';
export { importBytes, importForeign } from './worker/pool';
