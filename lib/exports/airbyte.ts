/**
 * Airbyte's public API: GET /v1/connections, plus /v1/jobs, /v1/sources and /v1/workspaces if they were saved too.
 * https://reference.airbyte.com. A source's `configuration` may hold secrets: no schema here names it, so it is never read.
 */
import * as z from 'zod/mini';
import { isRecord } from '../schema/guards.ts';
import type { Source, SyncRun } from '../schema/snapshot.ts';
import { assessSource } from '../status/assess.ts';
import { spellList } from '../status/wording.ts';
import { jobSchema, newestOf, runsOf } from './airbyte-jobs.ts';
import { nextDueAt } from './cron.ts';
import {
  asId,
  asMessage,
  asName,
  asWord,
  BLANK_SOURCE,
  type Draft,
  draftOf,
  NOT_REPORTED,
  profileNames,
  refused,
  runsKept,
  SOME_SCHEDULE,
} from './draft.ts';
import { writtenInstant } from './instants.ts';
import { group, id, text } from './loose.ts';
import { type Gap, gapIn, type Page } from './pages.ts';
import { platformOf } from './platforms.ts';

const connectionSchema = z.object({
  connectionId: id,
  name: text,
  sourceId: text,
  workspaceId: text,
  status: text,
  statusReason: text,
  schedule: group({ scheduleType: text, basicTiming: text, cronExpression: text }),
});
const sourceSchema = z.object({ sourceId: z.string(), sourceType: z.string() });
const workspaceSchema = z.object({ workspaceId: z.string(), name: z.string() });

type Connection = z.infer<typeof connectionSchema>;

const PARTS = ['connections', 'jobs', 'sources', 'workspaces'] as const;
export type AirbytePart = (typeof PARTS)[number];

/** Which of Airbyte's lists an item belongs to, judged by its ids; null if none. */
export function airbytePartOf(item: unknown): AirbytePart | null {
  if (!isRecord(item)) return null;
  const names = (key: string) => z.safeParse(id, item[key]).success;
  if (names('jobId') || typeof item.jobId === 'number') return 'jobs';
  if (names('connectionId')) return 'connections';
  if (names('destinationId')) return null;
  if (names('sourceId')) return 'sources';
  return names('workspaceId') ? 'workspaces' : null;
}

/** The address of an empty page's neighbour says which list the page belongs to. */
export function airbytePartOfPage({ items, next, previous }: Page): AirbytePart | null {
  if (items.length > 0) return airbytePartOf(items[0]);
  return PARTS.find((part) => `${previous}${next}`.includes(`/${part}?`)) ?? null;
}

/**
 * A connection is a source, a workspace its Profile, a job of type sync or refresh a run.
 * @param pages in the order in which they were saved: if two hold the same item, the later one counts
 * @param takenAt when the answers were saved, which they don't say themselves
 */
export function readAirbyte(pages: readonly Page[], takenAt: Date): Draft {
  const items = Map.groupBy(
    pages.flatMap((page) => page.items),
    airbytePartOf,
  );
  const itemsOf = <Item>(part: AirbytePart, schema: z.ZodMiniType<Item>) =>
    (items.get(part) ?? []).flatMap((item) => z.safeParse(schema, item).data ?? []);
  const ofPart = Map.groupBy(pages, airbytePartOfPage);
  const connections = new Map(itemsOf('connections', connectionSchema).map((one) => [one.connectionId, one]));
  const types = new Map(itemsOf('sources', sourceSchema).map((one) => [one.sourceId, one.sourceType]));
  const workspaces = new Map(
    itemsOf('workspaces', workspaceSchema).map((one) => [one.workspaceId, one.name]),
  );
  const jobs = Map.groupBy(newestOf(itemsOf('jobs', jobSchema)), ({ connectionId }) => connectionId);

  if (connections.size === 0)
    return refused(pages, 'hold no connections: add the answer of GET /v1/connections');
  const missing = missingPages(ofPart);
  if (missing) return missing;

  const jobPages = ofPart.get('jobs') ?? [];
  const areAllOfAll = areOfAll(jobPages);
  const profiles = profileNames(
    Array.from(connections.values(), workspaceOf),
    workspaces,
    'Airbyte workspace',
  );
  const most = runsKept(connections.size);
  const sources = Array.from(connections.values(), (connection): Source => {
    const own = jobs.get(connection.connectionId) ?? [];
    const isWhole = own.length > 0 ? gapIn(jobPages) === null : areAllOfAll;
    return sourceOf(connection, {
      ...runsOf(own, { isWhole, most }),
      platform: platformOfType(types.get(connection.sourceId ?? '')),
      takenAt,
    });
  });
  return draftOf({
    madeFrom: `Airbyte’s ${spellParts([...ofPart.keys()])}`,
    notReported: [
      'mapping',
      'accounts',
      'sign-in',
      'your role',
      ...(areAllOfAll ? [] : [jobPages.length > 0 ? 'older jobs' : 'jobs']),
      ...(types.size > 0 ? [] : ['platforms']),
    ],
    takenAt: writtenInstant(takenAt.getTime()),
    takenFrom: 'file',
    profiles,
    sources,
  });
}

