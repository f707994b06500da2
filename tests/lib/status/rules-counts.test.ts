import { aRun } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import type { Changes } from './verdicts.ts';

/** Completed runs, newest first, that fetched so many rows. */
const fetched = (...counts: (number | null)[]): Changes => ({
  sync_history: counts.map((count) => aRun({ fetched: count, processed: count })),
});
const counted = (fetched: number | null, processed: number | null, failed: number | null) =>
  aRun({ fetched, processed, failed });
const newest = (...sync_history: NonNullable<Changes['sync_history']>): Changes => ({ sync_history });
const ZERO = 'The newest sync fetched 0 rows; those before it brought data.';

describeRule('zero_records', {
  effect: 'warning',
  onDisabled: 'suppressed',
  remedy: 'open_data_quality',
  holds: {
    'three counted runs before it': [fetched(0, 9, 1, 9), ZERO],
    'three counted and seven uncounted runs before it': [
      fetched(0, 9, null, null, null, null, null, null, null, 9, 9),
      ZERO,
    ],
    'a zero that is the eleventh before it': [fetched(0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0), ZERO],
    'runs of other statuses between them': [
      newest(
        aRun({ status: 'failed' }),
        counted(0, 0, 0),
        aRun({ status: 'partial', fetched: 0 }),
        aRun(),
        aRun({ status: 'cancelled', fetched: 0 }),
        aRun(),
        aRun(),
      ),
      ZERO,
    ],
  },
  holdsNot: {
    'two counted runs before it': fetched(0, 9, 9),
    'two counted and one uncounted run before it': fetched(0, 9, 9, null),
    'a zero that is the tenth before it': fetched(0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0),
    'the third counted run as the eleventh before it': fetched(
      0,
      9,
      9,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      9,
    ),
    'one row': fetched(1, 9, 9, 9),
    'a count that was not reported': fetched(null, 9, 9, 9),
    'no run': fetched(),
  },
});

describeRule('inconsistent_counts', {
  effect: 'warning',
  onDisabled: 'suppressed',
  remedy: 'open_data_quality',
  holds: {
    'one row too many': [
      newest(counted(10, 10, 1)),
      'The last sync’s counts do not add up: processed and failed are 1 row more than fetched.',
    ],
    'rows out of nothing': [
      newest(counted(0, 1200, 0)),
      'The last sync’s counts do not add up: processed and failed are 1,200 rows more than fetched.',
    ],
    'the last run under a cancelled one': [
      newest(aRun({ status: 'cancelled' }), aRun({ status: 'failed', fetched: 1, processed: 3, failed: 0 })),
      'The last sync’s counts do not add up: processed and failed are 2 rows more than fetched.',
    ],
  },
  holdsNot: {
    'counts that add up': newest(counted(10, 9, 1)),
    'fewer processed than fetched, as attempts have it': newest(counted(10, 3, 1)),
    'fetched not reported': newest(counted(null, 9, 9)),
    'processed not reported': newest(counted(1, null, 9)),
    'failed not reported': newest(counted(1, 9, null)),
    'an older run': newest(aRun(), counted(1, 9, 9)),
    'no run': newest(),
  },
});

describeRule('stats_missing', {
  effect: 'info',
  onDisabled: 'suppressed',
  remedy: 'open_data_quality',
  holds: {
    'fetched not reported': [
      newest(counted(null, 9, 0)),
      'The newest completed sync did not report how many rows were fetched.',
    ],
    'processed and failed not reported': [
      newest(counted(9, null, null)),
      'The newest completed sync did not report how many rows were processed and failed.',
    ],
    'nothing reported, under a partial run that does': [
      newest(aRun({ status: 'partial' }), counted(null, null, null)),
      'The newest completed sync did not report how many rows were fetched, processed and failed.',
    ],
  },
  holdsNot: {
    'all three reported': newest(counted(0, 0, 0)),
    'an older completed run': newest(aRun(), counted(null, null, null)),
    'a partial run': newest(
      aRun({ status: 'partial', fetched: null, processed: null, failed: null }),
      aRun(),
    ),
    'no completed run': newest(aRun({ status: 'failed', fetched: null })),
  },
});
