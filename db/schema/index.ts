export * from './activity';
export * from './articles';
export * from './claims';
export * from './editions';
export * from './people';
export * from './watches';
