/**
 * What the panel shows of a source, as Markdown to paste into a ticket. Instants are exact and in universal time, so
 * that a report reads the same for everyone. It takes what was parsed, scoped and masked, and looks nothing up.
 */

import { platformName } from '../platforms.ts';
import type { Account, Source, SyncRun } from '../schema/snapshot.ts';
import { actionLabel } from '../status/actions.ts';
import { explainError, spellExplanation } from '../status/errors/explain.ts';
import type { Finding } from '../status/vocabulary.ts';
import { texts } from '../texts/panel.ts';
import { reportTexts } from '../texts/report.ts';
import { sourceTexts } from '../texts/source.ts';
import { asCode, asTable, asText } from './markdown.ts';
import type { Review } from './review.ts';
import { latencyOf, technicalFacts } from './technical.ts';

const t = sourceTexts;
const words = reportTexts;

const MOST_RUNS = 5;
const MOST_ACCOUNTS = 20;

export interface Occasion {
  /** The snapshot's instant. */
  generatedAt: string;
  /** The extension's. */
  version: string;
}

export function reportOfSource(review: Review, occasion: Occasion): string {
  return document([`# ${asText(review.source.name)}`, preamble(occasion), ...bodyOf(review, '##')]);
}

/**
 * @param reviews those that need action, in the order of the list
 * @param total of how many sources
 */
export function reportOfAll(reviews: readonly Review[], total: number, occasion: Occasion): string {
  return document([
    `# ${texts.list.needAction(reviews.length, total)}`,
    preamble(occasion),
    ...reviews.flatMap((review) => [`## ${asText(review.source.name)}`, ...bodyOf(review, '###')]),
  ]);
}

/** @param blocks where one is null there is nothing to say */
function document(blocks: readonly (string | null)[]): string {
  return `${blocks.filter((block) => block !== null).join('\n\n')}\n`;
}

function preamble({ generatedAt, version }: Occasion): string {
  return `${texts.mockStrip}. ${words.occasion(inUtc(generatedAt), asText(version))}`;
}

function bodyOf({ source, profile, assessment, actions }: Review, level: string): (string | null)[] {
  const section = (title: string, content: string | null) => content && `${level} ${title}\n\n${content}`;
  const suggested = actions.filter((action) => action.suggested);
  const facts = technicalFacts(source, assessment, inUtc);
  return [
    verdictOf({ source, profile, assessment }),
    section(
      words.findings,
      list(assessment.findings.map(findingLine), (position) => `${position}.`),
    ),
    section(
      words.suppressed,
      list(assessment.suppressed.map(({ code, because }) => `${asCode(code)}: ${words.because(because)}`)),
    ),
    section(words.suggested, list(suggested.map(({ label, description }) => `**${label}:** ${description}`))),
    section(
      t.technicalTitle,
      list(
        facts.map(({ term, value, isCode, needsAttention }) => {
          const shown = isCode ? asCode(value) : asText(value);
          return `${term}: ${shown}${needsAttention ? ` (${t.needsAttention})` : ''}`;
        }),
      ),
    ),
    section(
      words.runs(Math.min(source.sync_history.length, MOST_RUNS), source.sync_history.length),
      runsOf(source),
    ),
    section(t.accountsTitle, accountsOf(source.accounts ?? [])),
  ];
}

function verdictOf({
  source,
  profile,
  assessment,
}: Pick<Review, 'source' | 'profile' | 'assessment'>): string | null {
  const { health, headline, numbers, activity, lastSuccess } = assessment;
  const cause = headline === null ? t.fine : `${asText(headline.message)} (${asCode(headline.code)})`;
  const latency = latencyOf(source, assessment);
  const connection = t.connection.get(source.connection) ?? source.connection;
  const lines = [
    [t.healthTitle, `${texts.health[health]}. ${cause}`],
    [t.dashboards, latency === null ? t.numbers[numbers] : `${t.numbers[numbers]} ${t.latency(latency)}`],
    [t.lastSuccess, lastSuccess === null ? t.notKnown : inUtc(lastSuccess)],
    [words.profile, asText(profile?.name ?? source.profile_id)],
    [words.platform, asText(platformName(source.platform))],
    [words.connection, asText(source.enabled ? connection : `${connection} (${texts.disabled})`)],
    ...(activity === 'idle' ? [] : [[words.activity, texts.activity[activity]]]),
  ];
  return list(lines.map(([term, value]) => `**${term}:** ${value}`));
}

function findingLine({ code, severity, message, remedy }: Finding): string {
  const helps = remedy === null ? '' : ` (${t.whatHelps}: ${actionLabel(remedy)})`;
  return `${severity} ${asCode(code)} — ${asText(message)}${helps}`;
}

function runsOf({ platform, sync_history }: Source): string {
  if (sync_history.length === 0) return t.historyNone;
  const { status, fetched, processed, failed, apiVersion, error } = t.historyColumns;
  const columns = [status, words.started, words.finished, fetched, processed, failed, apiVersion, error];
  return asTable(
    columns,
    sync_history
      .slice(0, MOST_RUNS)
      .map((run, index) => [
        asText(run.status),
        instantOr(run.started_at),
        instantOr(run.finished_at),
        ...[run.fetched, run.processed, run.failed].map((count) => (count === null ? t.none : String(count))),
        run.api_version === null ? t.none : asCode(run.api_version),
        errorOf(run, sync_history[index - 1], platform),
      ]),
  );
}

/** @param newer the run in the row above, whose error is not repeated */
function errorOf({ error }: SyncRun, newer: SyncRun | undefined, platform: string): string {
  if (error === null) return t.none;
  const code = asCode(error.code ?? t.none);
  if (newer?.error?.code === error.code && newer.error.message === error.message) {
    return `${code} — ${words.sameError}`;
  }
  const message = !error.message ? '' : ` “${asText(error.message)}”`;
  return `${code}${spellExplanation(explainError(platform, error))}${message}`;
}

function accountsOf(accounts: readonly Account[]): string {
  if (accounts.length === 0) return t.accountsNone;
  const { account, maskedRef, selected } = t.accountsColumns;
  const table = asTable(
    [account, maskedRef, selected, words.mapping],
    accounts
      .slice(0, MOST_ACCOUNTS)
      .map((row) => [
        asText(row.name),
        asCode(row.masked_ref),
        row.selected ? t.yes : t.no,
        asText(row.mapping_status),
      ]),
  );
  const rest = accounts.length - MOST_ACCOUNTS;
  return rest > 0 ? `${table}\n\n${words.moreAccounts(rest)}` : table;
}

/** Null without an item, so that no empty section stands. */
function list(items: readonly string[], bullet = (_position: number) => '-'): string | null {
  return items.length === 0 ? null : items.map((item, index) => `${bullet(index + 1)} ${item}`).join('\n');
}

function instantOr(instant: string | null): string {
  return instant === null ? t.none : inUtc(instant);
}

/** `2026-11-20T08:00:00Z`, whatever the offset it was written with. */
function inUtc(instant: string): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}
