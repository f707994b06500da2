import type { Signal } from '@preact/signals';
import type { ActionPreview } from '../lib/status/actions.ts';
import type { ActionId } from '../lib/status/vocabulary.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import { ActionLink } from './ActionLink.tsx';
import css from './Actions.module.css';
import { Icon } from './Icon.tsx';
import { Section } from './Section.tsx';
import { ToneBadge } from './ToneBadge.tsx';

const t = sourceTexts;

interface Props {
  actions: ActionPreview[];
  sourceName: string;
  /** The action whose preview is open. */
  open: Signal<ActionId | null>;
  /** Opens a preview and moves to it. */
  onShow: (id: ActionId) => void;
}

/** The nine actions. Choosing one opens its preview in place; nothing is ever executed. */
export function Actions({ actions, sourceName, open, onShow }: Props) {
  const suggested = actions.filter((action) => action.suggested);

  return (
    <Section id="actions" title={t.actionsTitle} note={t.actionsNote}>
      {suggested.length > 0 && (
        <p class={css.suggested} dir="ltr">
          {t.suggested}:{' '}
          {suggested.map(({ id }) => (
            <ActionLink key={id} id={id} onShow={onShow} />
          ))}
        </p>
      )}
      <ul class={css.actions}>
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
  const { id, label, preview } = action;
  return (
    <li class={css.action}>
      <div class={css.head}>
        <button
          type="button"
          class={css.choose}
          id={buttonId(id)}
          aria-label={t.showAction(label)}
          aria-expanded={isOpen}
          aria-controls={`preview-${id}`}
          aria-describedby={`about-${id}`}
          onClick={onToggle}
        >
          <Icon name="chevron" />
          {label}
        </button>
        <Decision action={action} />
      </div>
      <div class={css.about} id={`about-${id}`}>
        <p dir="ltr">
          <WithName text={preview} name={sourceName} />
        </p>
        <WhyNot action={action} onShow={onShow} />
      </div>
      <dl class={css.preview} id={`preview-${id}`} hidden={!isOpen} dir="ltr">
        <dt>{t.touches}</dt>
        <dd>{t.reach[id].touches}</dd>
        <dt>{t.leaves}</dt>
        <dd>{t.reach[id].leaves}</dd>
        <dt>{t.previewHere}</dt>
        <dd>{t.previewHereText}</dd>
      </dl>
    </li>
  );
}

/** A sentence whose direction a right-to-left name in it can't change. */
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

/** Green only if the action would also help now. */
function Decision({ action: { decision, readiness } }: Pick<ActionProps, 'action'>) {
  if (decision === 'allowed' && readiness.ready) return <ToneBadge tone="healthy" word={t.allowed} quiet />;
  return (
    <span class={css.decision} data-decision={decision}>
      {t[decision]}
    </span>
  );
}

function WhyNot({ action: { decision, readiness }, onShow }: Pick<ActionProps, 'action' | 'onShow'>) {
  const { reason, unblockedBy } = readiness;
  return (
    <>
      {decision === 'denied' && (
        <p class={css.reason} dir="ltr">
          {t.deniedWhy}
        </p>
      )}
      {reason !== null && (
        <p class={css.reason} dir="ltr">
          {t.notNow} {reason}
          {unblockedBy !== null && (
            <>
              {' '}
              {t.first} <ActionLink id={unblockedBy} onShow={onShow} />
            </>
          )}
        </p>
      )}
    </>
  );
}

/** The id of the element that opens an action's preview. */
export function buttonId(id: ActionId): string {
  return `action-${id}`;
}
