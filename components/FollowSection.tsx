import { CONSOLE_NAMES } from '../lib/consoles.ts';
import type { Model } from '../lib/panel/model.ts';
import { dataTexts } from '../lib/texts/data.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './Follow.module.css';
import { Section } from './Section.tsx';

const t = { ...texts.following, ...dataTexts.following };

/** What following means, and the switch for it. */
export function FollowSection({ following }: Pick<Model, 'following'>) {
  const state = following.state.value;
  return (
    <Section id="console" title={t.title}>
      <div class={css.section}>
        <p class={css.quiet}>{t.what}</p>
        <p class={css.quiet}>{t.sites(CONSOLE_NAMES)}</p>
        <p class={css.quiet}>{state === 'on' ? t.on : t.permission}</p>
        {(state === 'denied' || state === 'ended') && <p>{t[state]}</p>}
        <button type="button" class="button" onClick={state === 'on' ? following.stop : following.ask}>
          {state === 'on' ? t.stop : t.ask}
        </button>
      </div>
    </Section>
  );
}