/** What the rest of the export says about a connection. */
interface Around {
  runs: SyncRun[];
  /** The newest completed sync, even if it is not among the runs that are kept. */
  lastCompleted: string | null;
  platform: string;
  takenAt: Date;
}

function sourceOf(connection: Connection, { runs, lastCompleted, platform, takenAt }: Around): Source {
  const isOn = connection.status === 'active';
  const reason = isOn ? null : connection.statusReason;
  const source: Source = {
    ...BLANK_SOURCE,
    id: asId(connection.connectionId),
    profile_id: workspaceOf(connection),
    name: asName(connection.name, 'Airbyte connection'),
    platform,
    // The API says no more than that the connection exists.
    connection: 'connected',
    enabled: isOn,
    disabled_by: isOn ? null : (STOPPED_BY.get(connection.status ?? '') ?? asWord(connection.status)),
    ...(reason !== null && { disabled_reason: asMessage(reason) }),
    technical: { ...BLANK_SOURCE.technical, last_successful_sync: lastCompleted },
    sync_history: runs,
  };
  return { ...source, schedule: scheduleOf(connection, () => assessSource(source, takenAt).lastSuccess) };
}

/** By a connection's status. `deprecated` means deleted. */
const STOPPED_BY: ReadonlyMap<string, string> = new Map([
  ['inactive', 'user'],
  ['deprecated', 'system'],
]);

function workspaceOf({ workspaceId }: Connection): string {
  return asId(workspaceId || 'airbyte');
}

function platformOfType(type: string | undefined): string {
  return type === undefined ? NOT_REPORTED : (platformOf(type) ?? asWord(type));
}

function scheduleOf({ schedule }: Connection, lastSuccess: () => string | null): Source['schedule'] {
  if (schedule?.scheduleType === 'manual') return null;
  if (schedule?.scheduleType === 'basic')
    return { ...SOME_SCHEDULE, every_minutes: minutesOf(schedule.basicTiming ?? '') };
  const last = schedule?.scheduleType === 'cron' ? lastSuccess() : null;
  if (schedule?.cronExpression && last !== null)
    return { ...SOME_SCHEDULE, next_due_at: nextDueAt(schedule.cronExpression, last) };
  return SOME_SCHEDULE;
}

const TIMING = /^every[ _](\d{1,6})[ _](minute|hour|day|week|month)s?$/i;
/** Airbyte counts a month as 30 days. */
const UNIT_MINUTES: Record<string, number> = { minute: 1, hour: 60, day: 1440, week: 10_080, month: 43_200 };

/** `Every 24 HOURS` */
function minutesOf(timing: string): number | null {
  const [, units = '', unit = ''] = TIMING.exec(timing) ?? [];
  return Number(units) * (UNIT_MINUTES[unit.toLowerCase()] ?? 0) || null;
}

/**
 * Whether a connection without a job never ran. Not certain if older jobs are missing, nor if each list was requested
 * for one connection: such a list says nothing about the others.
 */
function areOfAll(pages: readonly Page[] = []): boolean {
  const connectionsOn = ({ items }: Page) =>
    new Set(items.map((item) => isRecord(item) && item.connectionId));
  return gapIn(pages) === null && pages.some((page) => connectionsOn(page).size > 1);
}

const GAPS: Record<Gap, string> = {
  start: 'begin in the middle',
  middle: 'have a gap',
  end: 'stop in the middle',
};

/** The newest jobs are enough; of everything else every page is needed. Null if nothing is missing. */
function missingPages(ofPart: ReadonlyMap<AirbytePart | null, readonly Page[]>): Draft | null {
  for (const [part, pages] of ofPart) {
    const gap = gapIn(pages);
    if (part === null || gap === null || (part === 'jobs' && gap === 'end')) continue;
    return refused(
      pages,
      `${GAPS[gap]}: pages of the ${part} are missing. Save all pages and choose them together`,
    );
  }
  return null;
}

function spellParts(parts: readonly (AirbytePart | null)[]): string {
  return spellList(PARTS.filter((part) => part !== 'workspaces' && parts.includes(part)));
}
