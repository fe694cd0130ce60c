/** What people are called, by id. */
export type Names = Readonly<Record<string, string>>;

export const somebody = (names: Names, id: string | null | undefined): string => (id && names[id]) || 'somebody';
