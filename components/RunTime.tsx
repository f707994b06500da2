import type { Format } from '../lib/panel/format.ts';
import type { RunGroup } from '../lib/panel/run-groups.ts';
import { MINUTE, spellDuration } from '../lib/status/duration.ts';
import { lengthOfRun, timeOfRun } from '../lib/status/instants.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import css from './SyncHistory.module.css';

const t = sourceTexts;

interface Props extends Pick<RunGroup, 'runs'> {
  /** The snapshot's instant in milliseconds, from which relative times count. */
  asOf: number;
  format: Format;
}

/** When a run was and how long it took, or the period of several. Readable without hovering. */
export function RunTime({ runs, asOf, format }: Props) {
  const [newest] = runs;
  const time = timeOfRun(newest);
  if (time === null) return null;
  const oldest = timeOfRun(runs.at(-1)) ?? time;
  const age = format.relative(time, asOf);
  const from = format.instantSeenAt(oldest, asOf);
  // Within one day, the day is written once.
  const to = format.instantSeenAt(time, time === oldest ? asOf : Date.parse(oldest));
  const length = runs.length > 1 ? null : lengthOfRun(newest);
  return (
    <span class={css.when} dir="ltr">
      <span>{newest.finished_at === null ? t.started(age) : age}</span>{' '}
      <time dateTime={time}>{t.fromTo(from, to)}</time>{' '}
      {length !== null && (
        <span>{t.took(length < MINUTE ? t.seconds(Math.round(length / 1000)) : spellDuration(length))}</span>
      )}
    </span>
  );
}
