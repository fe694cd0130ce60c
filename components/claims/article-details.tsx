'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { type BodyOf, call, sentencesOf } from '@/client/call';
import type { Article, ArticleRights } from '@/domain/article';
import { patchArticleSchema } from '@/domain/contract/articles';
import { mayDo } from '@/domain/permission';
import type { Scale } from '@/domain/scale';
import { SubmitButton } from '../form/submit-button';
import { toast } from '../ui/announcer';
import { Button } from '../ui/button';
import { confirm } from '../ui/confirm';
import { DateInput } from '../ui/date-input';
import { Dialog } from '../ui/dialog';
import { DueField } from '../ui/due-field';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { Spinner } from '../ui/spinner';
import { TextInput } from '../ui/text-input';
import { AddressWatch } from './address-watch';
import { ArticlePeople } from './article-people';
import { SecondVerdictPolicyForm } from './second/policy';
import { useChecking, useSnapshot } from './under-check';

const rights: { value: ArticleRights; label: string }[] = [
  { value: 'excerpt', label: 'Excerpt: only the sentences around claims' },
  { value: 'licensed', label: 'Licensed: the whole text' },
  { value: 'own', label: 'Our own: the whole text' },
];

type Patch = NonNullable<BodyOf<'editArticle'>>;
type Read = { article: Article; etag: string; scales: Scale[] };

/** The article with its version, and the scales there are, as the server has them now. */
async function read(id: string): Promise<Read | string> {
  const [article, scales] = await Promise.all([call('readArticle', { params: { id } }), call('listScales')]);
  if (!article.ok)
    return article.offline
      ? 'The server does not answer. Try again in a moment.'
      : sentencesOf(article.problem).join(' ');
  return { article: article.value, etag: article.etag ?? '', scales: scales.ok ? scales.value.items : [] };
}

/** Stores a change, or says why not. */
async function store({ article, etag }: Read, body: Patch): Promise<Record<string, string> | null> {
  const answer = await call('editArticle', { params: { id: article.id }, ifMatch: etag, body });
  if (answer.ok) return null;
  if (answer.offline) return { '': 'The server does not answer. What you typed is still here; try again.' };
  if (answer.status === 412) return { '': 'Somebody changed these details meanwhile. Close, look and try again.' };
  const { problems = [] } = answer.problem;
  const errors = Object.fromEntries(
    problems.map(({ pointer = '', message }) => [pointer.split('/')[1] ?? '', message]),
  );
  return problems.length > 0 ? errors : { '': sentencesOf(answer.problem).join(' ') };
}

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** What is known of the article apart from its text, to look at and to mend. */
export function ArticleDetails({ open, onOpenChange }: Props) {
  const { article, me } = useChecking();
  const [found, setFound] = useState<Read | string | null>(null);
  useEffect(() => {
    let isGone = false;
    void read(article.id).then((answer) => !isGone && setFound(answer));
    return () => {
      isGone = true;
    };
  }, [article.id]);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Article details">
      {found === null && <Spinner />}
      {typeof found === 'string' && <Notice kind="danger">{found}</Notice>}
      {found !== null && typeof found === 'object' && (
        <>
          <Form read={found} onDone={() => onOpenChange(false)} />
          <AddressWatch article={found.article} />
          {mayDo(me.role, 'decide') && <SecondVerdictPolicyForm article={found.article} />}
        </>
      )}
    </Dialog>
  );
}

const texts = ['publication', 'byline', 'publishedOn', 'url', 'language'] as const;
type Texts = Record<(typeof texts)[number], string>;

const given = (draft: Texts, article: Article): Patch => {
  const changed = texts.filter((name) => draft[name].trim() !== (article[name] ?? ''));
  return Object.fromEntries(changed.map((name) => [name, draft[name].trim() || null]));
};

function Form({ read, onDone }: { read: Read; onDone: () => void }) {
  const { article, scales } = read;
  const { entries } = useSnapshot();
  const { people, names } = useChecking();
  const router = useRouter();
  const [draft, setDraft] = useState(
    () => Object.fromEntries(texts.map((name) => [name, article[name] ?? ''])) as Texts,
  );
  const [right, setRight] = useState(article.rights);
  const [scale, setScale] = useState(article.scale.id);
  const [assignees, setAssignees] = useState(article.assignees);
  const [dueAt, setDueAt] = useState(article.dueAt);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const isFixed = entries.some(({ claim }) => claim.verdict !== null);
  const choices = scales.some(({ id }) => id === article.scale.id) ? scales : [article.scale, ...scales];

  const send = async (body: Patch, said: string) => {
    setBusy(true);
    const wrong = await store(read, body);
    setBusy(false);
    setErrors(wrong ?? {});
    if (wrong) return;
    toast({ text: said });
    onDone();
    router.refresh();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body: Patch = {
      ...given(draft, article),
      ...(right === article.rights ? {} : { rights: right }),
      ...(scale === article.scale.id ? {} : { scale }),
      ...(assignees.join() === article.assignees.join() ? {} : { assignees }),
      ...(dueAt === article.dueAt ? {} : { dueAt }),
    };
    const wrong = patchArticleSchema.safeParse(body).error?.issues ?? [];
    if (wrong.length > 0) setErrors(Object.fromEntries(wrong.map(({ path, message }) => [String(path[0]), message])));
    else if (Object.keys(body).length === 0) onDone();
    else void send(body, 'The details are saved.');
  };
  const close = async () => {
    const isClosed = article.state === 'closed';
    const sure =
      isClosed ||
      (await confirm({
        title: 'Close this article?',
        body: 'It leaves the list of articles under check. Its editions stay public, and it can be opened again.',
        action: 'Close the article',
      }));
    if (sure) await send({ state: isClosed ? 'checking' : 'closed' }, isClosed ? 'It is open again.' : 'It is closed.');
  };
  const text = (name: keyof Texts, label: string, type = 'text') => (
    <Field label={label} optional={name !== 'language'} error={errors[name]}>
      <TextInput
        dir="auto"
        type={type}
        value={draft[name]}
        onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      />
    </Field>
  );
  return (
    <form className="flex flex-col gap-3" noValidate onSubmit={save}>
      <ArticlePeople people={people} names={names} value={assignees} onChange={setAssignees} />
      <DueField value={dueAt} onChange={setDueAt} />
      {text('publication', 'Publication')}
      {text('byline', 'Byline')}
      <div className="grid grid-cols-2 gap-3">
        <Field label="Published on" optional error={errors.publishedOn}>
          <DateInput
            value={draft.publishedOn}
            onChange={(event) => setDraft({ ...draft, publishedOn: event.currentTarget.value })}
          />
        </Field>
        {text('language', 'Language')}
      </div>
      {text('url', 'Address of the original', 'url')}
      <Field label="What may be republished" error={errors.rights}>
        <Select value={right} options={rights} onChange={setRight} />
      </Field>
      <Field
        label="Scale of verdicts"
        error={errors.scale}
        hint={isFixed ? 'Fixed, because a claim has a verdict.' : 'Can be changed until a claim has a verdict.'}
      >
        <Select
          value={scale}
          disabled={isFixed}
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setScale}
        />
      </Field>
      {errors[''] && (
        <Notice kind="danger" live>
          {errors['']}
        </Notice>
      )}
      <div className="flex flex-wrap justify-between gap-2 pt-2">
        <Button onClick={() => void close()} busy={busy}>
          {article.state === 'closed' ? 'Open it again' : 'Close the article…'}
        </Button>
        <SubmitButton variant="primary" busy={busy}>
          Save
        </SubmitButton>
      </div>
    </form>
  );
}
