import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { Brand } from '#web/shell/brand.tsx';
import { useText } from '#web/text/use-text.ts';
import { LanguageSwitch } from '../sign-in/language-switch.tsx';
import './welcome.css';

/** What every page before sign-in has on top: whose it is, the other language, the door. */
export function OutsideFrame({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const { t } = useText();
  useEffect(() => {
    document.title = `${title} · Salesboard`;
  }, [title]);
  return (
    <div className="outside">
      <header className="outside-head">
        <Link to="/welcome">
          <Brand />
        </Link>
        <nav>
          <LanguageSwitch />
          <Link to="/sign-in">{t('welcome.sign_in')}</Link>
        </nav>
      </header>
      {children}
    </div>
  );
}
