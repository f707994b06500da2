/** What an API answers: one page of a longer list, a bare list, or one item. */
import * as z from 'zod/mini';
import { isRecord } from '../schema/guards.ts';

export interface Page {
  /** The name of its file. */
  file: string;
  items: readonly unknown[];
  /** Where the neighbouring pages are: an address or a cursor, empty if there is none. */
  previous: string;
  next: string;
}

const cursor = z.catch(z.nullable(z.string()), null);
const list = z.array(z.unknown());

/** Airbyte: `{ data: […], next, previous }`. */
const airbytePage = z.object({ data: list, next: cursor, previous: cursor });
/** Fivetran's, without its envelope: `{ items: […], next_cursor }`. */
const fivetranPage = z.object({ items: list, next_cursor: cursor, nextCursor: cursor });
/** Fivetran's envelope, around a page or around one connection. */
const fivetranEnvelope = z.object({ code: z.string(), data: z.unknown() });

export function pagesOf(file: string, document: unknown): Page[] {
  if (!Array.isArray(document)) return [pageOf(file, document) ?? wholePage(file, [document])];
  const pages = document.map((item) => pageOf(file, item));
  // A list of pages, as `jq --slurp` saves them.
  const arePages = pages.length > 0 && pages.every((page) => page !== null);
  return arePages ? pages : [wholePage(file, document)];
}

/** Null if it is not a page. */
function pageOf(file: string, document: unknown): Page | null {
  // Of many items one after the other none is a page, and zod takes its time over what it calls an error.
  if (!isRecord(document) || !('data' in document || 'items' in document)) return null;
  const airbyte = z.safeParse(airbytePage, document);
  if (airbyte.success) {
    const { data, next, previous } = airbyte.data;
    return { file, items: data, previous: previous ?? '', next: next ?? '' };
  }
  const envelope = z.safeParse(fivetranEnvelope, document);
  const inner = envelope.success ? envelope.data.data : document;
  const fivetran = z.safeParse(fivetranPage, inner);
  if (fivetran.success) {
    const { items, next_cursor, nextCursor } = fivetran.data;
    return { ...wholePage(file, items), next: next_cursor ?? nextCursor ?? '' };
  }
  return envelope.success && inner !== undefined ? wholePage(file, [inner]) : null;
}

function wholePage(file: string, items: readonly unknown[]): Page {
  return { file, items, previous: '', next: '' };
}

/** Where pages are missing. A list that is only cut off at its end may still hold everything that is needed. */
export type Gap = 'start' | 'middle' | 'end';

/**
 * The first gap in lists whose pages name their neighbours by `offset` and `limit`; null if there is none.
 * Lists requested with different parameters, for instance for one connection each, are checked separately.
 */
export function gapIn(pages: readonly Page[]): Gap | null {
  const lists = Map.groupBy(pages, listOfPage);
  lists.delete('');
  for (const own of lists.values()) {
    const gap = gapInList(own);
    if (gap !== null) return gap;
  }
  return null;
}

/** The address of the page's list; empty if the page is the whole list. */
function listOfPage({ next, previous }: Page): string {
  return (next || previous).replace(/offset=\d*/, '');
}

function gapInList(pages: readonly Page[]): Gap | null {
  let end = 0;
  const spans = pages.map(spanOf).sort((a, b) => a.start - b.start);
  for (const { start, limit } of spans) {
    if (start > end) return end === 0 ? 'start' : 'middle';
    end = Math.max(end, start + limit);
  }
  return pages.every(({ next }) => next !== '') ? 'end' : null;
}

/** In items; NaN, which never counts as a gap, if the addresses don't say. */
function spanOf({ next, previous }: Page): { start: number; limit: number } {
  const parameter = (name: string) =>
    Number(new RegExp(`[?&]${name}=(\\d+)`).exec(next || previous)?.[1] ?? Number.NaN);
  const limit = parameter('limit');
  return { start: parameter('offset') + (next === '' ? limit : -limit), limit };
}
