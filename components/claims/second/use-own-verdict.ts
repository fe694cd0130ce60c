import { useState } from 'react';
import { z } from 'zod';
import type { Claim } from '@/domain/claim';
import { type FileSecondVerdict, fileSecondVerdictSchema } from '@/domain/contract/second-verdicts';
import type { Problem } from '@/domain/result';
import { useKeptDraft } from '../../form/use-kept-draft';
import { toast } from '../../ui/announcer';
import { confirm } from '../../ui/confirm';
import { nameOf, useChecking } from '../under-check';
import type { SourceDraft } from './own-sources';
import { file } from './second-deeds';

const draftSchema = z.object({
  verdict: z.string().nullable(),
  rationale: z.string(),
  evidence: z.array(z.int()),
  sources: z.array(z.object({ title: z.string(), url: z.string(), quote: z.string() })),
});
export type OwnVerdict = z.infer<typeof draftSchema>;
const nothing: OwnVerdict = { verdict: null, rationale: '', evidence: [], sources: [] };

const isEmpty = ({ title, url, quote }: SourceDraft): boolean => !`${title}${url}${quote}`.trim();

const bodyOf = ({ verdict, rationale, evidence, sources }: OwnVerdict): FileSecondVerdict => ({
  verdict: verdict ?? '',
  rationale,
  evidence,
  sources: sources
    .filter((source) => !isEmpty(source))
    .map(({ title, url, quote }) => ({ title, url: url.trim() || null, quote: quote.trim() || null })),
});

/** What is missing or malformed, before anything is sent. */
function faultsOf(draft: OwnVerdict): Problem[] {
  const miss = (pointer: string, message: string): Problem => ({ rule: 'missing', pointer, message });
  if (draft.verdict === null) return [miss('/verdict', 'Choose your verdict.')];
  if (!draft.rationale.trim()) return [miss('/rationale', 'Write your rationale.')];
  const issues = fileSecondVerdictSchema.safeParse(bodyOf(draft)).error?.issues ?? [];
  return issues.map(({ path, message }) => miss(`/${path.map(String).join('/')}`, message));
}

/** A second reviewer's own verdict while they write it, kept in this browser until it is filed. */
export function useOwnVerdict(claim: Claim, number: number, onFiled: () => void) {
  const checking = useChecking();
  const [draft, setDraft, forget] = useKeptDraft(`${nameOf(checking, claim)}.second`, draftSchema, nothing);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const change = (patch: Partial<OwnVerdict>) => {
    setProblems([]);
    setDraft({ ...draft, ...patch });
  };
  const send = async () => {
    const faults = faultsOf(draft);
    if (faults.length > 0) return setProblems(faults);
    const sure = await confirm({
      title: `File your verdict on claim ${number}?`,
      body: 'It stands as you file it, beside the first, which you see from then on.',
      action: 'File it',
    });
    if (!sure) return;
    setBusy(true);
    const refused = await file(checking, claim, bodyOf(draft));
    setBusy(false);
    if (refused) return setProblems(refused);
    forget();
    toast({ text: `Your verdict on claim ${number} is filed. Both stand side by side now.` });
    onFiled();
  };
  return { draft, change, problems, busy, send };
}
