import type { Signal } from '@preact/signals';
import type { ActionPreview } from '../lib/status/actions.ts';
import type { ActionId } from '../lib/status/vocabulary.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { ActionLink } from './ActionLink.tsx';
import css from './Actions.module.css';
import { Section } from './Section.tsx';
import { ToneBadge } from './ToneBadge.tsx';

const t = sourceTexts;

interface Props {
  actions: ActionPreview[];
  /** What the previews are on. */
  sourceName: string;
  /** Whose preview is open. */
  open: Signal<ActionId | null>;
  /** Opens a preview and goes there. */
  onShow: (id: ActionId) => void;
}

/** The nine actions. Choosing one opens its preview in place; nothing is ever executed. */
export function Actions({ actions, sourceName, open, onShow }: Props) {
  const suggested = actions.filter((action) => action.suggested);

  return (
    <Section id="actions" title={t.actionsTitle} note={t.actionsNote}>
      {suggested.length > 0 && (
        <p class={css.suggested}>
          {t.suggested}:{' '}
          {suggested.map(({ id }) => (
            <ActionLink key={id} id={id} onShow={onShow} />
          ))}
        </p>
      )}
      <ul>
        {actions.map((action) => (
          <Action
            key={action.id}
            action={action}
            sourceName={sourceName}
            isOpen={open.value === action.id}
            onToggle={() => {
              open.value = open.value === action.id ? null : action.id;
            }}
            onShow={onShow}
          />
        ))}
      </ul>
    </Section>
  );
}

interface ActionProps {
  action: ActionPreview;
  sourceName: string;
  isOpen: boolean;
  onToggle: () => void;
  onShow: (id: ActionId) => void;
}

function Action({ action, sourceName, isOpen, onToggle, onShow }: ActionProps) {
  const { id, label, description, decision, readiness, preview } = action;
  const available = decision === 'allowed' && readiness.ready;
  const { unblockedBy } = readiness;
  return (
    <li class={css.action} data-open={isOpen}>
      <div class={css.head}>
        <button
          type="button"
          class={css.choose}
          id={buttonId(id)}
          aria-expanded={isOpen}
          aria-controls={`preview-${id}`}
          aria-describedby={`about-${id}`}
          aria-disabled={!available}
          onClick={onToggle}
        >
          <svg class={css.chevron} viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 4l4 4-4 4" />
          </svg>
          {label}
        </button>
        <ToneBadge tone={decision === 'allowed' ? 'healthy' : 'error'} word={t[decision]} quiet />
      </div>
      <div class={css.about} id={`about-${id}`}>
        <p>
          <WithName text={preview} name={sourceName} />
        </p>
        {decision === 'denied' && <p class={css.reason}>{t.deniedWhy}</p>}
        {readiness.reason !== null && (
          <p class={css.reason}>
            {t.notNow} {readiness.reason}
          </p>
        )}
      </div>
      {unblockedBy !== null && (
        <p class={css.about}>
          {t.first} <ActionLink id={unblockedBy} onShow={onShow} />
        </p>
      )}
      <dl class={css.preview} id={`preview-${id}`} hidden={!isOpen}>
        <dt>{t.previewWhat}</dt>
        <dd>{description}</dd>
        <dt>{t.previewOn}</dt>
        <dd>
          <bdi>{sourceName}</bdi>
        </dd>
        <dt>{t.previewNot}</dt>
        <dd>
          {t.previewNotText} {t.previewEnd}
        </dd>
      </dl>
    </li>
  );
}

/** A sentence that a name in it cannot mirror. */
function WithName({ text, name }: { text: string; name: string }) {
  const at = text.indexOf(name);
  if (at === -1) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <bdi>{name}</bdi>
      {text.slice(at + name.length)}
    </>
  );
}

/** The element that opens an action's preview. */
export function buttonId(id: ActionId): string {
  return `action-${id}`;
}
