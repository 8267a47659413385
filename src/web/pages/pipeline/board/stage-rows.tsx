import { Icon } from '#web/shell/icon.tsx';
import { useText } from '#web/text/use-text.ts';
import { movedBy, type StageDraft } from './stage-draft.ts';

type Props = Readonly<{ stages: readonly StageDraft[]; change: (stages: readonly StageDraft[]) => void }>;

const most = 20;

/** The open stages of a pipeline in their order, to be renamed, moved, added and removed. */
export function StageRows({ stages, change }: Props) {
  const { t } = useText();
  const put = (index: number, edit: Partial<StageDraft>) =>
    change(stages.map((stage, at) => (at === index ? { ...stage, ...edit } : stage)));
  const add = () => change([...stages, { key: freeKey(stages), name: '', share: '', days: '' }]);
  return (
    <>
      <table className="table stages-table">
        <thead>
          <tr>
            <th>{t('deals.stage.name')}</th>
            <th>{t('deals.stage.share')}</th>
            <th>{t('deals.stage.days')}</th>
            <th>
              <span className="visually-hidden">{t('deals.stage.order')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, index) => (
            <StageRow
              key={stage.key}
              stage={stage}
              put={(edit) => put(index, edit)}
              move={(step) => change(movedBy(stages, index, step))}
              remove={stages.length > 1 ? () => change(stages.toSpliced(index, 1)) : null}
            />
          ))}
        </tbody>
      </table>
      {stages.length < most && (
        <button type="button" className="link" onClick={add}>
          {t('deals.stage.add')}
        </button>
      )}
    </>
  );
}

type RowProps = Readonly<{
  stage: StageDraft;
  put: (edit: Partial<StageDraft>) => void;
  move: (step: number) => void;
  remove: (() => void) | null;
}>;

function StageRow({ stage, put, move, remove }: RowProps) {
  const { t } = useText();
  const of = (key: 'name' | 'share' | 'days') => `${stage.name} ${t(`deals.stage.${key}`)}`;
  return (
    <tr>
      <td>
        <input
          value={stage.name}
          required
          maxLength={60}
          aria-label={of('name')}
          onChange={(event) => put({ name: event.target.value })}
        />
      </td>
      <td>
        <input
          value={stage.share}
          type="number"
          min={0}
          max={100}
          step={0.1}
          aria-label={of('share')}
          onChange={(event) => put({ share: event.target.value })}
        />
      </td>
      <td>
        <input
          value={stage.days}
          type="number"
          min={1}
          max={3650}
          aria-label={of('days')}
          onChange={(event) => put({ days: event.target.value })}
        />
      </td>
      <td className="stages-order">
        <button
          type="button"
          className="tool"
          aria-label={t('deals.stage.up', { name: stage.name })}
          onClick={() => move(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="tool"
          aria-label={t('deals.stage.down', { name: stage.name })}
          onClick={() => move(1)}
        >
          ↓
        </button>
        {remove && (
          <button
            type="button"
            className="tool"
            aria-label={t('deals.stage.remove', { name: stage.name })}
            onClick={remove}
          >
            <Icon name="close" size={11} />
          </button>
        )}
      </td>
    </tr>
  );
}

function freeKey(stages: readonly StageDraft[]): string {
  let number = stages.length;
  while (stages.some(({ key }) => key === `new ${number}`)) number += 1;
  return `new ${number}`;
}
