import { actionLabel } from '../lib/status/actions.ts';
import type { ActionId } from '../lib/status/vocabulary.ts';

interface Props {
  id: ActionId;
  onShow: (id: ActionId) => void;
}

/** Leads to an action's preview on the same page. */
export function ActionLink({ id, onShow }: Props) {
  return (
    <button type="button" class="link" onClick={() => onShow(id)}>
      {actionLabel(id)}
    </button>
  );
}
