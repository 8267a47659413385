/** Texts of `filters`. */
export const filters = {} as const;
