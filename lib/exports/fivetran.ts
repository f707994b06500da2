/**
 * Fivetran's REST API: GET /v1/connections or /v1/groups/…/connections, or a single connection; plus /v1/groups for
 * their names. https://fivetran.com/docs/rest-api/api-reference/connections. These schemas don't name `config`,
 * `connect_card`, `setup_tests` or anything else that may hold secrets, so it is never read.
 */
import * as z from 'zod/mini';
import type { QualityEntry, Source, SyncRun } from '../schema/snapshot.ts';
import {
  asId,
  asMessage,
  asName,
  asWord,
  atMost,
  BLANK_RUN,
  BLANK_SOURCE,
  type Draft,
  draftOf,
  NOT_REPORTED,
  profileNames,
  RUNS_NOT_REPORTED,
  refused,
  SOME_SCHEDULE,
} from './draft.ts';
import { asInstant, writtenInstant } from './instants.ts';
import { flag, group, id, listOf, positive, text } from './loose.ts';
import type { Page } from './pages.ts';
import { platformOf } from './platforms.ts';

const noteSchema = z.object({ code: text, message: text });
const connectionSchema = z.object({
  id,
  service: z.string(),
  schema: text,
  group_id: text,
  paused: flag,
  /** Null means never; undefined means not reported. */
  succeeded_at: z.catch(z.optional(z.nullable(z.string())), undefined),
  failed_at: text,
  schedule_type: text,
  sync_frequency: positive,
  schedule: group({ schedule_type: text, interval: positive, days_of_week: listOf(z.string()) }),
  data_delay_sensitivity: text,
  data_delay_threshold: positive,
  status: group({
    setup_state: text,
    sync_state: text,
    update_state: text,
    is_historical_sync: flag,
    rescheduled_for: text,
    tasks: listOf(noteSchema),
    warnings: listOf(noteSchema),
  }),
});
const groupSchema = z.object({ id, name: z.string(), created_at: z.string() });

type Connection = z.infer<typeof connectionSchema>;
type Note = z.infer<typeof noteSchema>;

/** Whether an item is a Fivetran connection or group; null if neither. */
export function fivetranPartOf(item: unknown): 'connections' | 'groups' | null {
  if (z.safeParse(connectionSchema, item).success) return 'connections';
  return z.safeParse(groupSchema, item).success ? 'groups' : null;
}

/**
 * A connection is a source, its group the Profile.
 * @param pages in the order in which they were saved: if two hold the same item, the later one counts
 * @param takenAt when the answers were saved, which they don't say themselves
 */
export function readFivetran(pages: readonly Page[], takenAt: Date): Draft {
  const items = pages.flatMap((page) => page.items);
  const itemsOf = <Item>(schema: z.ZodMiniType<Item>) =>
    items.flatMap((item) => z.safeParse(schema, item).data ?? []);
  const connections = new Map(itemsOf(connectionSchema).map((one) => [one.id, one]));
  const groups = new Map(itemsOf(groupSchema).map((one) => [one.id, one.name]));

  if (connections.size === 0)
    return refused(pages, 'hold no connections: add the answer of GET /v1/connections');
  if (isCutOff(pages))
    return refused(pages, 'stop in the middle: pages are missing. Save all of them and choose them together');

  return draftOf({
    madeFrom: 'Fivetran’s connections',
    notReported: ['row counts', 'mapping', 'accounts', 'your role'],
    takenAt: writtenInstant(takenAt.getTime()),
    takenFrom: 'file',
    profiles: profileNames(Array.from(connections.values(), groupOf), groups, 'Fivetran group'),
    sources: Array.from(connections.values(), sourceOf),
  });
}

/** A list's last page has no cursor. Cursors don't say where a page is, so a gap in the middle goes unnoticed. */
function isCutOff(pages: readonly Page[]): boolean {
  const lists = Map.groupBy(pages, ({ items }) => fivetranPartOf(items[0]));
  return ['connections' as const, 'groups' as const].some((part) =>
    lists.get(part)?.every(({ next }) => next !== ''),
  );
}

function sourceOf(connection: Connection): Source {
  const isOff = connection.paused ?? connection.status?.sync_state === 'paused';
  return {
    ...BLANK_SOURCE,
    id: asId(connection.id),
    profile_id: groupOf(connection),
    name: asName(connection.schema, asName(connection.service, 'Fivetran connection')),
    platform: platformOf(connection.service) ?? asWord(connection.service),
    connection: stateOf(connection),
    enabled: !isOff,
    disabled_by: isOff ? 'user' : null,
    schedule: scheduleOf(connection),
    technical: {
      ...BLANK_SOURCE.technical,
      last_successful_sync: asInstant(connection.succeeded_at ?? null),
    },
    sync_history: runsOf(connection),
    data_quality: atMost('data_quality', notesOf(connection, isOff)),
  };
}

