import type { Activity, ActivityType } from '@/domain/activity';
import { type Role, roleNames } from '@/domain/person';
import { standards } from '@/domain/standards/catalogue';
import { tellingOf as claimTelling } from '../claims/history-words';
import { longDate } from '../ui/moment';

type Content = Record<string, unknown>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** A number with a space before it; nothing where it was erased. */
const numbered = (value: unknown): string => (typeof value === 'number' ? ` ${value}` : '');
const quoted = (value: unknown): string => (text(value) ? `: “${text(value)}”` : '');
/** " for 26 November 2026 at 08:00 UTC"; nothing where it was erased. */
const when = (value: unknown): string => (text(value) ? ` for ${longDate(text(value), 'UTC')}` : '');
/** " as editor"; nothing where it was erased. */
const asRole = (value: unknown): string => {
  const name = roleNames[value as Role]?.toLowerCase();
  return name ? ` as ${name}` : '';
};

const levelsSet = (changes: unknown): string =>
  Object.entries((changes as Record<string, [unknown, unknown]> | undefined) ?? {})
    .map(([rule, [, level]]) => `${standards.find((each) => each.rule === rule)?.name ?? rule}, ${text(level)}`)
    .join('; ');

/** What was done at the desk, apart from what the history of a claim tells, after the name of who did it. */
const tellings: Partial<Record<ActivityType, (content: Content) => string>> = {
  'desk.set-up': ({ name }) => `set the desk up${quoted(name)}`,
  'desk.changed': () => 'changed the desk’s settings',
  'person.invited': ({ role, email }) => `invited ${text(email) || 'somebody'}${asRole(role)}`,
  'person.joined': ({ name, role }) => `joined${asRole(role)}${quoted(name)}`,
  'person.changed': ({ changes }) =>
    `changed a person’s ${Object.keys((changes as Content | undefined) ?? {}).join(', ') || 'entry'}`,
  'person.erased': ({ reason }) => `erased a person’s name and address${quoted(reason)}`,
  'person.password-set': () => 'set a password',
  'person.signed-out-everywhere': () => 'signed out everywhere',
  'person.link-made': ({ purpose, asked }) =>
    `made a one-time link${purpose ? `: ${text(purpose)}` : ''}${asked ? `, asked for ${text(asked)}` : ''}`,
  'invitation.revoked': () => 'revoked an invitation',
  'token.made': ({ name }) => `made an access token${quoted(name)}`,
  'token.revoked': ({ name }) => `revoked an access token${quoted(name)}`,
  'scale.added': ({ version }) => (version === 1 ? 'added a scale' : `added version${numbered(version)} of a scale`),
  'standards.changed': ({ changes }) => `set the standards${quoted(levelsSet(changes))}`,
  'article.imported': () => 'imported the article',
  'article.changed': ({ changes }) =>
    `changed the article’s ${Object.keys((changes as Content | undefined) ?? {}).join(', ') || 'details'}`,
  'article.held': ({ kind, reason }) => `put a hold on it (${text(kind)})${quoted(reason)}`,
  'article.second-verdict-policy-set': () => 'set for which claims second verdicts are asked',
  'article.hold-lifted': () => 'lifted the hold',
  'revision.added': ({ number, reason }) => `added revision${numbered(number)}${quoted(reason)}`,
  'watch.set': ({ is }) => `had its address looked at every ${text(is)}`,
  'watch.cleared': () => 'stopped looking at its address',
  'text.found': () => 'found another text at its address',
  'text.withdrawn': () => 'saw the old text at its address again',
  'text.dismissed': () => 'dismissed the text found at its address',
  'annotations.imported': () => 'imported annotations',
  'edition.published': ({ number, scheduledFor }) =>
    `published edition${numbered(number)}${scheduledFor ? `, as scheduled${when(scheduledFor)}` : ''}`,
  'edition.scheduled': ({ number, at }) => `scheduled edition${numbered(number)}${when(at)}`,
  'edition.unscheduled': ({ because, at }) =>
    because === 'put away'
      ? 'put away the word of a scheduled edition'
      : `took back the edition that was scheduled${when(at)}${because === 'published' ? ', by publishing' : ''}`,
  'edition.schedule-failed': ({ at }) => `did not publish the edition that was scheduled${when(at)}`,
  'conclusion.changed': () => 'changed the conclusion',
  'conclusion.submitted': () => 'submitted the conclusion',
  'conclusion.taken-back': () => 'took the submission of the conclusion back',
  'conclusion.approved': ({ note, override }) =>
    override
      ? `approved the conclusion, overriding the two-person rule${quoted(override)}`
      : `approved the conclusion${quoted(note)}`,
  'conclusion.returned': ({ note }) => `returned the conclusion${quoted(note)}`,
  'edition.withdrawn': ({ number, reason }) => `withdrew edition${numbered(number)}${quoted(reason)}`,
  'claim.withdrawn': ({ k, reason }) => `withdrew claim${numbered(k)} from all editions${quoted(reason)}`,
  'claim.erased': ({ reason }) => `erased the words of a withdrawn claim${quoted(reason)}`,
  'edition.erased': ({ reason }) => `erased the words of a withdrawn edition${quoted(reason)}`,
  'override.confirmed': ({ k, edition }) =>
    `confirmed ${k === 0 ? 'the conclusion' : `claim${numbered(k)}`} of edition${numbered(edition)}, which was approved by one person`,
  'webhook.added': ({ url }) => `added a webhook${quoted(url)}`,
  'webhook.changed': ({ url, secret }) =>
    secret ? 'gave a webhook another secret' : `changed a webhook${quoted(url)}`,
  'webhook.removed': ({ url }) => `removed a webhook${quoted(url)}`,
};

/** What a line of the desk's log says, after the name of who did it. */
export const tellingOf = (entry: Activity): string =>
  tellings[entry.type]?.(entry.content ?? {}) ?? claimTelling(entry);

const kindNames: Record<string, string> = {
  desk: 'The desk',
  'second-verdict': 'Second verdicts',
  person: 'People',
  invitation: 'Invitations',
  token: 'Access tokens',
  scale: 'Scales',
  standards: 'Standards',
  approach: 'Right of reply',
  article: 'Articles',
  revision: 'Revisions',
  watch: 'Watched addresses',
  text: 'Texts found',
  annotations: 'Imported annotations',
  claim: 'Claims',
  evidence: 'Evidence',
  source: 'Sources',
  conclusion: 'Conclusions',
  suggestion: 'Suggested wording',
  thread: 'Threads',
  comment: 'Comments',
  edition: 'Editions',
  override: 'Confirmed overrides',
  webhook: 'Webhooks',
};

/** What people call the things that can be acted on. */
export const kindName = (kind: string): string => kindNames[kind] ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
