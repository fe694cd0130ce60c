export * from './activity';
export * from './articles';
export * from './claims';
export * from './editions';
export * from './holds';
export * from './people';
export * from './presences';
export * from './watches';
