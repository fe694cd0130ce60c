import { type Blindness, blindedPresence } from '@/domain/blind';
import type { Presence } from '@/domain/presence';

/** Who is in an article, as somebody who is so blind may see it: not on which claim, where they are blind to that. */
export const presentPresence = (presence: Presence, blindness: Blindness): Presence =>
  blindness.size === 0
    ? presence
    : { ...presence, present: presence.present.map((each) => blindedPresence(each, blindness)) };
