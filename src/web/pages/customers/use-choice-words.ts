import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '#web/api/queries.ts';
import { useText } from '#web/text/use-text.ts';
import type { ListChoice } from './customer-words.ts';

/** A chosen list in words: `A 级、沈嘉禾名下`. */
export function useChoiceWords() {
  const { t } = useText();
  const { data: people } = useQuery(membersQuery('rep', ''));
  const isChosen = (choice: ListChoice) => Object.keys(choice).length > 0;
  return {
    isChosen,
    of: (choice: ListChoice): string => {
      const { tier, segment, quadrant, cell, owner, pool } = choice;
      const name = people?.find(({ key }) => key === owner)?.name ?? owner;
      const said = [
        tier && t(`customers.tier.${tier}`),
        segment && t(`customers.segment.${segment}`),
        quadrant && t(`customers.quadrant.${quadrant}`),
        cell && t('customers.list.cell', cell),
        owner && t('customers.list.of', { name: name ?? '' }),
        pool === true && t('customers.pool'),
      ].filter((each) => typeof each === 'string');
      return said.length > 0 ? said.join(t('customers.joint')) : t('customers.list.everybody');
    },
  };
}
