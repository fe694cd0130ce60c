export * from './activity';
export * from './articles';
export * from './claims';
export * from './editions';
export * from './holds';
export * from './people';
export * from './second-verdicts';
export * from './watches';
