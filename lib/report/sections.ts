/** What the panel shows about a source, section by section. Instants are in UTC, the same for everyone. */
import { platformName } from '../platforms.ts';
import type { Source, Stream, SyncError, SyncRun } from '../schema/snapshot.ts';
import { type ActionPreview, actionLabel } from '../status/actions.ts';
import { explainError, spellExplanation } from '../status/errors/explain.ts';
import type { Finding } from '../status/vocabulary.ts';
import { copyTexts } from '../texts/copy.ts';
import { texts } from '../texts/panel.ts';
import { reportTexts } from '../texts/report.ts';
import { sourceTexts } from '../texts/source.ts';
import { type Block, code, heading, type Line, list, paragraph, strong, table } from './document.ts';
import type { Review } from './review.ts';
import { finalityOf, latencyOf, technicalFacts } from './technical.ts';

const t = sourceTexts;
const words = reportTexts;

const MOST_FINDINGS = 20;
const MOST_RUNS = 5;
const MOST_STREAMS = 20;
const MOST_ACCOUNTS = 20;
const LONGEST_MESSAGE = 500;

/** @param level of the sections' headings */
export function sectionsOf(review: Review, level: number): Block[] {
  const { source, assessment, actions } = review;
  const runs = source.sync_history.length;
  const suggested = actions.filter((action) => action.suggested);
  const section = (title: string, content: Block[]) =>
    content.length === 0 ? [] : [heading(level, title), ...content];
  return [
    verdictOf(review),
    ...section(words.findings, findingsOf(assessment.findings, actions)),
    ...section(
      words.suppressed,
      listed(assessment.suppressed.map((one): Line => [code(one.code), `: ${words.because(one.because)}`])),
    ),
    ...section(
      words.suggested,
      listed(suggested.map(({ label, description }): Line => [strong(`${label}:`), ` ${description}`])),
    ),
    ...section(t.technicalTitle, [factsOf(review)]),
    ...section(words.runs(Math.min(runs, MOST_RUNS), runs), [runsOf(source)]),
    ...section(words.streams, streamsOf(source)),
    ...section(t.accountsTitle, accountsOf(source.accounts)),
  ];
}

function verdictOf({ source, profile, assessment }: Review): Block {
  const { health, headline, numbers, activity, lastSuccess, notReported } = assessment;
  const latency = latencyOf(source, assessment);
  const finality = finalityOf(source, assessment);
  const connection = t.connection.get(source.connection) ?? source.connection;
  const lines: [term: string, ...Line][] = [
    headline === null
      ? [t.healthTitle, `${texts.health[health]}. ${t.fine}`]
      : [
          t.healthTitle,
          `${texts.health[health]}. `,
          clipped(headline.message),
          ' (',
          code(headline.code),
          ')',
        ],
    [t.dashboards, latency === null ? t.numbers[numbers] : `${t.numbers[numbers]} ${t.latency(latency)}`],
    [t.lastSuccess, lastSuccess === null ? t.notKnown : inUtc(lastSuccess)],
    ...(finality === null ? [] : [[words.finality, finality] as [string, string]]),
    [words.profile, profile?.name ?? copyTexts.unknownProfile],
    [words.platform, platformName(source.platform)],
    [words.connection, source.enabled ? connection : `${connection} (${texts.disabled})`],
  ];
  if (source.disabled_reason) lines.push([words.stopReason, clipped(source.disabled_reason)]);
  if (notReported.length > 0) lines.push([words.notReported, notReported.join(', ')]);
  if (activity !== 'idle') lines.push([words.activity, texts.activity[activity]]);
  return list(lines.map(([term, ...line]): Line => [strong(`${term}:`), ' ', ...line]));
}

function findingsOf(findings: readonly Finding[], actions: readonly ActionPreview[]): Block[] {
  if (findings.length === 0) return [];
  const lines = findings
    .slice(0, MOST_FINDINGS)
    .map(({ code: name, severity, message, remedy, nextStep }): Line => {
      const reason = actions.find(({ id }) => id === remedy)?.readiness.reason ?? null;
      const notNow = reason === null ? '' : ` — ${t.helpsLater(reason)}`;
      const helps = remedy === null ? '' : ` (${t.whatHelps}: ${actionLabel(remedy)}${notNow})`;
      return [
        `${severity} `,
        code(name),
        ' — ',
        clipped(message),
        nextStep === null ? helps : ` ${nextStep}`,
      ];
    });
  return [list(lines, true), ...rest(findings.length - MOST_FINDINGS, words.moreFindings)];
}

