import type { TargetedClipboardEvent, TargetedEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Data, Scenario } from '../lib/panel/data.ts';
import type { Model } from '../lib/panel/model.ts';
import { dataTexts } from '../lib/texts/data.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './DataDesk.module.css';
import { Failure } from './ErrorBoundary.tsx';
import { FollowSection } from './FollowSection.tsx';
import { readSnapshotFile, saveFile } from './files.ts';
import { LastOutcome } from './LastOutcome.tsx';
import { Section } from './Section.tsx';
import { ToneIcon } from './ToneBadge.tsx';

const t = dataTexts;

interface Props {
  model: Model;
  /** The extension's own version and build, in words. */
  build: string;
}

/** Where QA reaches any state, and a team brings its own snapshot. */
export function DataDesk({ model, build }: Props) {
  const { data } = model;
  return (
    <>
      <div class={css.heading}>
        <h1 class={css.title} tabIndex={-1}>
          {t.title}
        </h1>
        <p class={css.quiet}>{t.intro}</p>
        <StoredTrouble model={model} />
      </div>
      <Import data={data} />
      <Section id="keep" title={t.keepTitle}>
        <div class={css.body}>
          <Choice help={t.exportHelp} label={t.export} onClick={() => exportTo(data)} />
          <LastOutcome data={data} of="export" />
          <Choice help={t.resetHelp} label={t.reset} onClick={data.reset} />
          <LastOutcome data={data} of="reset" />
        </div>
      </Section>
      <Scenarios model={model} build={build} />
    </>
  );
}

/** The scenarios and what is below them: shown together, so that nothing is pushed down. */
function Scenarios({ model, build }: Props) {
  const { data } = model;
  useEffect(() => void data.readScenarios(), [data]);
  const scenarios = data.scenarios.value;
  if (data.scenariosFailed.value) return <Failure title={t.scenariosFailed} isCard />;
  if (scenarios.length === 0) return null;
  const groups = inGroups(scenarios);
  return (
    <>
      <p class={css.quiet}>{t.scenariosHelp(scenarios.length)}</p>
      <ScenarioGroup id="start" scenarios={groups.start} data={data} />
      <ScenarioGroup id="rules" scenarios={groups.rules} data={data} />
      <ScenarioGroup id="states" scenarios={groups.states} data={data} />
      <FollowSection following={model.following} />
      <Section id="about" title={t.aboutTitle}>
        <p class={css.about}>
          {t.version} {build}
        </p>
      </Section>
    </>
  );
}

/** That there is something stored that this version cannot show, before it is replaced from here. */
function StoredTrouble({ model }: { model: Model }) {
  const { state } = model.list.value;
  if (state !== 'newer' && state !== 'damaged') return null;
  return (
    <p class={css.trouble}>
      <ToneIcon tone="unknown" />
      <span>
        {texts.trouble[state]} {texts.trouble[`${state}Help`]}
      </span>
    </p>
  );
}

function Import({ data }: { data: Data }) {
  async function importChosen({ currentTarget }: TargetedEvent<HTMLInputElement>) {
    const file = currentTarget.files?.[0];
    if (file) await data.importText(file.name, () => readSnapshotFile(file));
    // So that the same file can be chosen again.
    currentTarget.value = '';
  }

  function importPasted(event: TargetedClipboardEvent<HTMLTextAreaElement>) {
    event.preventDefault();
    const text = event.clipboardData?.getData('text') ?? '';
    void data.importText(t.pasted, async () => text);
  }

  return (
    <Section id="import" title={t.importTitle}>
      <div class={css.body}>
        <p class={css.quiet} id="import-help">
          {t.importHelp}
        </p>
        <label class={css.field}>
          {t.choose}
          <input
            type="file"
            accept=".json,application/json"
            aria-describedby="import-help"
            onChange={importChosen}
          />
        </label>
        <label class={css.field}>
          {t.paste}
          <textarea class={css.paste} rows={1} spellcheck={false} onPaste={importPasted} />
        </label>
        <LastOutcome data={data} of="import" />
      </div>
    </Section>
  );
}

function Choice({ help, label, onClick }: { help: string; label: string; onClick: () => void }) {
  return (
    <div class={css.choice}>
      <p class={css.quiet}>{help}</p>
      <button type="button" class="button" onClick={onClick}>
        {label}
      </button>
    </div>
  );
}

type GroupId = keyof typeof t.groups;

interface GroupProps {
  id: GroupId;
  scenarios: readonly Scenario[];
  data: Data;
}

function ScenarioGroup({ id, scenarios, data }: GroupProps) {
  if (scenarios.length === 0) return null;
  return (
    <Section id={id} title={t.groups[id]} note={String(scenarios.length)}>
      <ul>
        {scenarios.map((scenario) => (
          <ScenarioRow key={scenario.id} scenario={scenario} data={data} />
        ))}
      </ul>
    </Section>
  );
}

function ScenarioRow({ scenario, data }: { scenario: Scenario; data: Data }) {
  const { id, title, shows, code } = scenario;
  return (
    <li class={css.scenario}>
      <h3 class={css.name} id={`scenario-${id}`}>
        {title} {code !== undefined && <code class={css.code}>{code}</code>}
      </h3>
      <p class={css.shows}>{shows}</p>
      <button
        type="button"
        class={`button ${css.load}`}
        aria-describedby={`scenario-${id}`}
        onClick={() => data.loadScenario(scenario)}
      >
        {t.load}
      </button>
      <div class={css.outcome}>
        <LastOutcome data={data} of={id} />
      </div>
    </li>
  );
}

/** Those that demonstrate a finding stand together; what comes before them is to start with. */
function inGroups(scenarios: readonly Scenario[]): Record<GroupId, readonly Scenario[]> {
  const demonstrates = ({ code }: Scenario) => code !== undefined;
  const [first, last] = [scenarios.findIndex(demonstrates), scenarios.findLastIndex(demonstrates)];
  return {
    start: first === -1 ? scenarios : scenarios.slice(0, first),
    rules: first === -1 ? [] : scenarios.slice(first, last + 1),
    states: first === -1 ? [] : scenarios.slice(last + 1),
  };
}

async function exportTo(data: Data): Promise<void> {
  const file = await data.exportFile();
  if (file) saveFile(file.name, file.text);
}
