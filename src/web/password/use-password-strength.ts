import { useEffect, useState } from 'react';
import type { PasswordStrength } from '#shared/password-strength.ts';
import { passwordStrength } from '#shared/password-strength.ts';

const pauseMs = 150;

/** How strong a password is, once typing pauses; the lists that it is compared with are loaded then. Null while nothing is known. */
export function usePasswordStrength(password: string, about: readonly string[]): PasswordStrength | null {
  const [known, setKnown] = useState<(PasswordStrength & { of: string }) | null>(null);
  const words = about.join('\n');
  useEffect(() => {
    if (password === '') return;
    let isOver = false;
    const timer = setTimeout(() => {
      passwordStrength(password, words.split('\n')).then(
        (strength) => !isOver && setKnown({ ...strength, of: password }),
        // Without its lists (offline) the meter stays empty; the server decides in any case.
        () => undefined,
      );
    }, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [password, words]);
  return password === '' ? null : known;
}
