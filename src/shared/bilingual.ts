/** A text in both languages of the product; Chinese is written first and both are always complete. */
export type Bilingual = Readonly<{ zh: string; en: string }>;

export type Locale = keyof Bilingual;
