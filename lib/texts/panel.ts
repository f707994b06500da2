/** The words of the list and of what is always visible, loaded first. Sentences about a source come from the rules. */
import type { Bucket } from '../status/bucket.ts';
import { sources } from './plurals.ts';

const needs = (count: number) => (count === 1 ? 'needs' : 'need');
const joined = (parts: (string | false)[], by: string) => parts.filter(Boolean).join(by);
const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** `3 completed, 1 failed` */
const counted = (counts: Iterable<readonly [word: string, count: number]>) =>
  Array.from(counts, ([word, count]) => `${count} ${word}`).join(', ');

export const texts = {
  mockStrip: 'Mock data · previews only, nothing here runs',
  importedStrip: 'Imported data · previews only, nothing here runs',
  /** The status of a source that can't be read. */
  unknownStrip: 'Previews only, nothing here runs',
  loading: 'Reading the snapshot…',
  settings: 'Display and keyboard',
  /** The page's title. @param place empty if not yet known */
  title: (place: string) => joined([place, 'Source status'], ' – '),

  snapshotAge: { fresh: 'Snapshot', old: 'Old snapshot:', future: 'Snapshot from the future:' },

  list: {
    title: 'Sources',
    /** Shown where a Profile or a platform is chosen: an unreadable source may belong to it. */
    unreadableElsewhere: (count: number) => `${sources(count)} that cannot be read may belong here too.`,
    changed: (more: number, fewer: number) =>
      joined(
        [
          more > 0 && `${sources(more)} now ${needs(more)} action.`,
          fewer > 0 && `${sources(fewer)} no longer ${needs(fewer)} action.`,
        ],
        ' ',
      ),
    since: (moved: readonly { direction: string; count: number }[], gone: number) => {
      const parts = moved.map(
        ({ direction, count }) => `${count} ${direction === 'other' ? 'changed' : direction}`,
      );
      return `Since the last snapshot: ${joined([...parts, gone > 0 && `${gone} removed`], ', ')}.`;
    },
    sinceSeen: 'Dismiss',
    sinceNotStored: 'This could not be stored, so it will be shown again.',
    undo: 'Undo',
    change: {
      new: () => 'new',
      worse: (was: string) => `worse, was ${was.toLowerCase()}`,
      better: (was: string) => `better, was ${was.toLowerCase()}`,
      other: () => 'changed',
    },
    counts: 'Show by health',
    search: 'Search names, accounts, codes',
    filter: 'Filter & group',
    /** Follows the number of choices that differ from the defaults. */
    on: 'on',
    clear: 'Clear filters and groups',
    showing: (found: number, total: number) => `Showing ${found} of ${sources(total)}.`,
    showAll: 'Show all',
    noneFound: 'No source matches.',
    statuses: {
      needsAction: 'Needs action',
      warnings: 'Warnings',
      setUp: 'Being set up',
      healthy: 'Healthy',
      off: 'Off',
    },
    /** The worst health in short, beside a closed group. */
    groupState: (needAction: number, warnings: number) => {
      if (needAction > 0) return `${needAction} ${needs(needAction)} action`;
      return warnings > 0 ? plural(warnings, 'warning') : '';
    },
    /** `2 error, 3 healthy`: shown on a group's bar. */
    healthBar: counted,
    none: 'This snapshot holds no sources.',
    noneHelp: 'Import a snapshot of your own, or look at the sample data.',
    import: 'Import a snapshot',
    noneLeft: 'No source matches the filters.',
    showMore: (count: number) => `Show ${plural(count, 'more source')}`,
    showRest: (count: number) => `Show ${count} more`,
    lastSuccess: (age: string) => `last success ${age}`,
    noLastSuccess: 'last success not known',
    /** `last 10 runs: 8 completed, 2 failed` */
    runs: (total: number, counts: Iterable<readonly [status: string, count: number]>) =>
      `${total === 1 ? 'last run' : `last ${total} runs`}: ${counted(counts)}`,
    /** @param position from 0 */
    unreadable: (position: number) => `Source ${position + 1} cannot be read.`,
    unreadableHelp: (path: string, message: string) =>
      `Its stored data is damaged: ${path || 'the text'} ${message}. The others work.`,
    moreUnreadable: (count: number) => `Show ${count} more that cannot be read`,
  },

  comingUp: {
    title: 'Coming up',
    /** @param next the day of the first event */
    summary: (count: number, next: string) =>
      count === 1 ? `1 event coming up, on ${next}` : `${count} events coming up, the next on ${next}`,
  },

  following: {
    ask: 'Follow my ads console',
    asksFirst: 'your browser asks first',
    denied: 'Not allowed, so nothing is followed. You can choose a platform yourself instead.',
    ended: 'The permission was withdrawn, so nothing is followed.',
    askAgain: 'Ask again',
    nothingInFront: 'No ads console in this tab.',
    count: (of: number, total: number) =>
      of === 0 ? `none of ${sources(total)} is from there` : `${of} of ${sources(total)}`,
    narrowed: (console: string, of: number, total: number) => `${console}: ${of} of ${sources(total)}.`,
    open: 'Open',
    showAll: 'Show all',
    showThese: 'Show only these',
    stop: 'Stop following',
  },

  health: {
    error: 'Error',
    unknown: 'Unknown',
    warning: 'Warning',
    pending: 'Pending',
    healthy: 'Healthy',
    off: 'Off',
  } satisfies Record<Bucket, string>,

  disabled: 'disabled',
  activity: { queued: 'Sync queued', running: 'Sync running' },

  source: {
    back: 'All sources',
    gone: 'This source is no longer in the snapshot.',
  },

  data: {
    link: 'Test data',
    wait: 'The panel is still busy with the last change. Wait until it is done, then try again.',
  },
};
