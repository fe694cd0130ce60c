export * from './erasure';
export * from './rules';
export * from './words';
