import type { Bilingual } from '#shared/bilingual.ts';

/** What can be wrong with a sign-in provider, or with what it says about somebody. */
export type FaultReason =
  | 'forbidden_address'
  | 'unreachable'
  | 'tls'
  | 'timeout'
  | 'bad_answer'
  | 'wrong_issuer'
  | 'wrong_secret'
  | 'not_permitted'
  | 'cancelled'
  | 'refused_code'
  | 'bad_token'
  | 'wrong_corp';

/** A sign-in provider failed, or does not vouch for somebody; the words say what to do. TRAP: never a secret or a token in them. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';
  readonly reason: FaultReason;
  readonly words: Bilingual;

  constructor(reason: FaultReason, words: Bilingual, options?: ErrorOptions) {
    super(words.en, options);
    this.reason = reason;
    this.words = words;
  }
}

/** The fault in an error or in what caused it; null when it is something else. */
export function faultIn(error: unknown): ProviderFault | null {
  for (let each = error; each instanceof Error; each = each.cause) if (each instanceof ProviderFault) return each;
  return null;
}
