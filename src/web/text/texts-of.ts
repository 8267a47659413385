/** A key without its plural ending: `x_one` and `x_other` are asked for as `x` with a `count`. */
export type BaseKey<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/** The other language's texts: the same keys, none missing and none extra; English may add the `_one` of an `_other`. */
export type TextsOf<Texts> = Readonly<Record<keyof Texts & string, string>> &
  Readonly<Partial<Record<`${BaseKey<keyof Texts> & string}_one`, string>>>;
