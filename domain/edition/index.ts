/** Editions: what goes out, the payload that is frozen, and how it is verified and compared. */
export * from './address';
export { type Check, checkSchema, isBroken } from './check';
export { type ConclusionApproval, type ConclusionCandidate, conclusionFates } from './conclusion';
export * from './consent';
export * from './difference';
export * from './excerpt';
export { creditOf } from './frame';
export type { Approval, Candidate, Choices, Material } from './material';
export * from './payload';
export * from './plan';
export * from './verify';
export * from './withdrawal';
