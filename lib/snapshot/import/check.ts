import * as z from 'zod/mini';
import { isRecord } from '../../schema/guards.ts';
import {
  MISSING,
  MOST_PROBLEMS,
  NOT_VALID,
  type Problem,
  pathText,
  SECRET,
  tooMany,
  unknownKey,
  wordsFor,
  wrongType,
} from './problems.ts';
import { looksLikeSecret } from './secrets.ts';

/**
 * Explains why a value doesn't match a schema, and names every credential in it: at most the first 20 problems, in the
 * schema's order. Only for values that are refused: whether a value is valid, zod itself decides.
 *
 * It walks objects and lists itself and leaves only single values to zod, which would either stop at the first problem
 * or collect millions of them and overflow the stack. Values under unknown keys are only searched for credentials, so
 * no nesting is too deep.
 */
export function problemFinder(schema: z.core.$ZodType): ProblemFinder {
  const check = checkFor(schema);
  return (value, path = []) =>
    check(value).map(({ steps, message }) => ({ path: pathText([...path, ...steps]), message }));
}

type Step = string | number;

/** @param path of the value, if it is part of a larger one */
type ProblemFinder = (value: unknown, path?: readonly Step[]) => Problem[];

/** A problem, and the path to it from the checked value. */
interface Found {
  steps: Step[];
  message: string;
}

type Check = (value: unknown) => readonly Found[];

const NOTHING: readonly Found[] = [];

function checkFor(schema: z.core.$ZodType): Check {
  if (schema instanceof z.ZodMiniObject) return checkObject(schema);
  if (schema instanceof z.ZodMiniArray) return checkList(schema);
  if (schema instanceof z.ZodMiniOptional) return checkFor(schema.def.innerType);
  if (schema instanceof z.ZodMiniNullable) {
    const check = checkFor(schema.def.innerType);
    return (value) => (value === null ? NOTHING : check(value));
  }
  return checkSingle(schema);
}

function checkObject(schema: z.ZodMiniObject): Check {
  const fields = Object.entries(schema.shape).map(([key, field]) => ({
    key,
    check: checkFor(field),
    optional: field instanceof z.ZodMiniOptional,
  }));
  const known = new Set(Object.keys(schema.shape));
  return (value) => {
    if (!isRecord(value)) return notKnown(value, wrongType('object', value));
    let found = NOTHING;
    for (const { key, check, optional } of fields) {
      const held = value[key];
      if (held !== undefined) found = joined(found, check(held), key);
      else if (!optional) found = joined(found, [here(MISSING)], key);
    }
    for (const key in value) {
      if (!known.has(key)) found = joined(found, notKnown([key, value[key]], unknownKey(key)));
      if (found.length >= MOST_PROBLEMS) break;
    }
    // Checks across fields come after each single field.
    return found.length === 0 && schema.def.checks ? checkSingle(schema)(value) : found;
  };
}

function checkList(schema: z.ZodMiniArray): Check {
  const checkItem = checkFor(schema.def.element);
  const most = mostItems(schema);
  return (value) => {
    if (!Array.isArray(value)) return notKnown(value, wrongType('array', value));
    if (value.length > most) return [here(tooMany(most))];
    let found = NOTHING;
    for (let index = 0; index < value.length && found.length < MOST_PROBLEMS; index++)
      found = joined(found, checkItem(value[index]), index);
    return found;
  };
}

function mostItems({ def }: z.ZodMiniArray): number {
  const limit = def.checks?.find((check) => check instanceof z.core.$ZodCheckMaxLength);
  return limit?._zod.def.maximum ?? Number.POSITIVE_INFINITY;
}

function checkSingle(schema: z.core.$ZodType): Check {
  return (value) => {
    const { error } = z.safeParse(schema, value, { error: wordsFor });
    if (error) return notKnown(value, error.issues[0]?.message ?? NOT_VALID);
    return typeof value === 'string' && looksLikeSecret(value) ? [here(SECRET)] : NOTHING;
  };
}

function notKnown(value: unknown, message: string): Found[] {
  return holdsSecret(value) ? [here(message), here(SECRET)] : [here(message)];
}

function here(message: string): Found {
  return { steps: [], message };
}

/** Adds what was found one level deeper. A message is not repeated for the same path. */
function joined(found: readonly Found[], further: readonly Found[], step?: Step): readonly Found[] {
  if (further.length === 0) return found;
  const all = [...found];
  for (const { steps, message } of further) {
    const last = all.at(-1);
    const next = { steps: step === undefined ? steps : [step, ...steps], message };
    if (last?.message !== message || last.steps.join() !== next.steps.join()) all.push(next);
  }
  return all.slice(0, MOST_PROBLEMS);
}

/** Whether any text in it, including keys, looks like a credential. Not recursive: 8 MiB can nest millions of lists. */
function holdsSecret(value: unknown): boolean {
  const rest = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next === 'string' && looksLikeSecret(next)) return true;
    if (Array.isArray(next)) for (const item of next) rest.push(item);
    else if (isRecord(next)) for (const key in next) rest.push(key, next[key]);
  }
  return false;
}
