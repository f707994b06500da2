/** The words of a verdict. */

/** What a finding does to a source's health, worst first. */
export const EFFECTS = ['error', 'unknown', 'warning', 'pending', 'info'] as const;
export type Effect = (typeof EFFECTS)[number];

/** Worst first, as the list sorts and the badge colours. */
export const HEALTHS = ['error', 'unknown', 'warning', 'pending', 'healthy'] as const;
export type Health = (typeof HEALTHS)[number];

export type Severity = 'ERROR' | 'WARNING' | 'INFO';

/** In the order in which the panel offers them. */
export const ACTION_IDS = [
  'reconnect',
  'disable_source',
  'manual_sync',
  'retry_failed_sync',
  'refresh_metadata',
  'field_mapping_check',
  'acknowledge_schema_change',
  'open_sync_history',
  'open_data_quality',
] as const;
export type ActionId = (typeof ACTION_IDS)[number];

export const ACTIVITIES = ['idle', 'queued', 'running'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** What the dashboards show of a source; the first that applies. */
export const NUMBERS = [
  'hidden',
  'frozen',
  'unknown',
  'missing',
  'late',
  'partial',
  'as_of_last_sync',
  'current',
] as const;
export type Numbers = (typeof NUMBERS)[number];

/** `off`: disabled by a user, or it is not reported by whom. `stopped`: disabled by anything else. */
export const LIFECYCLES = ['enabled', 'off', 'stopped'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

export interface Finding {
  code: string;
  severity: Severity;
  effect: Effect;
  /** One plain sentence that includes the fact. */
  message: string;
  remedy: ActionId | null;
  /** What to do if none of the nine actions helps, in one sentence. */
  nextStep: string | null;
}

export interface Assessment {
  health: Health;
  /** The first finding in rule order: the most likely cause. */
  headline: Finding | null;
  /** All findings that count, in rule order. */
  findings: Finding[];
  /** Findings that don't count, and why. */
  suppressed: { code: string; because: string }[];
  /** Independent of the health, which it never changes. */
  activity: Activity;
  numbers: Numbers;
  lifecycle: Lifecycle;
  /** The latest instant at which data arrived, as the snapshot writes it; null if not known. */
  lastSuccess: string | null;
  /** Facts missing from the snapshot that rules would need. */
  notReported: string[];
}

/** What a snapshot can announce. `renewal_ends`: from then on the sign-in can no longer be renewed. */
export const UPCOMING = ['limit_lifts', 'sync_due', 'sign_in_ends', 'renewal_ends', 'version_ends'] as const;
export type Upcoming = (typeof UPCOMING)[number];
