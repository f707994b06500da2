/** Runs in a page of its own in the browser: the extension's pure code, alternating with JSON.parse of the same snapshot. */
import { signal } from '@preact/signals';
import { manySources } from '../../fixtures/many-sources.ts';
import type { ListState } from '../../lib/panel/list.ts';
import { ListViewModel } from '../../lib/panel/list-view.ts';
import { importSnapshot } from '../../lib/snapshot/import.ts';
import { rowOf } from '../../lib/snapshot/rows/row-of.ts';
import { assessSource } from '../../lib/status/assess.ts';

/** Milliseconds, one per round. */
export interface Work {
  parse: number[];
  filter: number[];
  assess: number[];
  import: number[];
}

const SEARCHES = ['m', 'me', 'met', 'meta', 'meta f', '4', 'ete', 'revoked'];

async function measure(count: number, runs: number, rounds: number): Promise<Work> {
  const snapshot = manySources(count, runs);
  const text = JSON.stringify(snapshot);
  const asOf = new Date(snapshot.generated_at);
  const { sources, ...header } = snapshot;
  const entries = sources.map((source, position) => ({ position, row: rowOf(source, asOf) }));
  const list = signal<ListState>({
    state: 'ready',
    snapshotId: 'bench',
    header,
    entries,
    since: null,
  });
  const compareNames = new Intl.Collator('en').compare;
  const view = new ListViewModel({
    list,
    idle: async () => {},
    compareNames,
    height: 800,
    now: signal(asOf.getTime()),
  });
  const search = (words: string) => {
    view.setFilters({ search: words });
    return [view.groups.value, view.counts.value, view.found.value, view.summary.value];
  };
  /** One of several consecutive keystrokes: the first after parsing 6 MB of JSON finds the processor's caches empty. */
  const keystrokes = () => {
    search('warm');
    return time(() => SEARCHES.map(search)) / SEARCHES.length;
  };
  const work: Work = { parse: [], filter: [], assess: [], import: [] };
  for (let round = -3; round < rounds; round++) {
    // A new copy each time: the panel also assesses objects that were just read.
    let read = snapshot;
    const took = {
      parse: time(() => {
        read = JSON.parse(text);
      }),
      assess: time(() => {
        for (const source of read.sources) assessSource(source, asOf);
      }),
      import: time(() => importSnapshot(text)),
      filter: keystrokes(),
    };
    // The first rounds are only warm-up.
    if (round >= 0)
      for (const key of ['parse', 'filter', 'assess', 'import'] as const) work[key].push(took[key]);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return work;
}

function time(task: () => unknown): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

Object.assign(globalThis, { measure });