function groupOf({ group_id }: Connection): string {
  return asId(group_id || 'fivetran');
}

const STATES: ReadonlyMap<string, string> = new Map([
  ['connected', 'connected'],
  ['incomplete', 'needs_setup'],
  ['broken', 'disconnected'],
]);

/** Fivetran's task “Reconnect” asks for a new sign-in. Before set-up is complete it is just a part of that. */
const SIGN_IN_TASK = 'reconnect';

function stateOf({ status }: Connection): string {
  const { setup_state = null, tasks = [] } = status ?? {};
  if (setup_state !== 'incomplete' && tasks.some(({ code }) => code?.toLowerCase() === SIGN_IN_TASK))
    return 'expired';
  return STATES.get(setup_state ?? '') ?? asWord(setup_state);
}

const EVERY_DAY = 7;

function scheduleOf(connection: Connection): Source['schedule'] {
  const { schedule, schedule_type, sync_frequency, status } = connection;
  // A flexible schedule takes precedence over the frequency.
  const flexible = schedule?.schedule_type?.toUpperCase() ?? null;
  if (flexible === 'MANUAL' || (flexible === null && schedule_type === 'manual')) return null;
  const days = schedule?.days_of_week.length ?? 0;
  const isRegular = flexible === 'INTERVAL' && (days === 0 || days === EVERY_DAY);
  const interval = isRegular ? (schedule?.interval ?? null) : null;
  const every = flexible === null ? sync_frequency : interval;
  return {
    ...SOME_SCHEDULE,
    every_minutes: every,
    next_due_at: asInstant(status?.rescheduled_for ?? null),
    late_after_minutes: lateAfter(connection, every),
  };
}

/**
 * The team's own threshold. Fivetran doesn't say how long the levels LOW, NORMAL and HIGH are.
 * A threshold shorter than the schedule can only count from when a sync was due.
 */
function lateAfter(
  { data_delay_sensitivity, data_delay_threshold }: Connection,
  every: number | null,
): number | null {
  if (data_delay_sensitivity !== 'CUSTOM' || data_delay_threshold === null) return null;
  return data_delay_threshold > (every ?? 0) ? data_delay_threshold : data_delay_threshold + (every ?? 0);
}

/** The sync states that are not a run. */
const AT_REST: readonly (string | null)[] = ['scheduled', 'rescheduled', 'paused', null];

function runsOf({ succeeded_at, failed_at, status }: Connection): SyncRun[] {
  const { sync_state = NOT_REPORTED, is_historical_sync = null } = status ?? {};
  const finished = [
    { status: 'completed', finished_at: asInstant(succeeded_at ?? null) },
    { status: 'failed', finished_at: asInstant(failed_at) },
  ]
    .filter(({ finished_at }) => finished_at !== null)
    .sort((a, b) => ((a.finished_at ?? '') < (b.finished_at ?? '') ? 1 : -1));
  const current = AT_REST.includes(sync_state)
    ? []
    : [
        {
          status: sync_state === 'syncing' ? 'running' : asWord(sync_state),
          ...(is_historical_sync !== null && { kind: is_historical_sync ? 'history' : 'regular' }),
          finished_at: null,
        },
      ];
  const runs = [...current, ...finished].map((run) => ({ ...BLANK_RUN, ...run }));
  return succeeded_at === undefined ? [...runs, RUNS_NOT_REPORTED] : runs;
}

/** Fivetran's own notes: tasks say how to repair a connection, warnings don't disrupt its syncs. */
function notesOf({ status }: Connection, isOff: boolean): QualityEntry[] {
  const { tasks = [], warnings = [], setup_state = null, update_state = null } = status ?? {};
  const entry = (severity: string, { code, message }: Note) => ({
    severity,
    code: asWord(code),
    message: asMessage(message ?? ''),
  });
  const isDelayed = update_state === 'delayed' && !isOff;
  return [
    ...tasks.map((task) => entry(setup_state === 'broken' ? 'ERROR' : 'WARNING', task)),
    ...warnings.map((warning) => entry('WARNING', warning)),
    ...(isDelayed ? [{ severity: 'WARNING', code: 'update_delayed', message: DELAYED }] : []),
  ];
}

const DELAYED = 'Fivetran says that the data is delayed for longer than expected.';
