import { useId } from 'preact/hooks';
import type { FoldedGroup } from '../lib/panel/folding.ts';
import type { Format } from '../lib/panel/format.ts';
import type { Change } from '../lib/snapshot/rows/since.ts';
import { texts } from '../lib/texts/panel.ts';
import { HealthBar } from './HealthBar.tsx';
import { Icon } from './Icon.tsx';
import css from './SourceGroup.module.css';
import { SourceRow } from './SourceRow.tsx';

const t = texts.list;

interface Props {
  group: FoldedGroup;
  onFold: (groupId: string, isOpen: boolean) => void;
  /** Rows out of sight are not laid out. */
  isLong: boolean;
  /** By the Profile's id, unless the group's name says it. */
  profiles: ReadonlyMap<string, string> | null;
  /** By the source's id. */
  changes: ReadonlyMap<string, Change>;
  /** The snapshot's instant in milliseconds. */
  asOf: number;
  format: Format;
}

/** A heading that expands its rows, a summary of their health, and the rows. */
export function SourceGroup({ group, onFold, isLong, profiles, changes, asOf, format }: Props) {
  const { id, name, rows, shown, isOpen, rest, summary } = group;
  // A group's own id may hold a space, which would make it two ids.
  const own = useId();
  return (
    <section aria-labelledby={`${own}-name`}>
      <div class={css.heading}>
        <h2 class={css.title}>
          <button
            type="button"
            class={css.fold}
            id={`${own}-name`}
            aria-expanded={isOpen}
            aria-controls={`${own}-rows`}
            onClick={() => onFold(id, !isOpen)}
          >
            <Icon name="chevron" />
            <bdi class={css.name} title={name}>
              {name}
            </bdi>{' '}
            <span class={css.count}>{rows.length}</span>
          </button>
        </h2>
        {!isOpen && (
          <span class={css.state} dir="ltr">
            {t.groupState(summary.needsAction, summary.byHealth.warning)}
          </span>
        )}
        <HealthBar rows={rows} />
      </div>
      <div class={css.card} id={`${own}-rows`} hidden={!isOpen}>
        <ul class={isLong ? css.long : undefined}>
          {shown.map((row) => (
            <SourceRow
              key={row.id}
              row={row}
              profile={profiles?.get(row.profile_id) ?? null}
              change={changes.get(row.id) ?? null}
              asOf={asOf}
              format={format}
            />
          ))}
        </ul>
        {isOpen && rest > 0 && (
          <button type="button" class={css.rest} onClick={() => onFold(id, true)}>
            {t.showRest(rest)}
          </button>
        )}
      </div>
    </section>
  );
}
