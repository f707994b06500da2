import type { Model } from '../lib/panel/model.ts';
import type { Profile } from '../lib/schema/snapshot.ts';
import type { Bucket } from '../lib/status/bucket.ts';
import { texts } from '../lib/texts/panel.ts';
import { Counts } from './Counts.tsx';
import { FollowOffer } from './FollowLine.tsx';
import { Icon } from './Icon.tsx';
import { isComposing } from './keys.ts';
import css from './ListFilters.module.css';
import { lazy } from './lazy.tsx';

const panel = lazy(async () => (await import('./FilterPanel.tsx')).FilterPanel);

const t = texts.list;

/** States the user must see even if the offer to follow is out of sight. */
const ENDED = ['denied', 'ended'];

/** Its id among the open disclosures that the panel remembers. */
const ID = 'filter-panel';

interface Props {
  model: Model;
  profiles: readonly Profile[];
}

/** Counts per health that act as filters, a search, and a button for all other choices. */
export function ListFilters({ model, profiles }: Props) {
  const { view } = model;
  const { search } = view.filters.value;
  const isOpen = model.unfolded.value.includes(ID);

  function searchFor(words: string) {
    view.setFilters({ search: words });
    model.announceSoon(showing(model));
  }
  function toggle(bucket: Bucket) {
    view.toggleBucket(bucket);
    model.announceSoon(showing(model));
  }

  function clear() {
    view.clearChoices();
    model.announceSoon(showing(model));
  }

  return (
    <search class={css.filters}>
      <Counts view={view} onToggle={toggle} />
      <div class={css.line}>
        <input
          class={css.search}
          type="search"
          dir="auto"
          placeholder={t.search}
          aria-label={t.search}
          value={search}
          onInput={({ currentTarget }) => searchFor(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isComposing(event)) return;
            // The first Escape empties the field, as in other search fields.
            if (search !== '') event.preventDefault();
            searchFor('');
          }}
        />
        <button
          type="button"
          class={css.more}
          aria-expanded={isOpen}
          aria-controls={ID}
          data-chosen={view.choices.value > 0}
          onClick={() => model.unfold(ID, !isOpen)}
        >
          {t.filter}{' '}
          {view.choices.value > 0 && (
            <span class={css.on}>
              {view.choices.value}
              <span class="aside"> {t.on}</span>
            </span>
          )}
        </button>
        {view.choices.value > 0 && (
          <button type="button" class={css.clear} aria-label={t.clear} title={t.clear} onClick={clear}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <div id={ID} hidden={!isOpen}>
        {isOpen && <panel.Show model={model} profiles={profiles} showing={() => showing(model)} />}
      </div>
      {!isOpen && ENDED.includes(model.following.state.value) && <FollowOffer model={model} />}
      {view.isFiltered.value && !view.front.value?.isNarrowed && (
        <p class={css.showing} dir="ltr">
          {showing(model)}{' '}
          <button type="button" class="link" onClick={view.clearFilters}>
            {t.showAll}
          </button>
        </p>
      )}
    </search>
  );
}

/** How many sources the filters leave. */
function showing({ view: { found, total } }: Model): string {
  return found.value === 0 ? t.noneFound : t.showing(found.value, total.value);
}
