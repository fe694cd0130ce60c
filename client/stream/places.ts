import type { TabPlace } from '@/domain/presence';
import { call } from '../call';
import type { LinkParts } from './link';
import type { Place } from './tabs';

/** Milliseconds for which changes of place are gathered: whoever steps through claims passes many. */
const gather = 250;

/** Where a browser's tabs are, told to the desk by the tab that leads: when one moves, and at each sign of life. */
export class Places {
  #here = new Map<string, Place>();
  #gone = new Set<string>();
  #later: (() => void) | null = null;

  constructor(readonly parts: LinkParts) {}

  /** Takes down where a tab is; null: in no article, or closed. */
  move(tab: string, place: Place | null): void {
    if (place) {
      this.#here.set(tab, place);
      this.#gone.delete(tab);
    } else if (this.#here.delete(tab)) this.#gone.add(tab);
    else return;
    this.#later ??= this.parts.clock.later(gather, () => void this.tell());
  }

  /** Tells the desk. What is not heard is told again with the next sign of life. */
  async tell(): Promise<void> {
    this.#later?.();
    this.#later = null;
    const tabs: TabPlace[] = [...this.#here].map(([tab, place]) => ({ tab, ...place }));
    const gone = [...this.#gone];
    if (tabs.length + gone.length === 0) return;
    const { person, fetch } = this.parts;
    const answer = await call('tellPresence', { body: { tabs, gone }, person }, fetch);
    if (answer.ok) for (const tab of gone) if (!this.#here.has(tab)) this.#gone.delete(tab);
  }

  stop(): void {
    this.#later?.();
  }
}
