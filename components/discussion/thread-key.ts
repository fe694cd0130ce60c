import type { Thread } from '@/domain/discussion';

const prefix = 'thread-';

/** By which a thread on words of the article is known among the claims that are drawn there. */
export const keyOfThread = ({ id }: Pick<Thread, 'id'>): string => prefix + id;
/** The same for one that is being begun. */
export const newThread = `${prefix}new`;
export const isThreadKey = (key: string): boolean => key.startsWith(prefix);
