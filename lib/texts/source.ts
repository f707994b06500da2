/** The words of a source's page. */
import type { ActionId, Numbers } from '../status/vocabulary.ts';

export const sourceTexts = {
  connection: new Map([
    ['connected', 'Connected'],
    ['pending', 'Pending'],
    ['needs_setup', 'Setup not finished'],
    ['expired', 'Expired'],
    ['revoked', 'Revoked'],
    ['permission_lost', 'Permission lost'],
    ['disconnected', 'Disconnected'],
  ]),
  profile: 'Profile:',
  mockData: 'Mock data.',
  copyReport: 'Copy report',
  unreadable: 'This source cannot be read.',
  unreadableHelp: 'Its stored data is damaged. The others work.',
  unread: 'The browser does not give out this source.',

  healthTitle: 'Health',
  healthNote: 'Post-connection review (preview)',
  status: 'Status',
  fine: 'Nothing found that needs attention.',
  isNew: 'new since the last snapshot',
  why: 'Why this status',
  whyFirst: 'main cause',
  whySuppressed: (because: string) => `does not count, because ${because}`,
  whyNone: 'None of the rules found anything.',
  moreFindings: (written: string) => `${written} more`,
  whatHelps: 'What helps',
  /** Why an action that would help is not possible yet. @param reason a sentence */
  helpsLater: (reason: string) => `not now: ${reason}`,
  dashboards: 'Dashboards show',
  latency: (duration: string) => `The platform itself delivers figures up to ${duration} late.`,
  finality: (days: number, reread: number | null) =>
    [
      `Figures of the last ${days === 1 ? 'day' : `${days} days`} may still change`,
      reread !== null && `; each sync reads ${reread === 0 ? 'none of them' : reread} again`,
      '.',
    ]
      .filter(Boolean)
      .join(''),
  notReported: (facts: readonly string[]) => `Not reported: ${facts.join(', ')}.`,
  lastSuccess: 'Last success',
  notKnown: 'not known',
  unreported: 'not reported',
  numbers: {
    hidden: 'nothing from this source: its mapping is not confirmed.',
    frozen: 'the numbers of the last sync: the source is disabled.',
    missing: 'no complete numbers from this source yet.',
    late: 'numbers that are late.',
    partial: 'only part of the numbers.',
    unknown: 'numbers whose state is not known.',
    as_of_last_sync: 'the numbers of the last sync.',
    current: 'current numbers.',
  } satisfies Record<Numbers, string>,

  technicalTitle: 'Technical status',
  enabled: 'Enabled',
  apiVersionReview: 'API version review',
  mappingStatus: 'mapping status',
  lastSuccessfulSync: 'last successful sync',
  schedule: 'schedule',
  apiVersion: 'API version',
  apiVersionEnd: 'API version ends',
  signInExpiry: 'sign-in expires',
  renewsItself: (expiry: string) => `${expiry}, renews itself`,
  limitedUntil: 'requests limited until',
  needsAttention: 'needs attention',
  yes: 'Yes',
  no: 'No',
  none: '—',

  actionsTitle: 'Actions',
  actionsNote: 'preview only',
  suggested: 'Suggested',
  showAction: (label: string) => `Show ${label}`,
  allowed: 'allowed',
  denied: 'denied',
  deniedWhy: 'Your role in this Profile may only look.',
  notNow: 'Not now:',
  first: 'First:',
  touches: 'Would touch',
  leaves: 'Would leave',
  previewHere: 'From here',
  previewHereText:
    'Nothing happens. The panel never changes the snapshot, contacts the platform, or starts a job.',
  /** What each action does, in its own words, and what it leaves unchanged. */
  reach: {
    reconnect: { touches: 'the sign-in of this source', leaves: 'its data, its mapping and its schedule' },
    disable_source: {
      touches: 'whether this source syncs',
      leaves: 'the data already delivered: it stays, frozen',
    },
    manual_sync: { touches: 'one sync, outside the schedule', leaves: 'the schedule and the mapping' },
    retry_failed_sync: { touches: 'the last failed or partial sync', leaves: 'the syncs that completed' },
    refresh_metadata: {
      touches: 'what is known of the source’s accounts and fields',
      leaves: 'the numbers it has brought',
    },
    field_mapping_check: {
      touches: 'the field mapping and its status',
      leaves: 'the sign-in and the schedule',
    },
    acknowledge_schema_change: {
      touches: 'the schema_changed warning',
      leaves: 'the fields at the platform',
    },
    open_sync_history: { touches: 'nothing: it only shows', leaves: 'everything' },
    open_data_quality: { touches: 'nothing: it only shows', leaves: 'everything' },
  } satisfies Record<ActionId, { touches: string; leaves: string }>,

  qualityTitle: 'Data quality',
  qualityNone: 'The exporting platform reports nothing.',

  historyTitle: 'Sync history',
  historyNote: 'preview',
  historyColumns: {
    status: 'Status',
    fetched: 'Fetched',
    processed: 'Processed',
    failed: 'Failed',
    apiVersion: 'API version',
    error: 'Error',
  },
  historyNone: 'No sync is reported.',
  /** @param count how many are shown; `written` in the user's locale, as is all that follows */
  runs: (count: number, written: string, total: string | null, statuses: string, fetched: string | null) =>
    `${total === null ? written : `The newest ${written} of ${total}`} ${count === 1 ? 'run' : 'runs'}: ${statuses}${
      fetched === null ? '' : `; ${fetched} rows fetched per completed run`
    }.`,
  range: (least: string, most: string) => (least === most ? most : `between ${least} and ${most}`),
  chart: 'Rows of each run, oldest to newest',
  strip: 'Oldest to newest:',
  chartNewest: 'Oldest to newest',
  chartProcessed: 'rows processed',
  chartFailed: 'rows failed',
  chartFetched: 'rows fetched only',
  chartGap: 'rows not reported',
  chartCut: 'more than fits',
  filter: 'Show runs by status',
  filterAll: 'all',
  older: (count: number, written: string) => `Show ${written} older ${count === 1 ? 'run' : 'runs'}`,
  more: (written: string) => `Show ${written} more`,
  started: (age: string) => `started ${age}`,
  took: (length: string) => `took ${length}`,
  /** Two times or two counts, written in the user's locale. */
  fromTo: (from: string, to: string) => {
    if (from === to) return from;
    // A time with a day or AM/PM needs spaces around the dash.
    return /\s/.test(from + to) ? `${from} – ${to}` : `${from}–${to}`;
  },
  times: (count: string) => `×${count}`,
  historyLoad: 'history load',
  asAbove: 'as above',
  noErrorCode: 'no code reported',
  seconds: (count: number) => `${count} s`,
  historyEnd: 'Preview only — no real job runs in this shell.',

  streamsTitle: 'Streams',
  streamsLastSuccess: (words: string) => `last success ${words}`,

  accountsTitle: 'External accounts',
  accountsColumns: { account: 'Account', maskedRef: 'Masked ref', selected: 'Selected' },
  accountMapping: (status: string) => `(mapping ${status})`,
  accountsNone: 'No account was found.',
  accountsUnreported: 'Accounts are not reported.',
  accountsEnd:
    'Anti-leak: only external accounts within the authorized Profile are shown; secrets are never displayed.',
};
