import type { DeskFigures, Period } from '@/domain/figures';
import type { Permit } from '@/domain/permission';
import { database } from '../client';
import { returnsOf } from './returns';
import { sourcesOf } from './sources';
import { verdictsOf } from './verdicts';
import { timeToDecision, workOf } from './work';

/** The desk in figures. */
export async function deskFigures(_permit: Permit<'read'>, period: Period): Promise<DeskFigures> {
  const { read } = database();
  return {
    work: await workOf(read, period),
    verdicts: await verdictsOf(read, period),
    waits: await timeToDecision(read, period),
    returns: await returnsOf(read, period),
    sources: await sourcesOf(read, period),
  };
}
