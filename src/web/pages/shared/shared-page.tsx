import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, client } from '#web/api/client.ts';
import { failureOf, failureTitle } from '#web/api/failure.ts';
import { Brand } from '#web/shell/brand.tsx';
import { useText } from '#web/text/use-text.ts';
import { LanguageSwitch } from '../sign-in/language-switch.tsx';
import '../sign-in/sign-in.css';

/** Where a share link leads: its secret is exchanged for a cookie, and the view is opened below the link's own address. */
export function SharedPage() {
  const { t, say } = useText();
  // After the # it stays in this browser: no server's log and no other site has it.
  const token = location.hash.slice(1);
  const opened = useQuery({
    queryKey: ['shared', token],
    queryFn: ({ signal }) =>
      answered<{ address: string }>(client.POST('/api/v1/shared/open', { body: { token }, signal })),
    enabled: token !== '',
    staleTime: 'static',
    retry: false,
  });
  const address = opened.data?.address;
  // The page is loaded anew, so that nothing of another session stays in memory, and the secret leaves the history.
  useEffect(() => {
    if (address) location.replace(address);
  }, [address]);
  const failure = opened.error ? failureOf(opened.error) : null;
  return (
    <div className="sign-in">
      <header>
        <Brand />
        <LanguageSwitch />
      </header>
      <main>
        {failure || token === '' ? (
          <>
            <h1>{t('share.over')}</h1>
            <p role="alert">
              {failure ? say(failure.details[0]?.detail ?? failureTitle(failure)) : t('share.over.what')}
            </p>
          </>
        ) : (
          <p role="status">{t('share.opening')}</p>
        )}
      </main>
    </div>
  );
}
