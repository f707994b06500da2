import { useEffect, useRef } from 'preact/hooks';
import type { Data } from '../lib/panel/data.ts';
import { type Outcome, outcomeWords } from '../lib/panel/outcome.ts';
import { addressOf } from '../lib/panel/place.ts';
import { MOST_PROBLEMS } from '../lib/snapshot/import/problems.ts';
import { dataTexts } from '../lib/texts/data.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './LastOutcome.module.css';
import { ToneIcon } from './ToneBadge.tsx';
import { UndoButton } from './UndoButton.tsx';

const t = dataTexts;

interface Props {
  data: Data;
  /** Shown only if the outcome is of this operation, beside the control that started it. */
  of: string;
}

/** The outcome of the last operation, with Undo; for a refused import, every reason. */
export function LastOutcome({ data, of }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const isHere = data.origin.value === of;
  const outcome = data.busy.value ? null : data.outcome.value;

  const last = useRef(data.outcome.peek());

  useEffect(() => {
    if (!isHere || !outcome) return;
    // A file can be dropped while this is out of sight.
    box.current?.scrollIntoView({ block: 'nearest' });
    // The button that was pressed may be elsewhere.
    const isTakenBack = outcome.done === 'undone' || outcome.done === 'overtaken';
    if (isTakenBack && outcome !== last.current) box.current?.focus({ preventScroll: true });
    last.current = outcome;
  }, [isHere, outcome]);

  if (!isHere) return null;
  return (
    <div class={css.box} ref={box} tabIndex={-1}>
      {outcome ? (
        <Ended
          data={data}
          outcome={outcome}
          // While the undo runs its button is gone, and would take the focus with it.
          onUndo={() => box.current?.focus({ preventScroll: true })}
        />
      ) : (
        <p class="wait" dir="ltr">
          {t.working} {data.hasToWait.value && texts.data.wait}
        </p>
      )}
    </div>
  );
}

interface EndedProps {
  data: Data;
  outcome: Outcome;
  onUndo: () => void;
}

function Ended({ data, outcome, onUndo }: EndedProps) {
  const isChange = 'masked' in outcome;
  const isGood = isChange || outcome.done === 'undone' || outcome.done === 'exported';
  return (
    <div class={css.outcome} data-tone={isGood ? 'healthy' : 'error'}>
      <p class={css.sentence} dir="ltr">
        <ToneIcon tone={isGood ? 'healthy' : 'error'} />
        <span>{outcomeWords(outcome)}</span>
      </p>
      {outcome.done === 'refused' && (
        <ul class={css.problems}>
          {outcome.problems.map(({ path, message }) => (
            <li key={`${path} ${message}`} dir="ltr">
              {path === '' ? t.wholeText : <code dir="auto">{path}</code>} {message}
            </li>
          ))}
          {outcome.problems.length === MOST_PROBLEMS && <li>{t.firstProblems(MOST_PROBLEMS)}</li>}
        </ul>
      )}
      <p class={css.next}>
        <UndoButton data={data} isLast={isChange} onClick={onUndo} />
        {(isChange || outcome.done === 'undone') && (
          <a href={addressOf({ name: 'sources' })}>{t.showSources}</a>
        )}
      </p>
    </div>
  );
}
