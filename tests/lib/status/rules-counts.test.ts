import { aRun } from '../../../fixtures/builders.ts';
import { describeRule } from './rule-cases.ts';
import type { Changes } from './verdicts.ts';

/** Completed runs, newest first, that fetched this many rows. */
const fetched = (...counts: (number | null)[]): Changes => ({
  sync_history: counts.map((count) => aRun({ fetched: count, processed: count })),
});
const nines = (length: number) => Array.from({ length }, () => 9);
const nothing = (length: number) => Array.from({ length }, () => null);
const counted = (fetched: number | null, processed: number | null, failed: number | null) =>
  aRun({ fetched, processed, failed });
const newest = (...sync_history: NonNullable<Changes['sync_history']>): Changes => ({ sync_history });
const ZERO = 'The newest sync fetched 0 rows; the 3 before fetched more.';

describeRule('zero_records', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: 'open_data_quality',
  holds: {
    'three counted runs before it': [fetched(0, 9, 1, 9), ZERO],
    'uncounted runs among those before it': [fetched(0, 9, ...nothing(12), 9, 9), ZERO],
    'two in a row without a row': [
      fetched(0, 0, ...nines(10)),
      'The newest 2 syncs fetched 0 rows; the 10 before fetched more.',
    ],
    'four in five of those before it': [
      fetched(0, 9, 0, 9, 9, 9),
      'The newest sync fetched 0 rows; 4 of the 5 before fetched more.',
    ],
    'two of the ten before it without a row': [
      fetched(0, 9, 0, 9, 0, ...nines(6)),
      'The newest sync fetched 0 rows; 8 of the 10 before fetched more.',
    ],
    'zeros that are the eleventh and twelfth before it': [
      fetched(0, 9, 0, 9, 0, ...nines(6), 0, 0),
      'The newest sync fetched 0 rows; 8 of the 10 before fetched more.',
    ],
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
    'three of four before it': fetched(0, 9, 0, 9, 9),
    'three of the ten before it without a row': fetched(0, 9, 0, 9, 0, 9, 0, ...nines(4)),
    'nothing but runs without a row': fetched(0, 0, 0, 0, 0),
    'one row': fetched(1, 9, 9, 9),
    'a newest run that does not say': fetched(null, 0, 9, 9, 9),
    'no run': fetched(),
  },
});

describeRule('inconsistent_counts', {
  effect: 'warning',
  countsOn: 'all but off',
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

describeRule('stats_stopped', {
  effect: 'warning',
  countsOn: 'all but off',
  remedy: 'open_data_quality',
  holds: {
    'a count that the three before reported': [
      newest(counted(9, null, 0), aRun(), aRun(), aRun()),
      'The newest completed sync did not report how many rows were processed. The three before it did.',
    ],
    'one of two missing counts that the three before reported': [
      newest(counted(9, null, null), counted(9, 9, null), aRun(), aRun()),
      'The newest completed sync did not report how many rows were processed. The three before it did.',
    ],
    'a fourth run before it without that count': [
      newest(counted(9, null, 0), aRun(), aRun(), aRun(), counted(9, null, 0)),
      'The newest completed sync did not report how many rows were processed. The three before it did.',
    ],
    'runs of other statuses between them': [
      newest(
        counted(null, 9, 0),
        aRun(),
        aRun({ status: 'partial', fetched: null }),
        aRun({ status: 'failed', fetched: null }),
        aRun(),
        aRun(),
      ),
      'The newest completed sync did not report how many rows were fetched. The three before it did.',
    ],
  },
  holdsNot: {
    'two runs before it': newest(counted(9, null, 0), aRun(), aRun()),
    'one of the three without that count': newest(
      counted(9, null, 0),
      aRun(),
      aRun(),
      counted(9, null, 0),
      aRun(),
    ),
    'counts that are all there': newest(aRun(), aRun(), aRun(), aRun()),
    'an older run': newest(aRun(), counted(9, null, 0), aRun(), aRun(), aRun()),
  },
});

describeRule('stats_missing', {
  effect: 'info',
  countsOn: 'all but off',
  remedy: 'open_data_quality',
  holds: {
    'fetched not reported': [
      newest(counted(null, 9, 0)),
      'The newest completed sync did not report how many rows were fetched.',
    ],
    'processed and failed not reported, as before': [
      newest(counted(9, null, null), counted(9, null, null), counted(9, null, null), counted(9, null, null)),
      'The newest completed sync did not report how many rows were processed and failed.',
    ],
    'nothing reported, under a partial run that does': [
      newest(aRun({ status: 'partial' }), counted(null, null, null)),
      'The newest completed sync did not report how many rows were fetched, processed and failed.',
    ],
  },
  holdsNot: {
    'all three reported': newest(counted(0, 0, 0)),
    'a count that stopped, which is another rule': newest(counted(null, 9, 0), aRun(), aRun(), aRun()),
    'an older completed run': newest(aRun(), counted(null, null, null)),
    'a partial run': newest(
      aRun({ status: 'partial', fetched: null, processed: null, failed: null }),
      aRun(),
    ),
    'no completed run': newest(aRun({ status: 'failed', fetched: null })),
  },
});
