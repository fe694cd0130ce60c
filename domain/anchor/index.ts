/** Where a claim stands: spans and quotes of a revision's plain text, as plain strings and offsets. */
export * from './anchor';
export * from './find-quote';
export * from './occurrences';
export { checkQuote, describeSpan } from './quote';
export * from './reanchor';
export * from './segments';
export { sentenceAt, sentenceStep, sentences, sentencesTouching } from './sentences';
export { blockAt, snapToWords, trimmed } from './words';
