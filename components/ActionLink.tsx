import { actionLabel } from '../lib/status/actions.ts';
import type { ActionId } from '../lib/status/vocabulary.ts';
import { sourceTexts } from '../lib/texts/source.ts';

interface Props {
  id: ActionId;
  onShow: (id: ActionId) => void;
}

/** A link to an action's preview on the same page. */
export function ActionLink({ id, onShow }: Props) {
  const label = actionLabel(id);
  return (
    <button type="button" class="link" aria-label={sourceTexts.showAction(label)} onClick={() => onShow(id)}>
      {label}
    </button>
  );
}
