import type { TextsOf } from '../texts-of.ts';
import type { signIn as zh } from '../zh/sign-in.ts';

/** Texts of `sign-in`. */
export const signIn: TextsOf<typeof zh> = {
  'sign_in.title': 'Sign in',
  'sign_in.email': 'E-mail',
  'sign_in.password': 'Password',
  'sign_in.submit': 'Sign in',
  'sign_in.submitting': 'Signing in',
  'sign_in.expired': 'Your session has ended. You will come back to where you were.',
  'sign_in.demo': 'Demo accounts',
  'sign_in.demo.why': 'Choose a role; the password is in the terminal that started the server.',
  'sign_in.demo.fill': 'Use the demo account: {{role}}',
};
