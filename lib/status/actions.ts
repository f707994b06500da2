import type { Source } from '../schema/snapshot.ts';
import type { ErrorKind } from './error-kinds.ts';
import { kindOfFailure } from './facts.ts';
import { readRuns } from './runs.ts';
import { ACTION_IDS, type ActionId, type Assessment } from './vocabulary.ts';

export type Role = 'editor' | 'viewer';

export interface ActionPreview {
  id: ActionId;
  label: string;
  description: string;
  /** Whether the role permits the action. */
  decision: 'allowed' | 'denied';
  /** Whether it would help now; if not, why, and which action comes first. */
  readiness: Readiness;
  /** Allowed, ready, and either a finding's remedy or what unblocks one. */
  suggested: boolean;
  /** A whole sentence with the source's name. */
  preview: string;
}

export interface Readiness {
  ready: boolean;
  reason: string | null;
  unblockedBy: ActionId | null;
}

interface Action {
  label: string;
  description: string;
  /** Every role may look. */
  onlyLooks?: true;
  readiness: (source: Source, assessment: Assessment) => Readiness;
}

const READY: Readiness = { ready: true, reason: null, unblockedBy: null };

const ACTIONS: Record<ActionId, Action> = {
  reconnect: {
    label: 'Reconnect',
    description: 'Re-run authorization to restore the connection.',
    readiness: () => READY,
  },
  disable_source: {
    label: 'Disable source',
    description: 'Disable the source (data frozen, no hard delete in V1).',
    readiness: (source) => (source.enabled ? READY : notReady('The source is already disabled.')),
  },
  manual_sync: {
    label: 'Manual sync',
    description: 'Trigger a one-off sync (preview only — no real job).',
    readiness: readinessToSync,
  },
  retry_failed_sync: {
    label: 'Retry failed sync',
    description: 'Retry the last failed/partial sync (preview only).',
    readiness: (source, assessment) =>
      found(assessment, ...FAILED_SYNC)
        ? readinessToSync(source, assessment)
        : notReady('There is no finding of a failed or partial sync.'),
  },
  refresh_metadata: {
    label: 'Refresh metadata',
    description: 'Refresh source metadata/structure (preview only).',
    readiness: (source, assessment) => (authorized(source, assessment) ? READY : NOT_AUTHORIZED),
  },
  field_mapping_check: {
    label: 'Field mapping check',
    description: 'Review/validate field mapping (lifts unconfirmed).',
    readiness: ({ technical, accounts }) => {
      const isConfirmed =
        technical.mapping_status === 'confirmed' &&
        !accounts?.some(({ selected, mapping_status }) => selected && mapping_status !== 'confirmed');
      return isConfirmed && technical.field_mapping_check_required !== true
        ? notReady('The mapping is confirmed and no check is needed.')
        : READY;
    },
  },
  acknowledge_schema_change: {
    label: 'Acknowledge schema change',
    description: 'Acknowledge a schema_changed warning.',
    readiness: ({ technical }) =>
      technical.schema_changed === true ? READY : notReady('No schema change is reported.'),
  },
  open_sync_history: {
    label: 'Open sync history',
    description: 'View the sync history for this source.',
    onlyLooks: true,
    readiness: () => READY,
  },
  open_data_quality: {
    label: 'Open data quality',
    description: "Open the data quality view for this source's scope.",
    onlyLooks: true,
    readiness: () => READY,
  },
};

/**
 * What each action would do, whether the role permits it and whether it makes sense now. Always all nine, in the same
 * order. Nothing is executed.
 * @param assessment of the same source, by `assessSource`
 */
export function previewActions(source: Source, role: Role, assessment: Assessment): ActionPreview[] {
  const actions = ACTION_IDS.map((id) => ({
    ...ACTIONS[id],
    id,
    readiness: ACTIONS[id].readiness(source, assessment),
  }));
  const remedies = new Set(assessment.findings.map((finding) => finding.remedy));
  const unblocking = new Set(
    actions.filter(({ id }) => remedies.has(id)).map(({ readiness }) => readiness.unblockedBy),
  );
  return actions.map(({ id, label, description, onlyLooks, readiness }) => {
    const allowed = role === 'editor' || onlyLooks === true;
    return {
      id,
      label,
      description,
      decision: allowed ? 'allowed' : 'denied',
      readiness,
      suggested: allowed && readiness.ready && (remedies.has(id) || unblocking.has(id)),
      preview: `Preview: "${label}" on "${source.name}" — ${description} (no execution).`,
    };
  });
}

/** An action's name in the panel. */
export function actionLabel(id: ActionId): string {
  return ACTIONS[id].label;
}

const NOT_AUTHORIZED = notReady('The source is not authorized.', 'reconnect');

/** The findings that a retry may resolve. */
const FAILED_SYNC = ['sync_refused', 'sync_failing', 'sync_failed', 'no_rows_arrived', 'sync_partial'];

/** The first thing that prevents a sync. */
function readinessToSync(source: Source, assessment: Assessment): Readiness {
  if (!source.enabled) return notReady('The source is disabled.');
  if (!authorized(source, assessment)) return NOT_AUTHORIZED;
  if (found(assessment, 'api_version_expired')) return notReady('The API version has ended.');
  if (found(assessment, 'schema_change_breaking')) {
    return notReady('A breaking schema change is not acknowledged.', 'acknowledge_schema_change');
  }
  if (source.accounts?.length === 0) return notReady('There is no account to sync.', 'refresh_metadata');
  if (source.accounts?.every((account) => !account.selected)) return notReady('No account is selected.');
  if (found(assessment, 'accounts_unreadable')) {
    return notReady('No selected account can be read.', 'refresh_metadata');
  }
  if (found(assessment, 'rate_limited')) return notReady('The platform limits requests for now.');
  const failure = kindOfFailure(source, readRuns(source));
  const refusal = failure === null ? undefined : AFTER_FAILURE[failure];
  if (refusal) return refusal;
  if (assessment.activity === 'queued') return notReady('A sync is already queued.');
  if (assessment.activity === 'running') return notReady('A sync is already running.');
  return READY;
}

/** Why another sync would fail again, by the kind of the last run's error. */
const AFTER_FAILURE: Partial<Record<ErrorKind, Readiness>> = {
  rate_limit: notReady('The last sync ran into the platform’s limit.'),
  authorization: notReady('The platform no longer accepts the sign-in.', 'reconnect'),
  permission: notReady('The signed-in user may not read this.', 'reconnect'),
  account: notReady('The platform does not serve the account.'),
  app: notReady('The platform refuses the connector’s app.'),
  version: notReady('The platform no longer serves this API version.'),
};

function authorized(source: Source, assessment: Assessment): boolean {
  return source.connection === 'connected' && !found(assessment, 'token_expired');
}

function found(assessment: Assessment, ...codes: string[]): boolean {
  return assessment.findings.some((finding) => codes.includes(finding.code));
}

function notReady(reason: string, unblockedBy: ActionId | null = null): Readiness {
  return { ready: false, reason, unblockedBy };
}
