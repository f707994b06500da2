/** The verdicts on a snapshot's sources, in the order of the panel's list. */
import { sortRows } from '../../lib/panel/arrange.ts';
import type { Snapshot, Source } from '../../lib/schema/snapshot.ts';
import { rowOf } from '../../lib/snapshot/rows/row-of.ts';
import { assessSource } from '../../lib/status/assess.ts';
import { type Summary, summarise } from '../../lib/status/summarise.ts';
import type { Assessment } from '../../lib/status/vocabulary.ts';

export interface Verdict {
  source: Source;
  assessment: Assessment;
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

/** English, so that the order is the same on every machine. */
const { compare } = new Intl.Collator('en');

/** @param asOf if not the snapshot's own instant */
export function verdictsOn(
  snapshot: Snapshot,
  asOf: string | null,
): Pick<Verdicts, 'asOf' | 'summary' | 'verdicts'> {
  const instant = asOf ?? snapshot.generated_at;
  const date = new Date(instant);
  const verdicts = new Map(
    snapshot.sources.map((source) => [source.id, { source, assessment: assessSource(source, date) }]),
  );
  const rows = sortRows(
    snapshot.sources.map((source) => rowOf(source, date)),
    'worst',
    compare,
  );
  return {
    asOf: instant,
    summary: summarise(rows),
    verdicts: rows.flatMap(({ id }) => verdicts.get(id) ?? []),
  };
}
