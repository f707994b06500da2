import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { DENSITIES, SINGLE_KEYS, THEMES } from '../lib/panel/look.ts';
import type { Model } from '../lib/panel/model.ts';
import type { Shortcut } from '../lib/panel/shortcut.ts';
import { texts } from '../lib/texts/panel.ts';
import { settingsTexts } from '../lib/texts/settings.ts';
import { FollowSection } from './FollowSection.tsx';
import css from './Settings.module.css';

const t = settingsTexts;

interface Props {
  model: Model;
  shortcut: Shortcut;
  onClose: () => void;
}

/** A dialog over the current place: the panel's look, following the ads console, and the keyboard shortcuts. */
export function Settings({ model, shortcut, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const { look, choose } = model.preferences;
  const { theme, density, singleKeys } = look.value;
  return (
    <dialog class={css.dialog} ref={dialog} closedby="any" aria-labelledby="settings" onClose={onClose}>
      <div class={css.head}>
        <h2 class={css.title} id="settings" tabIndex={-1} autofocus>
          {texts.settings}
        </h2>
        <button type="button" class="button" onClick={close}>
          {t.close}
        </button>
      </div>
      <Choice
        name="theme"
        legend={t.theme}
        words={t.themes}
        options={THEMES}
        value={theme}
        onChoose={(theme) => choose({ theme })}
      />
      <Choice
        name="density"
        legend={t.density}
        words={t.densities}
        options={DENSITIES}
        value={density}
        onChoose={(density) => choose({ density })}
      />
      <Choice
        name="single-keys"
        legend={t.singleKeys}
        words={t.singleKeysWords}
        options={SINGLE_KEYS}
        value={singleKeys}
        onChoose={(singleKeys) => choose({ singleKeys })}
      />
      <FollowSection following={model.following} />
      <Keys shortcut={shortcut} onLeave={close} />
    </dialog>
  );
}

interface ChoiceProps<Option extends string> {
  name: string;
  legend: string;
  words: Record<Option, string>;
  options: readonly Option[];
  value: Option;
  onChoose: (option: Option) => void;
}

function Choice<Option extends string>({
  name,
  legend,
  words,
  options,
  value,
  onChoose,
}: ChoiceProps<Option>) {
  return (
    <fieldset class={css.choice}>
      <legend class={css.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option} class={css.option}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} />
          {words[option]}
        </label>
      ))}
    </fieldset>
  );
}

/** @param onLeave called when the browser's own page opens, where the value shown here may change */
function Keys({ shortcut, onLeave }: { shortcut: Shortcut; onLeave: () => void }) {
  const panelKeys = useSignal<string | null>(null);
  const isRefused = useSignal(false);
  useEffect(() => {
    shortcut
      .read()
      .then((read) => {
        panelKeys.value = read;
      })
      .catch(() => {
        // The shortcut is unknown, so it is not shown.
      });
  }, [shortcut, panelKeys]);
  const change = () => shortcut.change().then(onLeave, () => (isRefused.value = true));
  return (
    <>
      <h3 class={css.legend}>{t.keyboard}</h3>
      <dl class={css.keys}>
        {t.keys.map(({ key, does }) => (
          <div key={key} class={css.key}>
            <dt>
              <kbd class={css.cap}>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      {panelKeys.value !== null && (
        <p class={css.panel}>
          {t.panel}{' '}
          {panelKeys.value === '' ? <strong>{t.notSet}</strong> : <kbd class={css.cap}>{panelKeys}</kbd>}
        </p>
      )}
      <p>
        <button type="button" class="link" onClick={change}>
          {t.change}
        </button>{' '}
        <span class={css.where} role={isRefused.value ? 'alert' : undefined}>
          {isRefused.value && t.changeRefused} {t.where[shortcut.family]}
        </span>
      </p>
    </>
  );
}
