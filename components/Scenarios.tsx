import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Data, Scenario } from '../lib/panel/data.ts';
import type { Model } from '../lib/panel/model.ts';
import { dataTexts } from '../lib/texts/data.ts';
import { Failure } from './ErrorBoundary.tsx';
import { isComposing } from './keys.ts';
import { LastOutcome } from './LastOutcome.tsx';
import css from './Scenarios.module.css';
import { Section } from './Section.tsx';

const t = dataTexts;

interface Props {
  model: Model;
  /** The content below, shown together with the scenarios so that nothing moves down later. */
  children: ComponentChildren;
}

/** All scenarios in collapsible groups, and a search over them. */
export function Scenarios({ model, children }: Props) {
  const { data } = model;
  const search = useSignal('');
  useEffect(() => void data.readScenarios(), [data]);
  const scenarios = data.scenarios.value;
  if (data.scenariosFailed.value) return <Failure title={t.scenariosFailed} isCard />;
  if (scenarios.length === 0) return null;
  const found = scenarios.filter((scenario) => matches(scenario, search.value));
  const groups = inGroups(scenarios);
  return (
    <>
      <Section id="scenarios" title={t.scenariosTitle} note={String(scenarios.length)}>
        <div class={css.top}>
          <p class={css.help} dir="ltr">
            {t.scenariosHelp}
          </p>
          <input
            type="search"
            class={css.search}
            aria-label={t.search}
            placeholder={t.search}
            value={search}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || search.value === '' || isComposing(event)) return;
              // The first Escape clears the search; only the next one goes back to the list.
              event.preventDefault();
              search.value = '';
            }}
            onInput={({ currentTarget }) => {
              search.value = currentTarget.value;
            }}
          />
          {search.value !== '' && (
            <p class={css.help} dir="ltr">
              {t.found(found.length, scenarios.length)}
            </p>
          )}
        </div>
        {GROUP_IDS.map((id) => (
          <Group
            key={id}
            id={id}
            model={model}
            scenarios={groups[id].filter((scenario) => found.includes(scenario))}
            search={search}
          />
        ))}
      </Section>
      {children}
    </>
  );
}

const GROUP_IDS = ['start', 'rules', 'states'] as const;
type GroupId = (typeof GROUP_IDS)[number];

interface GroupProps {
  id: GroupId;
  model: Model;
  scenarios: readonly Scenario[];
  search: ReadonlySignal<string>;
}

/** Open during a search, otherwise as the user left it. Initially only the first group is open. */
function Group({ id, model, scenarios, search }: GroupProps) {
  if (scenarios.length === 0) return null;
  const isFirst = id === 'start';
  // The panel remembers only changes from the initial state.
  const changed = `scenarios-${id}`;
  return (
    <details
      class={css.group}
      open={search.value !== '' || model.unfolded.value.includes(changed) !== isFirst}
      onToggle={({ currentTarget }) => {
        if (search.value === '') model.unfold(changed, currentTarget.open !== isFirst);
      }}
    >
      <summary class={css.summary}>
        <h3 class={css.title}>
          {t.groups[id]} <span class={css.help}>({scenarios.length})</span>
        </h3>
      </summary>
      <ul>
        {scenarios.map((scenario) => (
          <ScenarioRow key={scenario.id} scenario={scenario} data={model.data} />
        ))}
      </ul>
    </details>
  );
}

function ScenarioRow({ scenario, data }: { scenario: Scenario; data: Data }) {
  const { id, title, shows, code } = scenario;
  return (
    <li class={css.scenario}>
      <h4 class={css.name}>
        {title} {code !== undefined && <code class={css.code}>{code}</code>}
      </h4>
      <p class={css.shows} id={`scenario-${id}`} dir="ltr">
        {shows}
      </p>
      <button
        type="button"
        class={`button ${css.load}`}
        aria-describedby={`scenario-${id}`}
        onClick={() => data.loadScenario(scenario)}
      >
        {t.load}
        <span class="aside"> {title}</span>
      </button>
      <div class={css.outcome}>
        <LastOutcome data={data} of={id} />
      </div>
    </li>
  );
}

/** Every word of the search must occur somewhere in the scenario's texts. */
function matches({ id, title, shows, code = '' }: Scenario, search: string): boolean {
  const said = `${id} ${title} ${shows} ${code}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** Scenarios that demonstrate a finding form one group; those before them are the ones to start with. */
function inGroups(scenarios: readonly Scenario[]): Record<GroupId, readonly Scenario[]> {
  const demonstrates = ({ code }: Scenario) => code !== undefined;
  const [first, last] = [scenarios.findIndex(demonstrates), scenarios.findLastIndex(demonstrates)];
  return {
    start: first === -1 ? scenarios : scenarios.slice(0, first),
    rules: first === -1 ? [] : scenarios.slice(first, last + 1),
    states: first === -1 ? [] : scenarios.slice(last + 1),
  };
}
