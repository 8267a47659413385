import { useText } from '#web/text/use-text.ts';
import { Picture } from './picture.tsx';

const problems = [
  { id: 1, picture: 'south' },
  { id: 2, picture: 'stuck' },
  { id: 3, picture: 'sources' },
] as const;

/** The three problems of the trial company, each with the panel that says it. */
export function StoryPart() {
  const { t } = useText();
  return (
    <section className="welcome-part" aria-labelledby="welcome-story">
      <h2 id="welcome-story">{t('welcome.story')}</h2>
      <p className="welcome-why">{t('welcome.story.why')}</p>
      <ol className="welcome-story">
        {problems.map(({ id, picture }) => (
          <li key={id}>
            <div>
              <span aria-hidden="true">{id}</span>
              <h3>{t(`welcome.story.${id}`)}</h3>
              <p>{t(`welcome.story.${id}.text`)}</p>
            </div>
            <figure>
              <Picture name={picture} alt={t(`welcome.story.${id}.picture`)} width={720} height={440} />
            </figure>
          </li>
        ))}
      </ol>
    </section>
  );
}
