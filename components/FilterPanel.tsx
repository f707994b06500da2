import type { Arrangement } from '../lib/panel/arrange.ts';
import { GROUPINGS, SORTINGS } from '../lib/panel/arrange.ts';
import type { Filters } from '../lib/panel/list.ts';
import type { Model } from '../lib/panel/model.ts';
import { platformName } from '../lib/platforms.ts';
import type { Profile } from '../lib/schema/snapshot.ts';
import { filterPanelTexts as t } from '../lib/texts/filter-panel.ts';
import { isolate } from '../lib/texts/isolate.ts';
import css from './FilterPanel.module.css';
import { FollowOffer } from './FollowLine.tsx';

interface Props {
  model: Model;
  profiles: readonly Profile[];
  /** How many sources the filters leave, in words. */
  showing: () => string;
}

/** The less frequent choices: which part of the list, its groups and its order. */
export function FilterPanel({ model, profiles, showing }: Props) {
  const { view } = model;
  const { profile, platform } = view.filters.value;
  const { groupBy, sortBy } = view.arrangement.value;

  function filter(change: Partial<Filters>) {
    view.setFilters(change);
    model.announceSoon(showing());
  }
  const arrange = (change: Partial<Arrangement>) => view.arrange(change);

  return (
    <div class={css.panel}>
      <Choice
        label={t.profile}
        options={[{ id: null, name: t.allProfiles }, ...profiles]}
        value={profile}
        onChoose={(id) => filter({ profile: id })}
      />
      <Choice
        label={t.platform}
        options={[
          { id: null, name: t.allPlatforms },
          ...view.platforms.value.map((id) => ({ id, name: platformName(id) })),
        ]}
        value={platform}
        onChoose={(id) => filter({ platform: id })}
      />
      <Choice
        label={t.groupBy}
        options={GROUPINGS.map((id) => ({ id, name: t.groupings[id] }))}
        value={groupBy}
        onChoose={(id) => arrange({ groupBy: id })}
      />
      <Choice
        label={t.sortBy}
        options={SORTINGS.map((id) => ({ id, name: t.sortings[id] }))}
        value={sortBy}
        onChoose={(id) => arrange({ sortBy: id })}
      />
      <div class={css.end}>
        <FollowOffer model={model} />
      </div>
    </div>
  );
}

interface ChoiceProps<Id extends string | null> {
  label: string;
  options: readonly { id: Id; name: string }[];
  value: Id;
  onChoose: (id: Id) => void;
}

function Choice<Id extends string | null>({ label, options, value, onChoose }: ChoiceProps<Id>) {
  return (
    <label class={css.choice}>
      {label}
      <select
        class={css.select}
        value={options.findIndex(({ id }) => id === value)}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex];
          if (chosen) onChoose(chosen.id);
        }}
      >
        {options.map(({ id, name }, index) => (
          <option key={id} value={index}>
            {isolate(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
