export * from './catalogue';
export * from './evaluate';
export * from './judged';
export * from './presets';
export * from './report';
export * from './rule';
