import { type Prepare, requests } from './requests';
import { ownClaim } from './requests/claims';
import { othersPerson } from './requests/people';
import { at } from './requests/request';
import { correction } from './requests/revisions';
import { declining } from './requests/second-verdicts';

/** Kinds of callers, in the order of the columns. */
export const who = ['signed out', 'reviewer', 'editor', 'administrator', 'disabled', 'revoked token'] as const;
export type Who = (typeof who)[number];
export const signedIn = ['reviewer', 'editor', 'administrator'] as const;
export type Row = [asks: string, prepare: Prepare, ...answers: number[]];

/** product.md's table of rights, route by route, written out by hand: what each kind of caller is answered. */
export const table: Row[] = [
  // what is asked                                                      signed out, reviewer, editor, administrator, disabled, revoked
  ['GET /healthz', requests.healthz, 200, 200, 200, 200, 200, 200],
  ['GET /readyz', requests.readyz, 200, 200, 200, 200, 200, 200],
  ['GET /api/v1/openapi.json', requests.openapi, 200, 200, 200, 200, 200, 200],
  ['GET /assets/{name}', at('/assets/none.css'), 404, 404, 404, 404, 404, 404],
  // editions that are out
  ['GET /api/v1/articles/{id}/editions/{n}', requests.readEdition, 200, 200, 200, 200, 200, 200],
  // articles and claims under way
  ['GET /api/v1/activity', requests.listDeskActivity, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles', requests.listArticles, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}', requests.readArticle, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/revisions', requests.listRevisions, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/revisions/{n}', requests.readRevision, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/revisions/{n}/report', requests.readReport, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/claims/{id}/anchors', requests.listAnchors, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/activity', requests.listActivity, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/claims', requests.listClaims, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/watch', requests.readWatch, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/found', requests.readFound, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/claims/{id}', requests.readClaim, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/search', requests.searchDesk, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/sources', requests.listSources, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/sources/{id}', requests.readSource, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/scales', requests.listScales, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/desk', requests.readDesk, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/editions', requests.listEditions, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/conclusion', requests.readConclusion, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/editions/next', requests.nextEdition, 401, 200, 200, 200, 401, 401],
  // importing articles, making and editing claims, evidence
  ['POST /api/v1/articles', requests.importArticle, 401, 201, 201, 201, 401, 401],
  ['POST /api/v1/articles/preview', requests.previewArticle, 401, 200, 200, 200, 401, 401],
  ['PATCH /api/v1/articles/{id}', requests.editArticle, 401, 200, 200, 200, 401, 401],
  ['PUT /api/v1/articles/{id}/watch', requests.setWatch, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/articles/{id}/watch', requests.clearWatch, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/articles/{id}/watch/check', requests.checkWatch, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/articles/{id}/found/acceptance', requests.acceptFound, 401, 201, 201, 201, 401, 401],
  ['DELETE /api/v1/articles/{id}/found', requests.dismissFound, 401, 204, 204, 204, 401, 401],
  ['POST /api/v1/articles/{id}/claims', requests.createClaim, 401, 201, 201, 201, 401, 401],
  ['PATCH /api/v1/claims/{id}', requests.editClaim, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/claims/{id}/evidence', requests.addEvidence, 401, 201, 201, 201, 401, 401],
  ['PATCH /api/v1/evidence/{id}', requests.editEvidence, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/evidence/{id}', requests.removeEvidence, 401, 200, 200, 200, 401, 401],
  ['PATCH /api/v1/sources/{id}', requests.editSource, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/claims/{id}/submission', requests.submitClaim, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/claims/{id}/submission', requests.takeBackClaim, 401, 200, 200, 200, 401, 401],
  ['PATCH /api/v1/articles/{id}/conclusion', requests.editConclusion, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/articles/{id}/conclusion/submission', requests.submitConclusion, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/articles/{id}/conclusion/submission', requests.takeBackConclusion, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/articles/{id}/annotations', requests.importAnnotations, 401, 201, 201, 201, 401, 401],
  ['POST /api/v1/articles/{id}/revisions', requests.addRevision, 401, 201, 201, 201, 401, 401],
  ['POST /api/v1/articles/{id}/revisions (a document)', correction.addRevision, 401, 403, 201, 201, 401, 401],
  ['POST /api/v1/articles/{id}/revisions/preview', requests.previewRevision, 401, 200, 200, 200, 401, 401],
  [
    'POST /api/v1/articles/{id}/revisions/preview (a document)',
    correction.previewRevision,
    401,
    403,
    200,
    200,
    401,
    401,
  ],
  ['POST /api/v1/claims/{id}/settlement', requests.settleClaim, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/claims/{id}/settlement', requests.unsettleClaim, 401, 200, 200, 200, 401, 401],
  // dropping and restoring: reviewers their own
  ['POST /api/v1/claims/{id}/drop (another’s claim)', requests.dropClaim, 401, 403, 200, 200, 401, 401],
  ['POST /api/v1/claims/{id}/drop (one’s own claim)', ownClaim.dropClaim, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/claims/{id}/drop (another’s claim)', requests.restoreClaim, 401, 403, 200, 200, 401, 401],
  ['DELETE /api/v1/claims/{id}/drop (one’s own claim)', ownClaim.restoreClaim, 401, 200, 200, 200, 401, 401],
  // deciding, never on one’s own content
  ['POST /api/v1/claims/{id}/decisions (another’s claim)', requests.decideClaim, 401, 403, 200, 200, 401, 401],
  ['POST /api/v1/claims/{id}/decisions (one’s own claim)', ownClaim.decideClaim, 401, 403, 422, 422, 401, 401],
  ['POST /api/v1/claims/{id}/decisions (returning it)', ownClaim.returnClaim, 401, 403, 422, 422, 401, 401],
  ['POST /api/v1/claims/{id}/decisions (overriding)', ownClaim.overrideClaim, 401, 403, 403, 200, 401, 401],
  // second verdicts: editors ask and adjudicate, whoever is asked files
  ['POST /api/v1/claims/{id}/second-verdict', requests.askSecondVerdict, 401, 403, 200, 200, 401, 401],
  ['PUT /api/v1/claims/{id}/second-verdict', requests.fileSecondVerdict, 401, 200, 200, 200, 401, 401],
  ['DELETE /api/v1/claims/{id}/second-verdict', requests.withdrawSecondVerdict, 401, 403, 200, 200, 401, 401],
  ['DELETE /api/v1/claims/{id}/second-verdict (one’s own)', declining, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/claims/{id}/second-verdict/acceptance', requests.takeSecondVerdict, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/claims/{id}/second-verdict/reviewers', requests.listSecondReviewers, 401, 403, 200, 200, 401, 401],
  ['PUT /api/v1/claims/{id}/second-verdict/adjudication', requests.adjudicate, 401, 403, 200, 200, 401, 401],
  ['GET /api/v1/articles/{id}/second-verdict-policy', requests.readSecondVerdictPolicy, 401, 403, 200, 200, 401, 401],
  ['PUT /api/v1/articles/{id}/second-verdict-policy', requests.setSecondVerdictPolicy, 401, 403, 200, 200, 401, 401],
  ['POST /api/v1/articles/{id}/conclusion/decisions', requests.decideConclusion, 401, 403, 200, 200, 401, 401],
  // confirming what somebody approved alone
  ['GET /api/v1/articles/{id}/overrides', requests.listOverrides, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/articles/{id}/confirmations', requests.confirmOverride, 401, 403, 201, 201, 401, 401],
  // publishing
  ['POST /api/v1/articles/{id}/editions', requests.publish, 401, 403, 201, 201, 401, 401],
  ['PUT /api/v1/articles/{id}/schedule', requests.schedule, 401, 403, 200, 200, 401, 401],
  ['DELETE /api/v1/articles/{id}/schedule', requests.unschedule, 401, 403, 204, 204, 401, 401],
  ['POST /api/v1/articles/{id}/withdrawals', requests.withdraw, 401, 403, 201, 201, 401, 401],
  ['PUT /api/v1/articles/{id}/hold', requests.setHold, 401, 403, 200, 200, 401, 401],
  ['DELETE /api/v1/articles/{id}/hold', requests.liftHold, 401, 403, 204, 204, 401, 401],
  // inviting people, roles, scales, settings
  ['POST /api/v1/invitations', requests.invite, 401, 403, 403, 201, 401, 401],
  ['GET /api/v1/invitations', requests.listInvitations, 401, 403, 403, 200, 401, 401],
  ['DELETE /api/v1/invitations/{id}', requests.revokeInvitation, 401, 403, 403, 204, 401, 401],
  ['POST /api/v1/people/{id}/password-reset', requests.resetPassword, 401, 403, 403, 201, 401, 401],
  ['PATCH /api/v1/people/{id} (another’s role)', othersPerson.promote, 401, 403, 403, 200, 401, 401],
  ['PATCH /api/v1/people/{id} (one’s own role)', othersPerson.promoteOneself, 401, 403, 403, 200, 401, 401],
  ['PATCH /api/v1/people/{id} (another’s access)', othersPerson.disable, 401, 403, 403, 200, 401, 401],
  ['POST /api/v1/scales', requests.addScale, 401, 403, 403, 201, 401, 401],
  ['PATCH /api/v1/desk', requests.editDesk, 401, 403, 403, 200, 401, 401],
  // telling other systems
  ['GET /api/v1/webhooks', requests.listWebhooks, 401, 403, 403, 200, 401, 401],
  ['POST /api/v1/webhooks', requests.addWebhook, 401, 403, 403, 201, 401, 401],
  ['GET /api/v1/webhooks/{id}', requests.readWebhook, 401, 403, 403, 200, 401, 401],
  ['PATCH /api/v1/webhooks/{id}', requests.editWebhook, 401, 403, 403, 200, 401, 401],
  ['DELETE /api/v1/webhooks/{id}', requests.removeWebhook, 401, 403, 403, 204, 401, 401],
  ['POST /api/v1/webhooks/{id}/rotation', requests.rotateWebhook, 401, 403, 403, 201, 401, 401],
  ['POST /api/v1/webhooks/{id}/test', requests.testWebhook, 401, 403, 403, 200, 401, 401],
  ['GET /api/v1/webhooks/{id}/deliveries', requests.listDeliveries, 401, 403, 403, 200, 401, 401],
  // oneself
  ['GET /api/v1/me', requests.readMe, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/people', requests.listPeople, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/people/{id}', requests.readPerson, 401, 200, 200, 200, 401, 401],
  ['PATCH /api/v1/people/{id} (one’s own name)', requests.editPerson, 401, 200, 200, 200, 401, 401],
  ['PATCH /api/v1/people/{id} (another’s name)', othersPerson.rename, 401, 403, 403, 403, 401, 401],
  ['POST /api/v1/me/password', requests.changePassword, 401, 200, 200, 200, 401, 401],
  ['GET /api/v1/tokens', requests.listTokens, 401, 200, 200, 200, 401, 401],
  ['POST /api/v1/tokens', requests.makeToken, 401, 201, 201, 201, 401, 401],
  ['DELETE /api/v1/tokens/{id} (one’s own)', requests.revokeToken, 401, 204, 204, 204, 401, 401],
  ['DELETE /api/v1/tokens/{id} (another’s)', othersPerson.revokeToken, 401, 404, 404, 404, 401, 401],
  ['DELETE /api/v1/sessions', requests.signOutEverywhere, 401, 204, 204, 204, 401, 401],
  // one-time links, from a page of ours: what counts is the secret
  ['POST /api/v1/setup', requests.setUp, 422, 422, 422, 422, 422, 422],
  ['POST /api/v1/invitations/acceptance', requests.acceptInvitation, 201, 201, 201, 201, 201, 201],
  ['POST /api/v1/links', requests.readLink, 200, 200, 200, 200, 200, 200],
  ['POST /api/v1/password-resets', requests.setPassword, 200, 200, 200, 200, 200, 200],
  ['POST /api/v1/sign-ins', requests.signInByLink, 200, 200, 200, 200, 200, 200],
  // the door
  ['GET /api/auth/{...all}', at('/api/auth/get-session'), 200, 200, 200, 200, 200, 200],
  ['POST /api/auth/{...all}', at('/api/auth/sign-up/email'), 404, 404, 404, 404, 404, 404],
  ['PATCH /api/auth/{...all}', at('/api/auth/get-session'), 404, 404, 404, 404, 404, 404],
  ['PUT /api/auth/{...all}', at('/api/auth/sign-in/email'), 404, 404, 404, 404, 404, 404],
  ['DELETE /api/auth/{...all}', at('/api/auth/sign-out'), 404, 404, 404, 404, 404, 404],
  // nothing else
  ['GET /api/v1/{...path}', at('/api/v1/users'), 404, 404, 404, 404, 404, 404],
  ['POST /api/v1/{...path}', at('/api/v1/users'), 404, 404, 404, 404, 404, 404],
  ['PATCH /api/v1/{...path}', at('/api/v1/users/1'), 404, 404, 404, 404, 404, 404],
  ['PUT /api/v1/{...path}', at('/api/v1/users/1'), 404, 404, 404, 404, 404, 404],
  ['DELETE /api/v1/{...path}', at('/api/v1/users/1'), 404, 404, 404, 404, 404, 404],
];

const reader =
  (rest: string): Prepare =>
  async ({ published: { slug } }) => ({ path: `/a/${slug}${rest}` });
const preview: Prepare = async ({ published: { id } }) => ({ path: `/articles/${id}/publish/preview` });

/** Pages that are no React pages, for browsers: what each is answered by cookie. */
export const pages: Row[] = [
  // what is asked                             signed out, reviewer, editor, administrator, disabled
  ['GET /published', at('/published'), 200, 200, 200, 200, 200],
  ['GET /a', at('/a'), 308, 308, 308, 308, 308],
  ['GET /a/{slug}', reader(''), 200, 200, 200, 200, 200],
  ['GET /a/{slug}/{...rest} (an edition)', reader('/1'), 200, 200, 200, 200, 200],
  ['GET /a/{slug}/{...rest} (a claim)', reader('/1/claims/1'), 200, 200, 200, 200, 200],
  ['GET /a/{slug}/{...rest} (an export)', reader('/claimreview.json'), 200, 200, 200, 200, 200],
  ['GET /feed.atom', at('/feed.atom'), 200, 200, 200, 200, 200],
  ['GET /feed.json', at('/feed.json'), 200, 200, 200, 200, 200],
  ['GET /sitemap.xml', at('/sitemap.xml'), 200, 200, 200, 200, 200],
  ['GET /robots.txt', at('/robots.txt'), 200, 200, 200, 200, 200],
  ['GET /verifying', at('/verifying'), 200, 200, 200, 200, 200],
  ['GET /oembed', at('/oembed'), 400, 400, 400, 400, 400],
  ['GET /figures/{figure}', at('/figures/work.csv'), 401, 200, 200, 200, 401],
  ['GET /log/{file}', at('/log/activity.csv'), 401, 200, 200, 200, 401],
  ['GET /articles/{id}/publish/preview', preview, 404, 200, 200, 200, 404],
  ['GET /figures/{figure}', at('/figures/work.csv'), 401, 200, 200, 200, 401],
  ['GET /figures/{figure} (returns)', at('/figures/returns.csv'), 401, 200, 200, 200, 401],
  ['GET /log/{file}', at('/log/activity.csv'), 401, 200, 200, 200, 401],
  ['GET /log/{file} (lines)', at('/log/activity.jsonl'), 401, 200, 200, 200, 401],
];
