/** What the reader takes to a ticket: the report of what is in sight, and the clipboard. */
import type { ReadonlySignal } from '@preact/signals';
import type { Review, SourceState } from '../report/review.ts';
import type { SnapshotStore } from '../snapshot/storage/store.ts';
import { needsAction } from '../status/summarise.ts';
import { type CompareNames, groupByProfile, type ListState, sortRows } from './list.ts';

export interface Handover {
  /** The source in sight as Markdown, or, in the list, all sources that need action. */
  report(): Promise<string>;
  /** Puts a text on the clipboard. @returns false where the browser refuses */
  copy(text: string): Promise<boolean>;
}

export interface HandoverDeps {
  list: ReadonlySignal<ListState>;
  source: ReadonlySignal<SourceState>;
  store: Pick<SnapshotStore, 'readSource'>;
  compareNames: CompareNames;
  /** Of the extension. */
  version: string;
  /** Rejects where the browser refuses. */
  writeClipboard: (text: string) => Promise<void>;
}

export function createHandover({
  list,
  source,
  store,
  compareNames,
  version,
  writeClipboard,
}: HandoverDeps): Handover {
  /** Those that need action, in the order of the list. */
  async function readDue({
    snapshotId,
    header,
    entries,
  }: Extract<ListState, { state: 'ready' }>): Promise<Review[]> {
    const { reviewSource } = await import('../report/review.ts');
    const positions = new Map(entries.map(({ row, position }) => [row, position]));
    const rows = entries.flatMap(({ row }) => (row !== null && needsAction(row) ? row : []));
    const due = groupByProfile(header, sortRows(rows, compareNames), compareNames).flatMap(
      (group) => group.rows,
    );
    const read = await Promise.all(due.map((row) => store.readSource(snapshotId, positions.get(row) ?? -1)));
    return read.flatMap((found) => (found.state === 'ready' ? reviewSource(found.source, header) : []));
  }

  return {
    async report() {
      const [read, all] = [source.peek(), list.peek()];
      if (all.state !== 'ready') return '';
      const { reportOfAll, reportOfSource } = await import('../report/report.ts');
      const { generated_at: generatedAt } = read.state === 'ready' ? read.header : all.header;
      const occasion = { generatedAt, version };
      if (read.state === 'ready') return reportOfSource(read, occasion);
      return reportOfAll(await readDue(all), all.entries.length, occasion);
    },
    async copy(text) {
      try {
        await writeClipboard(text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
