'use client';
import type { Editor } from '@tiptap/core';
import { memo, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '@/domain/anchor';
import type { Claim } from '@/domain/claim';
import { mayDo } from '@/domain/permission';
import { ArticleEditor, type ArticleHandle } from '../article/article-editor';
import { PlainArticle } from '../article/plain-article';
import { ConclusionPart } from '../conclusion/conclusion-part';
import { isThreadKey } from '../discussion/thread-key';
import { ThreadsApart } from '../discussion/threads-apart';
import { useFreshThreads } from '../discussion/use-threads';
import { useWordThreads } from '../discussion/use-word-threads';
import { ScheduledLine } from '../publish/scheduled-line';
import { useSchedule } from '../publish/use-schedule';
import { announce, toast } from '../ui/announcer';
import { singleKeys } from '../ui/command';
import { askReason } from '../ui/confirm';
import { EmptyState } from '../ui/empty-state';
import { Kbd } from '../ui/kbd';
import { useStore } from '../ui/store';
import { ArticleHead } from './article-head';
import { ClaimMargin } from './claim-margin';
import { inOrder, isLost } from './claim-order';
import { ClaimPanel } from './claim-panel';
import { useRanges } from './claim-ranges';
import { ClaimSheet } from './claim-sheet';
import { focusIsBack } from './deeds';
import { DroppedList } from './dropped-list';
import { LostList } from './lost-list';
import { blindPanel, useNeededParts } from './needed-parts';
import { NewerRevision } from './newer-revision';
import { MergeHost, ReturnHost } from './question-hosts';
import { OfferedSecond } from './second/offered-second';
import { isBlind } from './second/second-deeds';
import { SecondDialogs } from './second/second-dialogs';
import { CheckingProvider, type UnderCheck, useChecking, useSnapshot } from './under-check';
import { useClaimDeeds } from './use-claim-deeds';
import { useClaimKeys } from './use-claim-keys';
import { useMeans } from './use-means';
import { useOpenClaim } from './use-open-claim';
import { useTellPlace } from './use-presence';
import { useWide } from './use-wide';
import { type AboutKind, WorkspaceBar } from './workspace-bar';

/** The workspace of one article: the text on one side, its claims beside it. */
export function ClaimWorkspace({ claims, ...given }: UnderCheck & { claims: readonly Claim[] }) {
  const { article, revision } = given;
  const plain = (
    <Columns
      article={
        <>
          <ArticleHead article={article} title={article.title} names={given.names} />
          <div className="article">
            <PlainArticle doc={revision.doc} language={article.language} />
          </div>
        </>
      }
    />
  );
  return (
    <CheckingProvider {...given} claims={claims} fallback={plain}>
      <Checkers />
    </CheckingProvider>
  );
}

const Columns = ({ article, margin }: { article: ReactNode; margin?: ReactNode }) => (
  <div className="mx-auto grid max-w-[78rem] grid-cols-1 gap-x-10 px-5 pt-8 pb-40 sm:px-8 lg:grid-cols-[minmax(0,37rem)_24rem] lg:justify-center xl:grid-cols-[minmax(0,37rem)_29rem] xl:gap-x-14">
    <div className="min-w-0">{article}</div>
    {margin}
  </div>
);

const Article = memo(ArticleEditor);

function Checkers() {
  const checking = useChecking();
  const { workspace, article, revision, me } = checking;
  const scheduled = useSchedule(checking);
  const { entries } = useSnapshot();
  const ordered = useMemo(() => inOrder(entries), [entries]);
  const { standing, dropped } = ordered;
  useNeededParts(useMemo(() => standing.map(({ entry }) => entry.claim), [standing]));
  const text = useRef<ArticleHandle>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const claims = useOpenClaim(ordered, text);
  const { current, open, ask, step } = claims;
  const deeds = useClaimDeeds(claims, text, standing);
  useTellPlace(current?.entry.claim.id ?? null);
  const talk = useWordThreads();
  const ranges = useRanges(standing, article.scale, revision.number, talk.ranges);
  useFreshThreads();
  const [placed, lost] = useMemo(
    () => [standing.filter((claim) => !isLost(claim)), standing.filter(isLost)],
    [standing],
  );
  const [adding, setAdding] = useState<string | null>(null);
  const wide = useWide();
  const mayAnnotate = mayDo(me.role, 'annotate');

  const create = useCallback(
    (span: Span) => {
      const key = workspace.make(span);
      open(key, 'statement');
      announce('A claim is made. Its statement is the quote; make it stand alone.');
    },
    [workspace, open],
  );
  const claim = () => {
    const span = text.current?.selection() ?? text.current?.sentenceSpan();
    if (!span) toast({ text: 'Select the words of the claim in the article first.' });
    else {
      text.current?.place({ start: span.end, end: span.end });
      create(span);
    }
  };
  const claimAbout = async (about: AboutKind) => {
    const image = about === 'image' ? await askImage() : null;
    if (about === 'image' && image === null) return;
    open(workspace.make({ about: about === 'image' ? { image: image! } : about }), 'statement');
  };
  const addEvidence = (isOpen: boolean) => {
    setAdding(isOpen && current ? current.key : null);
    ask(isOpen ? 'evidence' : 'panel');
  };
  const { openKey: openThread, open: goToThread, comment } = talk;
  const talkAbout = useCallback(
    (span: Span) => {
      open(null);
      comment(span);
    },
    [open, comment],
  );
  const onComment = () => {
    const span = text.current?.selection();
    if (span) talkAbout(span);
    else if (current) ask('discussion');
    else toast({ text: 'Select the words that you want to comment on, or open a claim.' });
  };
  useClaimKeys({
    onComment,
    article: text,
    claims,
    standing,
    deeds,
    onClaim: claim,
    onAbout: claimAbout,
    onAddEvidence: () => addEvidence(true),
  });
  const { byKey, ...means } = useMeans({
    submit: deeds.submit,
    close: () => activate(null),
    leave: () => text.current?.focus(),
  });
  const activate = useCallback(
    (key: string | null) => {
      const isThread = key !== null && isThreadKey(key);
      goToThread(isThread ? key : null);
      open(isThread ? null : key, key !== null && byKey.current ? 'panel' : undefined);
    },
    [open, goToThread, byKey],
  );
  const openClaim = current?.key ?? null;
  useEffect(() => {
    if (openClaim !== null) goToThread(null);
  }, [openClaim, goToThread]);
  const move = useCallback(() => deeds.move(), [deeds]);
  const shown = current && {
    ref: claims.panel,
    numbered: current,
    total: standing.length,
    onClose: () => {
      open(null);
      text.current?.focus();
    },
    onStep: step,
  };
  const panel =
    current &&
    shown &&
    (isBlind(current.entry.claim) ? (
      <Suspense key={current.key}>
        <blindPanel.Part {...shown} onFiled={() => void focusIsBack().then(() => ask('panel'))} />
      </Suspense>
    ) : (
      <OfferedSecond {...shown} key={current.key}>
        <ClaimPanel
          {...shown}
          deeds={deeds}
          addingEvidence={adding === current.key}
          onAddEvidence={addEvidence}
          onEdit={() => ask('statement')}
        />
      </OfferedSecond>
    ));
  const listed = { scale: article.scale, activeKey: current?.key ?? null, panel: wide && panel, onOpen: activate };
  const activeKey = openClaim ?? openThread;
  const end = (
    <>
      <ThreadsApart {...talk.apart} openKey={openThread} panel={wide && talk.panel} onOpen={activate} />
      <LostList lost={lost} {...listed} />
      <DroppedList dropped={dropped} {...listed} />
    </>
  );
  return (
    <div {...means}>
      {current && <SecondDialogs key={current.key} numbered={current} />}
      <ReturnHost />
      <MergeHost />
      <WorkspaceBar ordered={ordered} onAbout={claimAbout} />
      <NewerRevision />
      <Columns
        article={
          <>
            <ArticleHead article={article} title={article.title} names={checking.names}>
              {scheduled && <ScheduledLine schedule={scheduled} articleId={article.id} />}
            </ArticleHead>
            <ConclusionPart />
            <Article
              ref={text}
              doc={revision.doc}
              text={revision.text}
              language={article.language}
              label={article.title}
              claims={ranges}
              activeId={activeKey}
              onActivate={activate}
              onCreate={create}
              onComment={mayAnnotate ? talkAbout : undefined}
              onMove={move}
              onEditor={setEditor}
              claimKey={useStore(singleKeys, true) ? 'C' : null}
            />
            {!wide && <div className="pt-8">{end}</div>}
          </>
        }
        margin={
          wide && (
            <ClaimMargin
              standing={placed}
              beside={talk.beside}
              activeKey={activeKey}
              editor={editor}
              panel={panel}
              onOpen={open}
              scrollingTo={claims.scrollingTo}
            >
              {standing.length === 0 && mayAnnotate && <Teach />}
              {end}
            </ClaimMargin>
          )
        }
      />
      {!wide && (
        <ClaimSheet
          panel={panel ?? talk.panel}
          number={current?.number ?? null}
          total={standing.length}
          onStep={step}
          onClaim={claim}
        />
      )}
    </div>
  );
}

const askImage = async (): Promise<string | null> => {
  const words = await askReason({
    title: 'Claim about an image',
    body: 'Describe the image, or give its address.',
    action: 'Make the claim',
    reason: { label: 'Image', max: 1000, name: 'stet.image' },
  });
  return words?.replaceAll(/\s+/g, ' ') ?? null;
};

const Teach = () => (
  <EmptyState title="No claims yet">
    <p>
      Read the article. Select the words of the first claim that can be checked and press <Kbd keys="c" />, or use the
      small button that appears beside them.
    </p>
    <p className="pt-2 text-sm">
      By keyboard: move the caret with the arrows, select with Shift, and press <Kbd keys="?" /> for all keys.
    </p>
  </EmptyState>
);
