/** How the user has arranged the list: its groups, its order, and which groups are open. */
import { createModel, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type Arrangement, groupIds, WORST_BY_PROFILE } from './arrange.ts';
import type { Folds } from './folding.ts';
import { type ListState, rowsOf } from './list.ts';

export interface ListArrangement {
  arrangement: ReadonlySignal<Arrangement>;
  arrange(change: Partial<Arrangement>): void;
  /** Only for groups that this snapshot can have. */
  folds: ReadonlySignal<Folds>;
  fold(groupId: string, isOpen: boolean): void;
  restoreFolds(folds: Folds): void;
}

export const ListArrangementModel = createModel<ListArrangement, [{ list: ReadonlySignal<ListState> }]>(
  ({ list }) => {
    const arrangement = signal(WORST_BY_PROFILE);
    const folds = signal<Folds>({});

    // Forget Profiles and platforms that no longer exist.
    effect(() => {
      const all = list.value;
      if (all.state !== 'ready') return;
      const known = groupIds(all.header, rowsOf(all));
      untracked(() => {
        const kept = Object.entries(folds.value).filter(([id]) => known.has(id));
        folds.value = Object.fromEntries(kept);
      });
    });

    return {
      arrangement,
      arrange(change) {
        arrangement.value = { ...arrangement.value, ...change };
      },
      folds,
      fold(groupId, isOpen) {
        folds.value = { ...folds.value, [groupId]: isOpen };
      },
      restoreFolds(restored) {
        folds.value = restored;
      },
    };
  },
);
