/** Makes a report. Loaded when the user first asks for one. */
import {
  type ListedSource,
  MOST_IN_DETAIL,
  type Occasion,
  type Report,
  reportOfList,
  reportOfSource,
} from '../report/report.ts';
import { type Review, reviewSource } from '../report/review.ts';
import type { Header } from '../schema/snapshot.ts';
import type { Row } from '../snapshot/rows/row.ts';
import { needsAction, summarise } from '../status/summarise.ts';
import { copyTexts } from '../texts/copy.ts';
import { groupRows, sortRows, WORST_BY_PROFILE } from './arrange.ts';
import type { HandoverDeps } from './handover.ts';
import { type Filters, type ReadyList, rowsFound, rowsInBuckets, rowsInPart } from './list.ts';

/** The part of the list that a report covers. */
export interface Part {
  /** In words; empty for all of it. */
  scope: string;
  filters: Filters;
  isFiltered: boolean;
}

/** @param version of the extension */
export function makeSourceReport(review: Review, version: string): Report {
  return reportOfSource(review, occasionOf(review.header, version));
}

/**
 * Counts from the rows, as the list does; only the sources shown in detail are read.
 * @returns `changed` if another snapshot has replaced this one. @throws if storage can't be read
 */
export async function makeListReport(
  { header, snapshotId, entries }: ReadyList,
  { scope, filters, isFiltered }: Part,
  { store, version, compareNames }: Pick<HandoverDeps, 'store' | 'version' | 'compareNames'>,
): Promise<Report | 'changed'> {
  const readable = entries.flatMap(({ row }) => row ?? []);
  const found = rowsFound(rowsInPart(readable, filters), header, filters.search);
  const rows = sortRows(rowsInBuckets(found, filters.buckets), WORST_BY_PROFILE.sortBy, compareNames);
  const inOrder = groupRows(header, rows, WORST_BY_PROFILE, compareNames).flatMap((group) => group.rows);
  const inDetail = inOrder.filter(needsAction).slice(0, MOST_IN_DETAIL);
  const positions = new Map(entries.map(({ row, position }) => [row, position]));
  const read = await Promise.all(
    inDetail.map((row) => store.readSource(snapshotId, positions.get(row) ?? -1)),
  );
  if (read.some(({ state }) => state === 'changed')) return 'changed';
  const profileNames = new Map(header.profiles.map(({ id, name }) => [id, name]));
  const listed = (row: Row): ListedSource => ({
    ...row,
    profile: profileNames.get(row.profile_id) ?? copyTexts.unknownProfile,
  });
  const reviewOf = (found: (typeof read)[number] | undefined): Review | null =>
    found?.state === 'ready' ? reviewSource(found.source, header) : null;
  const part = {
    scope,
    summary: summarise(rows),
    unreadable: entries.length - readable.length,
    detailed: inDetail.map((row, index) => ({ listed: listed(row), review: reviewOf(read[index]) })),
    others: inOrder.filter((row) => !inDetail.includes(row) && (isFiltered || needsAction(row))).map(listed),
  };
  return reportOfList(part, occasionOf(header, version));
}

function occasionOf({ generated_at, mock }: Header, version: string): Occasion {
  return { generatedAt: generated_at, mock, version };
}
