import { useText } from '#web/text/use-text.ts';
import { Picture } from './picture.tsx';

const roles = ['rep', 'manager', 'executive', 'finance', 'admin'] as const;
const promises = ['own', 'sealed', 'backup', 'audit'] as const;

/** What each role finds when they open it. */
export function RolesPart() {
  const { t } = useText();
  return (
    <section className="welcome-part" aria-labelledby="welcome-roles">
      <h2 id="welcome-roles">{t('welcome.roles')}</h2>
      <div className="welcome-roles">
        <dl>
          {roles.map((role) => (
            <div key={role}>
              <dt>{t(`welcome.roles.${role}`)}</dt>
              <dd>{t(`welcome.roles.${role}.text`)}</dd>
            </div>
          ))}
        </dl>
        <figure>
          <Picture name="phone" alt={t('welcome.roles.picture')} width={390} height={700} />
        </figure>
      </div>
    </section>
  );
}

/** Where the data lives and what keeps it safe. */
export function SafetyPart() {
  const { t } = useText();
  return (
    <section className="welcome-part" aria-labelledby="welcome-safe">
      <h2 id="welcome-safe">{t('welcome.safe')}</h2>
      <dl className="welcome-safe">
        {promises.map((each) => (
          <div key={each}>
            <dt>{t(`welcome.safe.${each}`)}</dt>
            <dd>{t(`welcome.safe.${each}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
