/** Helpers of the rules' tests: a source with one thing changed, and parts of its verdict. */
import { AS_OF, aSource } from '../../../fixtures/builders.ts';
import { previewActions, type Role } from '../../../lib/status/actions.ts';
import { assessSource } from '../../../lib/status/assess.ts';
import type { ActionId, Assessment, Finding } from '../../../lib/status/vocabulary.ts';

export type Changes = NonNullable<Parameters<typeof aSource>[0]>;

const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant this many milliseconds before the snapshot. */
export function ago(length: number): string {
  return new Date(Date.parse(AS_OF) - length).toISOString();
}

/** The instant this many milliseconds after the snapshot. */
export function ahead(length: number): string {
  return ago(-length);
}

export function assess(changes: Changes = {}): Assessment {
  return assessSource(aSource(changes), new Date(AS_OF));
}

export function findingOf(code: string, changes: Changes): Finding | undefined {
  return assess(changes).findings.find((finding) => finding.code === code);
}

export function codesOf(changes: Changes): string[] {
  return assess(changes).findings.map((finding) => finding.code);
}

export function actionOn(id: ActionId, changes: Changes = {}, role: Role = 'editor') {
  return actionsOn(changes, role)[id];
}

export function actionsOn(changes: Changes = {}, role: Role = 'editor') {
  const previews = previewActions(aSource(changes), role, assess(changes));
  return Object.fromEntries(previews.map((preview) => [preview.id, preview])) as Record<
    ActionId,
    (typeof previews)[number]
  >;
}

export function suggestedOn(changes: Changes, role: Role = 'editor'): ActionId[] {
  const previews = previewActions(aSource(changes), role, assess(changes));
  return previews.filter((preview) => preview.suggested).map((preview) => preview.id);
}
