import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf } from '#web/api/failure.ts';
import { useQuestionBase } from '#web/filters/use-filters.ts';
import { useUrlChoice } from '#web/filters/use-url-choice.ts';
import { PanelEmpty, PanelFailed, PanelLoading } from '#web/panel/panel-states.tsx';
import { useText } from '#web/text/use-text.ts';
import { Board } from './board/board.tsx';
import { boardQuery, type CardOrder, pipelinesQuery } from './board/board-api.ts';
import { BoardLead } from './board/board-lead.tsx';
import { NewDealButton } from './board/new-deal.tsx';
import { StagesButton } from './board/stages-button.tsx';
import '#web/panel/panel.css';
import './board/board.css';

const orders: readonly CardOrder[] = ['amount', 'age', 'expected_close'];
const moreCards = 40;
const most = 500;
const height = 420;

/** The open deals of a pipeline as cards in its stages, moved by mouse, keys or menu. */
export function BoardPage() {
  const { t } = useText();
  const { where } = useQuestionBase();
  const pipelines = useQuery(pipelinesQuery).data?.pipelines ?? [];
  const [pipeline, choosePipeline] = useUrlChoice('pipeline', ['', ...pipelines.map(({ id }) => id)], '');
  const [order, chooseOrder] = useUrlChoice('order', orders, 'amount');
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>({});
  const asked = useQuery({
    ...boardQuery({ where, pipelineId: pipeline || undefined, order, limits }),
    placeholderData: (before) => before,
  });
  const board = asked.data;
  const shown = pipeline || board?.pipelineId || '';
  const showMore = (stageId: string) => {
    const now = board?.columns.find((column) => (column.stageId ?? '') === stageId)?.cards.length ?? 0;
    setLimits((before) => ({ ...before, [stageId]: Math.min(now + moreCards, most) }));
  };
  return (
    <>
      <BoardLead board={board} name={pipelines.find(({ id }) => id === shown)?.name ?? ''} />
      <div className="board-tools">
        <Link to="/pipeline" search={(search: object) => search} className="board-back">
          {t('deals.back')}
        </Link>
        {pipelines.length > 1 && (
          <Choice
            label={t('deals.form.pipeline')}
            value={shown}
            options={pipelines.map(({ id, name }) => [id, name] as const)}
            choose={choosePipeline}
          />
        )}
        <Choice
          label={t('deals.order')}
          value={order}
          options={orders.map((each) => [each, t(`deals.order.${each}`)] as const)}
          choose={(value) => chooseOrder(value as CardOrder)}
        />
        <div className="board-tools-end">
          <StagesButton pipelineId={shown || null} />
          <NewDealButton pipelineId={shown || undefined} />
        </div>
      </div>
      {asked.isPending && <PanelLoading shape="rows" height={height} cancel={() => {}} />}
      {asked.isError && !board && (
        <PanelFailed height={height} failure={failureOf(asked.error)} retry={() => void asked.refetch()} />
      )}
      {board?.pipelineId === null && <PanelEmpty height={height} why={t('deals.no_pipeline')} />}
      {board && board.pipelineId !== null && <Board board={board} showMore={showMore} />}
    </>
  );
}

type ChoiceProps = Readonly<{
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  choose: (value: string) => void;
}>;

function Choice({ label, value, options, choose }: ChoiceProps) {
  return (
    <label className="board-select">
      {label}
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
