import { useMe } from '#web/api/use-me.ts';
import { useText } from '#web/text/use-text.ts';
import { Dialog } from './dialog.tsx';
import { pages } from './pages.ts';
import './keys-dialog.css';

/** The keys one can press. */
export function KeysDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useText();
  const { permissions } = useMe().viewer;
  const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
    ...pages
      .filter(({ needs }) => needs === undefined || permissions.includes(needs))
      .map((page) => [['g', page.key], t('shell.keys.go', { page: t(page.title) })] as const),
    [['/'], t('shell.keys.filter')],
    [['↑', '↓', '←', '→'], t('shell.keys.arrows')],
    [['Enter'], t('shell.keys.enter')],
    [['Esc'], t('shell.keys.escape')],
    [['?'], t('shell.keys.help')],
  ];
  return (
    <Dialog place="middle" title={t('shell.keys')} onClose={onClose}>
      <dl className="keys">
        {keys.map(([pressed, does]) => (
          <div key={does}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
