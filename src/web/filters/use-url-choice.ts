import { useNavigate, useSearch } from '@tanstack/react-router';

/**
 * A choice of one page, kept in the URL under `name` and left out when it is the default:
 * `const [grain, chooseGrain] = useUrlChoice('grain', ['day', 'week', 'month'], 'month')`.
 */
export function useUrlChoice<Choice extends string>(
  name: string,
  choices: readonly Choice[],
  standard: Choice,
): readonly [Choice, (choice: Choice) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const chosen = choices.find((choice) => choice === search[name]) ?? standard;
  const choose = (choice: Choice) =>
    void navigate({
      to: '.',
      search: ((previous: object) => ({ ...previous, [name]: choice === standard ? undefined : choice })) as never,
      resetScroll: false,
    });
  return [chosen, choose];
}
