/** Texts of `revenue`. */
export const revenue = {} as const;
