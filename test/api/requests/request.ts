import type { TestPerson } from '@/test/desk';
import type { Scene } from './scene';

/** A request that the contract allows, apart from who makes it. */
export type Prepared = { path: string; body?: unknown; ifMatch?: string };

/** Makes what a request needs, and the request; `who` is the person who will make it, or in whose place a stranger does. */
export type Prepare = (scene: Scene, who: TestPerson) => Promise<Prepared>;

export const at =
  (path: string): Prepare =>
  async () => ({ path });
