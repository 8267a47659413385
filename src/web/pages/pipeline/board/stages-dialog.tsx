import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#web/shell/dialog.tsx';
import { useText } from '#web/text/use-text.ts';
import { type Pipelines, pipelinesQuery, writePipeline } from './board-api.ts';
import { Refusal } from './refusal.tsx';
import { draftFrom, draftOf, type PipelineDraft, pipelineInput } from './stage-draft.ts';
import { StageRows } from './stage-rows.tsx';
import './form.css';
import './stages.css';

type Props = Readonly<{ pipelineId: string | null; onClose: () => void }>;

/** The pipelines of the company: their stages, chances and limits; and new ones, from an industry's template or blank. */
export function StagesDialog({ pipelineId, onClose }: Props) {
  const { t } = useText();
  const known = useQuery(pipelinesQuery).data;
  return (
    <Dialog title={t('deals.stages_and_templates')} place="right" onClose={onClose}>
      {known && <PipelineEditor known={known} first={pipelineId} onClose={onClose} />}
    </Dialog>
  );
}

type EditorProps = Readonly<{ known: Pipelines; first: string | null; onClose: () => void }>;

function PipelineEditor({ known, first, onClose }: EditorProps) {
  const { t } = useText();
  const client = useQueryClient();
  const start = known.pipelines.find(({ id }) => id === first) ?? known.pipelines[0];
  const [draft, setDraft] = useState<PipelineDraft>(start ? draftOf(start) : blank);
  const write = useMutation({
    mutationFn: () => writePipeline({ id: draft.id, ...pipelineInput(draft) }),
    onSuccess: () => {
      void client.invalidateQueries();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate();
  };
  const change = (next: PipelineDraft) => {
    write.reset();
    setDraft(next);
  };
  return (
    <form className="form stages-form" onSubmit={submit}>
      <PipelineChoice known={known} draft={draft} change={change} />
      <label className="form-field">
        <span>{t('deals.stage.pipeline_name')}</span>
        <input
          value={draft.name}
          required
          maxLength={60}
          onChange={(event) => change({ ...draft, name: event.target.value })}
        />
      </label>
      <StageRows stages={draft.stages} change={(stages) => change({ ...draft, stages })} />
      <p className="t3">{t('deals.stage.care')}</p>
      {write.isError && <Refusal error={write.error} />}
      <div className="form-end">
        <button type="submit" className="button" disabled={write.isPending || draft.stages.length === 0}>
          {t(draft.id === null ? 'deals.stage.add_pipeline' : 'deals.stage.save')}
        </button>
        <button type="button" className="button button-plain" onClick={onClose}>
          {t('deals.cancel')}
        </button>
      </div>
    </form>
  );
}

const blank: PipelineDraft = { id: null, name: '', stages: [{ key: 'first', name: '', share: '', days: '' }] };

type ChoiceProps = Readonly<{ known: Pipelines; draft: PipelineDraft; change: (draft: PipelineDraft) => void }>;

/** Which pipeline is edited, or what a new one starts from. */
function PipelineChoice({ known, draft, change }: ChoiceProps) {
  const { t, say, locale } = useText();
  const [chosen, choose] = useState(draft.id ?? 'blank');
  const pick = (id: string) => {
    choose(id);
    const pipeline = known.pipelines.find((each) => each.id === id);
    const template = known.templates.find((each) => `template ${each.id}` === id);
    change(pipeline ? draftOf(pipeline) : template ? draftFrom(template, locale) : blank);
  };
  return (
    <label className="form-field">
      <span>{t('deals.stage.which')}</span>
      <select value={chosen} onChange={(event) => pick(event.target.value)}>
        <optgroup label={t('deals.stage.present')}>
          {known.pipelines.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('deals.stage.from_template')}>
          {known.templates.map(({ id, name }) => (
            <option key={id} value={`template ${id}`}>
              {say(name)}
            </option>
          ))}
          <option value="blank">{t('deals.stage.blank')}</option>
        </optgroup>
      </select>
    </label>
  );
}
