// What an open claim shows beside its own words, in one script that comes once the browser is idle: as one it is smaller
// than in parts, and whoever has it can work on without a network.
export { ClaimDiscussion } from '../discussion/claim-discussion';
export { ClaimStandards } from '../standards/claim-standards';
export { ApprovalDifference } from './approval-difference';
export { MergeDialog } from './merge-dialog';
export { RationaleEditor } from './rationale-editor';
export { ReturnDialog } from './return-dialog';
export { SuggestionView } from './suggestion-view';
