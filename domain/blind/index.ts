export * from './blindness';
export * from './claim';
export * from './lists';
export * from './refusal';
