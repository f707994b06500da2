import type { ComponentChildren } from 'preact';
import { BUCKETS, type Bucket, type Filters } from '../lib/panel/list.ts';
import type { ListView } from '../lib/panel/list-view.ts';
import { platformName } from '../lib/platforms.ts';
import type { Profile } from '../lib/schema/snapshot.ts';
import { isolate } from '../lib/texts/isolate.ts';
import { texts } from '../lib/texts/panel.ts';
import { isComposing } from './keys.ts';
import css from './ListFilters.module.css';
import { ToneIcon } from './ToneBadge.tsx';

const t = texts.list;

interface Props {
  view: ListView;
  profiles: Profile[];
  /** Tells users who do not see the list change. */
  announce: (text: string) => void;
  children: ComponentChildren;
}

/** Counts per health that are filters, a search, and the choice of a Profile and a platform. */
export function ListFilters({ view, profiles, announce, children }: Props) {
  const filters = view.filters.value;
  function choose(change: Partial<Filters>) {
    view.setFilters(change);
    announce(showing(view));
  }
  function toggle(bucket: Bucket) {
    view.toggleBucket(bucket);
    announce(showing(view));
  }
  const platforms = view.platforms.value.map((platform) => ({ id: platform, name: platformName(platform) }));
  return (
    <search class={css.filters}>
      <Counts view={view} onToggle={toggle} />
      <input
        class={css.search}
        type="search"
        placeholder={t.search}
        aria-label={t.search}
        value={filters.search}
        onInput={({ currentTarget }) => choose({ search: currentTarget.value })}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          // The first Escape empties the field, as everywhere.
          if (event.key === 'Escape' && filters.search !== '') event.preventDefault();
          if (event.key === 'Escape') choose({ search: '' });
        }}
      />
      <div class={css.choices}>
        <Choice
          label={t.profile}
          all={t.allProfiles}
          options={profiles}
          value={filters.profile}
          onChoose={(profile) => choose({ profile })}
        />
        <Choice
          label={t.platform}
          all={t.allPlatforms}
          options={platforms}
          value={filters.platform}
          onChoose={(platform) => choose({ platform })}
        />
      </div>
      {view.isFiltered.value && !view.front.value?.isNarrowed && (
        <p class={css.showing}>
          {showing(view)}{' '}
          <button type="button" class="link" onClick={view.clearFilters}>
            {t.showAll}
          </button>
        </p>
      )}
      {children}
    </search>
  );
}

/** How much of the list the filters leave. */
function showing({ found, total }: ListView): string {
  return found.value === 0 ? t.noneFound : t.showing(found.value, total.value);
}

function Counts({ view, onToggle }: { view: ListView; onToggle: (bucket: Bucket) => void }) {
  const chosen = view.filters.value.buckets;
  const counts = view.counts.value;
  return (
    <ul class={css.counts} aria-label={t.counts}>
      {BUCKETS.filter((bucket) => counts.has(bucket) || chosen.includes(bucket)).map((bucket) => (
        <li key={bucket}>
          <button
            type="button"
            class={css.count}
            data-tone={bucket}
            aria-pressed={chosen.includes(bucket)}
            onClick={() => onToggle(bucket)}
          >
            <ToneIcon tone={bucket} />
            {counts.get(bucket) ?? 0} {texts.health[bucket]}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  label: string;
  /** The words for no choice. */
  all: string;
  options: readonly { id: string; name: string }[];
  value: string | null;
  onChoose: (id: string | null) => void;
}

/** Left out where there is nothing to choose between. */
function Choice({ label, all, options, value, onChoose }: ChoiceProps) {
  if (options.length < 2 && value === null) return null;
  return (
    <select
      class={css.choice}
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
    >
      <option value="">{all}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {isolate(name)}
        </option>
      ))}
    </select>
  );
}
