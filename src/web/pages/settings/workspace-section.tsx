import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { type TextKey, useText } from '#web/text/use-text.ts';
import { Refused } from './refused.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { saveWorkspace } from './settings-queries.ts';
import type { WorkspaceSettings } from './settings-types.ts';

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** What the workspace is called, how changes are coloured, when its fiscal years and weeks begin. */
export function WorkspaceSection() {
  const { t } = useText();
  const { workspace } = useMe();
  const stored: WorkspaceSettings = {
    name: workspace.name,
    colours: workspace.colours === 'green_up' ? 'green_up' : 'red_up',
    fiscalStartMonth: workspace.fiscalStartMonth,
    weekStart: workspace.weekStart,
  };
  const [settings, setSettings] = useState(stored);
  const save = useMutation({ mutationFn: () => saveWorkspace(settings) });
  const change = (changed: Partial<WorkspaceSettings>) => {
    save.reset();
    setSettings({ ...settings, ...changed });
  };
  const movesCalendar =
    settings.fiscalStartMonth !== stored.fiscalStartMonth || settings.weekStart !== stored.weekStart;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <SettingsPanel
      id="workspace"
      title={t('settings.workspace')}
      subtitle={t('settings.workspace.subtitle', { currency: workspace.currency, zone: workspace.zone })}
    >
      <form className="settings-form settings-narrow" onSubmit={submit}>
        <label>
          {t('settings.workspace.name')}
          <input
            required
            maxLength={100}
            value={settings.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <ColoursField chosen={settings.colours} choose={(colours) => change({ colours })} />
        <StartFields settings={settings} change={change} />
        {movesCalendar && <p className="settings-care">{t('settings.workspace.moves')}</p>}
        <Refused error={save.error} />
        <div className="settings-actions">
          <button type="submit" className="button" disabled={save.isPending}>
            {t(save.isPending ? 'settings.saving' : 'settings.save')}
          </button>
          {save.isSuccess && <span role="status">{t('settings.saved')}</span>}
        </div>
      </form>
    </SettingsPanel>
  );
}

type Changing = Readonly<{ settings: WorkspaceSettings; change: (changed: Partial<WorkspaceSettings>) => void }>;

function StartFields({ settings, change }: Changing) {
  const { t } = useText();
  return (
    <div className="settings-pair">
      <label>
        {t('settings.workspace.fiscal')}
        <select
          value={settings.fiscalStartMonth}
          onChange={(event) => change({ fiscalStartMonth: Number(event.target.value) })}
        >
          {months.map((month) => (
            <option key={month} value={month}>
              {t(`settings.month.${month}` as TextKey)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('settings.workspace.week')}
        <select value={settings.weekStart} onChange={(event) => change({ weekStart: Number(event.target.value) })}>
          {weekdays.map((day) => (
            <option key={day} value={day}>
              {t(`settings.weekday.${day}` as TextKey)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

type ColoursProps = Readonly<{
  chosen: WorkspaceSettings['colours'];
  choose: (colours: WorkspaceSettings['colours']) => void;
}>;

function ColoursField({ chosen, choose }: ColoursProps) {
  const { t } = useText();
  return (
    <fieldset className="settings-choice">
      <legend>{t('shell.colours')}</legend>
      {(['red_up', 'green_up'] as const).map((colours) => (
        <label key={colours}>
          <input type="radio" name="colours" checked={chosen === colours} onChange={() => choose(colours)} />
          {t(`shell.colours.${colours}`)}
        </label>
      ))}
      <p className="t3">{t('settings.workspace.colours')}</p>
    </fieldset>
  );
}
