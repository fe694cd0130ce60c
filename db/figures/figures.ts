import type { DeskFigures, Period } from '@/domain/figures';
import type { Permit } from '@/domain/permission';
import { database } from '../client';
import { blindTo } from '../second-verdicts/blind';
import { pairsOf } from './agreement';
import { returnsOf } from './returns';
import { sourcesOf } from './sources';
import { verdictsOf } from './verdicts';
import { timeToDecision, workOf } from './work';

/** The desk in figures, without what was found on claims to which whoever asks is blind. */
export async function deskFigures({ actor }: Permit<'read'>, period: Period): Promise<DeskFigures> {
  const { read } = database();
  const blindness = await blindTo(read, actor);
  return {
    work: await workOf(read, period, blindness),
    verdicts: await verdictsOf(read, period, blindness),
    waits: await timeToDecision(read, period, blindness),
    returns: await returnsOf(read, period, blindness),
    sources: await sourcesOf(read, period),
    paired: await pairsOf(read, period),
  };
}
