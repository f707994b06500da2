import { CONSOLE_NAMES } from '../lib/consoles.ts';
import type { Model } from '../lib/panel/model.ts';
import { texts } from '../lib/texts/panel.ts';
import { settingsTexts } from '../lib/texts/settings.ts';
import css from './Settings.module.css';

const t = { ...texts.following, ...settingsTexts.console };

/** Explains following, and switches it on or off. */
export function FollowSection({ following }: Pick<Model, 'following'>) {
  const state = following.state.value;
  return (
    <section class={css.section} aria-labelledby="console">
      <h3 class={css.legend} id="console">
        {t.title}
      </h3>
      <p dir="ltr">{state === 'on' ? t.on : t.what}</p>
      <p class={css.where} dir="ltr">
        {t.sites(CONSOLE_NAMES)} {state !== 'on' && t.permission}
      </p>
      {(state === 'denied' || state === 'ended') && <p dir="ltr">{t[state]}</p>}
      <button type="button" class="button" onClick={state === 'on' ? following.stop : following.ask}>
        {state === 'on' ? t.stop : t.ask}
      </button>
    </section>
  );
}
