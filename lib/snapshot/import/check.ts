import * as z from 'zod/mini';
import {
  MISSING,
  MOST_PROBLEMS,
  NOT_VALID,
  type Problem,
  pathText,
  SECRET,
  unknownKey,
  wordsFor,
  wrongType,
} from './problems.ts';
import { looksLikeSecret } from './secrets.ts';

/**
 * Finds what in a value does not fit a schema, and every credential in it: at most the first 20 problems, in the schema's order.
 *
 * It goes over objects and lists by itself and hands zod the single values. zod alone would stop at the first problem or
 * gather millions of them (and overflow the stack), and takes several times as long over a whole snapshot.
 * What the schema does not know is not entered but for its credentials, so that no nesting is too deep.
 * The schema is made of strict objects, lists, null and single values; checks of an object or a list as a whole are not run.
 */
export function problemFinder(schema: z.core.$ZodType): ProblemFinder {
  const check = checkFor(schema);
  return (value, path = []) =>
    check(value).map(({ steps, message }) => ({ path: pathText([...path, ...steps]), message }));
}

type Step = string | number;

/** @param path where the value stands, if it is part of a larger one */
type ProblemFinder = (value: unknown, path?: readonly Step[]) => Problem[];

/** A problem, and the steps to it from the value that was checked. */
interface Found {
  steps: Step[];
  message: string;
}

/** A check tells what is wrong on its way back, so that nothing is noted of all that is right. */
type Check = (value: unknown) => readonly Found[];

const NOTHING: readonly Found[] = [];

function checkFor(schema: z.core.$ZodType): Check {
  if (schema instanceof z.ZodMiniObject) return checkObject(schema);
  if (schema instanceof z.ZodMiniArray) return checkList(checkFor(schema.def.element));
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
    return found;
  };
}

function checkList(checkItem: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return notKnown(value, wrongType('array', value));
    let found = NOTHING;
    for (let index = 0; index < value.length && found.length < MOST_PROBLEMS; index++)
      found = joined(found, checkItem(value[index]), index);
    return found;
  };
}

function checkSingle(schema: z.core.$ZodType): Check {
  const isPlain = plainValues(schema);
  // Most fields say the same from one run to the next.
  let lastGood: unknown;
  return (value) => {
    if (value === lastGood || isPlain(value)) return NOTHING;
    if (!z.validate(schema, value)) return notKnown(value, messageFor(schema, value));
    if (typeof value === 'string' && looksLikeSecret(value)) return [here(SECRET)];
    lastGood = value;
    return NOTHING;
  };
}

/** With nanoseconds and an offset. A longer one has room for more than a time in the fractions of its second. */
const LONGEST_INSTANT = 35;

/**
 * Counts and instants, which a large snapshot is made of, are told to be right by what their schema is made of, without
 * zod's books on each. What is not told right here is for zod to say. Neither can be a credential.
 */
function plainValues(schema: z.core.$ZodType): (value: unknown) => boolean {
  if (schema instanceof z.ZodMiniISODateTime) {
    const { pattern, checks = [] } = schema.def;
    if (pattern && checks.length === 0)
      return (value) => typeof value === 'string' && value.length <= LONGEST_INSTANT && pattern.test(value);
  }
  if (schema instanceof z.ZodMiniNumberFormat && schema.def.format === 'safeint') {
    const [least, ...others] = schema.def.checks ?? [];
    if (least instanceof z.core.$ZodCheckGreaterThan && others.length === 0) {
      const { value: minimum, inclusive } = least._zod.def;
      if (inclusive && typeof minimum === 'number')
        return (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum;
    }
  }
  return () => false;
}

function messageFor(schema: z.core.$ZodType, value: unknown): string {
  return z.safeParse(schema, value, { error: wordsFor }).error?.issues[0]?.message ?? NOT_VALID;
}

function notKnown(value: unknown, message: string): Found[] {
  return holdsSecret(value) ? [here(message), here(SECRET)] : [here(message)];
}

function here(message: string): Found {
  return { steps: [], message };
}

/** With what was found one step further in, without saying the same of the same place twice in a row. */
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

/** Without recursion: a text of 8 MiB can nest millions of lists. */
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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
