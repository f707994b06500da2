import type { Front } from '../lib/panel/list-filters.ts';
import type { Model } from '../lib/panel/model.ts';
import { addressOf } from '../lib/panel/place.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './Follow.module.css';

const t = texts.following;

/** Which ads console is in front, and how many of the list's sources belong to it. */
export function FrontLine({ model }: { model: Model }) {
  const front = model.view.front.value;
  if (front === null) return null;
  const { console, rows, isNarrowed } = front;
  return (
    <p class={css.front}>
      <strong>{console.name}</strong> · {t.count(rows.length, model.view.total.value)}
      <OnlySource rows={rows} />
      {rows.length > 0 && (
        <>
          {' · '}
          <button
            type="button"
            class="link"
            onClick={isNarrowed ? model.view.clearFilters : model.view.narrowAgain}
          >
            {isNarrowed ? t.showAll : t.showThese}
          </button>
        </>
      )}
    </p>
  );
}

/** A link to the console's only source, which the panel doesn't open on its own. */
function OnlySource({ rows }: Pick<Front, 'rows'>) {
  const [only, second] = rows;
  if (only === undefined || second !== undefined) return null;
  return (
    <>
      {' · '}
      <a href={addressOf({ name: 'source', id: only.id })}>
        {t.open} <bdi>{only.name}</bdi>
      </a>
    </>
  );
}

/** Offers to follow the console, and says what came of it; nothing while a console is in front. */
export function FollowOffer({ model }: { model: Model }) {
  const { following, view } = model;
  const state = following.state.value;
  if (view.front.value !== null) return null;
  return (
    <p class={css.offer}>
      {state !== 'off' && (state === 'on' ? t.nothingInFront : t[state])}{' '}
      <button type="button" class="link" onClick={state === 'on' ? following.stop : following.ask}>
        {{ off: t.ask, on: t.stop, denied: t.askAgain, ended: t.askAgain }[state]}
      </button>
      {state === 'off' && ` (${t.asksFirst})`}
    </p>
  );
}
