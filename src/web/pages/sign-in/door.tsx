import { type ReactNode, useEffect } from 'react';
import { Brand } from '#web/shell/brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import './sign-in.css';

/** The frame of every page at the door: whose it is, the other language, one column. */
export function Door({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  useEffect(() => {
    document.title = `${title} · Salesboard`;
  }, [title]);
  return (
    <div className="sign-in">
      <header>
        <Brand />
        <LanguageSwitch />
      </header>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