function factsOf({ source, assessment }: Review): Block {
  return list(
    technicalFacts(source, assessment, inUtc).map(({ term, value, isCode, needsAttention }): Line => {
      const note = needsAttention ? ` (${t.needsAttention})` : '';
      return [`${term}: `, isCode ? code(value) : value, note];
    }),
  );
}

function runsOf({ platform, sync_history }: Source): Block {
  if (sync_history.length === 0) return paragraph(t.historyNone);
  const { status, fetched, processed, failed, apiVersion, error } = t.historyColumns;
  const columns = [status, words.started, words.finished, fetched, processed, failed, apiVersion, error];
  return table(
    columns,
    sync_history
      .slice(0, MOST_RUNS)
      .map((run, index): Line[] => [
        [run.status],
        [instantOr(run.started_at)],
        [instantOr(run.finished_at)],
        ...[run.fetched, run.processed, run.failed].map(
          (count): Line => [count === null ? t.none : String(count)],
        ),
        [run.api_version === null ? t.none : code(run.api_version)],
        isRepeated(run, sync_history[index - 1])
          ? [codeOf(run.error), ` — ${words.sameError}`]
          : errorOf(run.error, platform),
      ]),
  );
}

/** @param newer the run in the row above, whose error is not repeated */
function isRepeated({ error }: SyncRun, newer: SyncRun | undefined): boolean {
  return error !== null && newer?.error?.code === error.code && newer.error.message === error.message;
}

function errorOf(error: SyncError | null, platform: string): Line {
  if (error === null) return [t.none];
  const message = error.message ? ['“', clipped(error.message), '”'] : [];
  if (error.code === null) return [`${words.noErrorCode}. `, ...message];
  return [code(error.code), `${spellExplanation(explainError(platform, error))} `, ...message];
}

function codeOf(error: SyncError | null) {
  return error?.code ? code(error.code) : words.noErrorCode;
}

function streamsOf({ streams = [], platform }: Source): Block[] {
  if (streams.length === 0) return [];
  const line = ({ name, last_successful_sync, error }: Stream): Line[] => [
    [name],
    [instantOr(last_successful_sync)],
    errorOf(error, platform),
  ];
  return [
    table([words.stream, t.lastSuccess, t.historyColumns.error], streams.slice(0, MOST_STREAMS).map(line)),
    ...rest(streams.length - MOST_STREAMS, words.moreStreams),
  ];
}

function accountsOf(accounts: Source['accounts']): Block[] {
  if (accounts === null) return [paragraph(words.accountsNotReported)];
  if (accounts.length === 0) return [paragraph(t.accountsNone)];
  const { account, maskedRef, selected } = t.accountsColumns;
  const lines = accounts
    .slice(0, MOST_ACCOUNTS)
    .map((one): Line[] => [
      [one.name],
      [code(one.masked_ref)],
      [one.selected ? t.yes : t.no],
      [one.mapping_status],
    ]);
  return [
    table([account, maskedRef, selected, words.mapping], lines),
    ...rest(accounts.length - MOST_ACCOUNTS, words.moreAccounts),
  ];
}

/** An empty block is left out, so that no section is empty. */
function listed(items: readonly Line[]): Block[] {
  return items.length === 0 ? [] : [list(items)];
}

function rest(count: number, sentence: (count: number) => string): Block[] {
  return count > 0 ? [paragraph(sentence(count))] : [];
}

/** At most 500 characters of a message. */
export function clipped(message: string): string {
  const characters = [...message];
  return characters.length > LONGEST_MESSAGE ? `${characters.slice(0, LONGEST_MESSAGE).join('')}…` : message;
}

function instantOr(instant: string | null): string {
  return instant === null ? t.none : inUtc(instant);
}

/** `2026-11-20T08:00:00Z`, whatever offset it was written with. */
export function inUtc(instant: string): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}
