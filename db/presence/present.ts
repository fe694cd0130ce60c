import type { Permit } from '@/domain/permission';
import type { Presence } from '@/domain/presence';

/** Who is in an article, as this caller may see it. */
export const presentPresence = (_caller: Permit<'read'>, presence: Presence): Presence => presence;
