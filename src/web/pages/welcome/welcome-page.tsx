import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '#web/text/use-text.ts';
import { signUpQuery } from './form-stamp.ts';
import { OutsideFrame } from './outside-frame.tsx';
import { HeroPicture } from './picture.tsx';
import { RolesPart, SafetyPart } from './promises.tsx';
import { StoryPart } from './story.tsx';

/** What Salesboard is, for people who do not know it yet. */
export function WelcomePage() {
  const { t } = useText();
  return (
    <OutsideFrame title={t('welcome.title')}>
      <main className="welcome" id="content">
        <section className="welcome-lead">
          <h1>
            {phrases(t('welcome.lead')).map((each) => (
              <span key={each} className="welcome-phrase">
                {each}
              </span>
            ))}
          </h1>
          <p>{t('welcome.what')}</p>
          <Doors />
        </section>
        <figure className="welcome-hero">
          <HeroPicture alt={t('welcome.hero')} />
        </figure>
        <StoryPart />
        <RolesPart />
        <SafetyPart />
        <section className="welcome-end" aria-labelledby="welcome-end">
          <h2 id="welcome-end">{t('welcome.end')}</h2>
          <Doors />
        </section>
      </main>
      <footer className="outside-foot">
        <span>Salesboard 销售绩效看板</span>
        <span>{t('welcome.licence')}</span>
      </footer>
    </OutsideFrame>
  );
}

/** A line breaks between phrases, never within one. */
function phrases(text: string): readonly string[] {
  return text.split(/(?<=[，,])/);
}

/** The ways in: a trial where trials are open, a demo, signing in. */
function Doors() {
  const { t } = useText();
  const door = useQuery(signUpQuery).data;
  const isClosed = door?.isOpen === false;
  return (
    <>
      <p className="welcome-doors">
        {!isClosed && (
          <Link to="/sign-up" className="button">
            {door ? t('welcome.try', { days: door.days }) : t('welcome.try_plain')}
          </Link>
        )}
        <Link to="/book-demo" className={isClosed ? 'button' : 'button button-plain'}>
          {t('welcome.demo')}
        </Link>
        <Link to="/sign-in" className="welcome-door">
          {t('welcome.sign_in')}
        </Link>
      </p>
      <p className="welcome-note">{t(isClosed ? 'welcome.note_closed' : 'welcome.note')}</p>
    </>
  );
}
