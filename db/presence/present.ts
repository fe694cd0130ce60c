import { type Blindness, isShownPresent } from '@/domain/blind';
import type { Presence } from '@/domain/presence';

/** Who is in an article, as somebody who is so blind may see it: without whoever is at a claim to which they are blind. */
export const presentPresence = (presence: Presence, blindness: Blindness): Presence =>
  blindness.size === 0
    ? presence
    : { ...presence, present: presence.present.filter((each) => isShownPresent(each, blindness)) };
