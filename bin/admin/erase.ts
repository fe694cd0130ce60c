import { claimErasing, eraseClaim } from '@/db/erasing/claim';
import { editionErasing, eraseEdition } from '@/db/erasing/edition';
import { articleUnder, claimNumbered } from '@/db/erasing/named';
import { erasePerson, personErasing } from '@/db/erasing/person';
import { type Erased, type EraseRequest, type Erasing, eraseSchema } from '@/domain/erasure';
import type { Permit } from '@/domain/permission';
import { map, type Result } from '@/domain/result';
import { WrongUsage } from './usage';

type Asked = { article?: string; claim?: string; edition?: string; reason?: string; preview?: boolean };
type Printed = Promise<Result<{ print: unknown }>>;

/** Erases, or prints what that would take and leave. */
async function erasing(
  { reason, preview }: Asked,
  lookAhead: () => Promise<Result<Erasing>>,
  erase: (request: EraseRequest) => Promise<Result<Erased>>,
): Printed {
  if (preview) return map(await lookAhead(), (print) => ({ print }));
  const request = eraseSchema.safeParse({ reason: reason?.normalize('NFC') });
  if (!request.success)
    throw new WrongUsage('Say why: --reason R. Or look ahead with --preview, which erases nothing.');
  return map(await erase(request.data), (erased) => ({ print: { erased } }));
}

export const erasePersonAsked = (permit: Permit<'administer'>, id: string, asked: Asked): Printed =>
  erasing(
    asked,
    () => personErasing(permit, id),
    (request) => erasePerson(permit, id, request),
  );

export async function eraseClaimAsked(permit: Permit<'administer'>, asked: Asked): Printed {
  const [slug, k] = [named(asked.article, '--article SLUG'), numbered(asked.claim, '--claim K')];
  const found = await claimNumbered(permit, slug, k);
  if (!found.ok) return found;
  return erasing(
    asked,
    () => claimErasing(permit, found.value),
    (request) => eraseClaim(permit, found.value, request),
  );
}

export async function eraseEditionAsked(permit: Permit<'administer'>, asked: Asked): Printed {
  const [slug, number] = [named(asked.article, '--article SLUG'), numbered(asked.edition, '--edition N')];
  const found = await articleUnder(permit, slug);
  if (!found.ok) return found;
  return erasing(
    asked,
    () => editionErasing(permit, found.value, number),
    (request) => eraseEdition(permit, found.value, number, request),
  );
}

function named(value: string | undefined, option: string): string {
  if (value === undefined) throw new WrongUsage(`Say which: ${option}.`);
  return value;
}

function numbered(value: string | undefined, option: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value ?? '')) throw new WrongUsage(`Say which, by its number: ${option}.`);
  return Number(value);
}
