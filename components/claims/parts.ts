import { later, onDemand } from '../ui/later';

/** The parts of the workspace whose scripts come after the page's own (`ui/later`). */
export const ClaimDiscussion = later(() => import('./panel-parts').then((module) => module.ClaimDiscussion));
export const ClaimStandards = later(() => import('./panel-parts').then((module) => module.ClaimStandards));
export const ApprovalDifference = later(() => import('./panel-parts').then((module) => module.ApprovalDifference));
export const SuggestionView = later(() => import('./panel-parts').then((module) => module.SuggestionView));
export const MergeDialog = later(() => import('./panel-parts').then((module) => module.MergeDialog));
export const ReturnDialog = later(() => import('./panel-parts').then((module) => module.ReturnDialog));

// what these show is asked of the server when they open
export const claimRecord = onDemand(() => import('./claim-record').then((module) => module.ClaimRecord));
export const sourceDialog = onDemand(() => import('./source-dialog').then((module) => module.SourceDialog));
export const annotationsImport = onDemand(() =>
  import('./annotations-import').then((module) => module.AnnotationsImport),
);
export const articleDetails = onDemand(() => import('./article-details').then((module) => module.ArticleDetails));
export const askSecond = onDemand(() => import('./second/ask-second').then((module) => module.AskSecond));
export const adjudication = onDemand(() => import('./second/adjudication').then((module) => module.Adjudication));

// of claims as few articles have them (`needed-parts`)
export const unsettledNotice = onDemand(() => import('./unsettled-notice').then((module) => module.UnsettledNotice));
