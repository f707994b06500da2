/** What the dashboards show of a source. */
import type { Facts } from './facts.ts';
import { isKnown } from './known-words.ts';
import type { Numbers } from './vocabulary.ts';

const LATE = ['data_stale', 'data_late'];
const PARTIAL = [
  'no_rows_arrived',
  'sync_partial',
  'stream_failing',
  'stream_late',
  'accounts_unreadable',
  'account_unreadable',
];

/** The first that applies; nothing is called current unless that is known. @param held codes of the rules that hold */
export function numbersOf(facts: Facts, held: ReadonlySet<string>): Numbers {
  const { source, lifecycle, lastSuccess, broughtData, unknownStatuses } = facts;
  const holds = (codes: readonly string[]) => codes.some((code) => held.has(code));
  if (isMappingInTheWay(source.technical.mapping_status)) return 'hidden';
  if (lifecycle !== 'enabled') return 'frozen';
  const isAgeUnknown = broughtData && lastSuccess === null;
  if (held.has('clock_ahead') || unknownStatuses.length > 0 || isAgeUnknown) return 'unknown';
  if (holds(['never_synced', 'history_loading'])) return 'missing';
  if (holds(LATE)) return 'late';
  if (holds(PARTIAL)) return 'partial';
  return (source.schedule?.every_minutes ?? null) === null ? 'as_of_last_sync' : 'current';
}

/** An unreported status doesn't hide anything. */
function isMappingInTheWay(status: string | null): boolean {
  return status === 'unconfirmed' || (status !== null && !isKnown('mapping_status', status));
}
