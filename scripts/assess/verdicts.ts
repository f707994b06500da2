/** The verdicts on a snapshot's sources, in the order of the panel's list. */
import { sortRows } from '../../lib/panel/list.ts';
import type { Snapshot, Source } from '../../lib/schema/snapshot.ts';
import { rowOf } from '../../lib/snapshot/rows/row-of.ts';
import { assessSource } from '../../lib/status/assess.ts';
import { lastSuccessOf } from '../../lib/status/facts.ts';
import { type Summary, summarise } from '../../lib/status/summarise.ts';
import type { Assessment } from '../../lib/status/vocabulary.ts';

export interface Verdict {
  source: Source;
  assessment: Assessment;
  /** An instant; null where none is known. */
  lastSuccess: string | null;
  /** Facts that the snapshot does not hold. */
  notReported: readonly string[];
}

export interface Verdicts {
  /** An instant. */
  asOf: string;
  summary: Summary;
  /** Worst first. */
  verdicts: Verdict[];
  notice: string | null;
  /** Sources and accounts outside the authorized Profiles. */
  leftOut: number;
  /** The instant is that of the file, because the export has none. */
  isFileTime: boolean;
}

/** @param asOf where it is not the snapshot's own */
export function verdictsOn(
  snapshot: Snapshot,
  asOf: string | null,
): Pick<Verdicts, 'asOf' | 'summary' | 'verdicts'> {
  const instant = asOf ?? snapshot.generated_at;
  const date = new Date(instant);
  const byId = new Map(snapshot.sources.map((source) => [source.id, verdictOn(source, date)]));
  const rows = sortRows(snapshot.sources.map((source) => rowOf(source, date)));
  return {
    asOf: instant,
    summary: summarise(rows),
    verdicts: rows.flatMap(({ id }) => byId.get(id) ?? []),
  };
}

function verdictOn(source: Source, asOf: Date): Verdict {
  const assessment = assessSource(source, asOf);
  // The assessment will say both itself: the one place to change then.
  return { source, assessment, lastSuccess: lastSuccessOf(source), notReported: [] };
}
