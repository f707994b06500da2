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
 * gather millions of them (and overflow the stack), and takes twice the time over a whole snapshot.
 * What the schema does not know is not entered but for its credentials, so that no nesting is too deep.
 * The schema is made of strict objects, lists, null and single values; checks of an object or a list as a whole are not run.
 */
export function problemFinder(schema: z.core.$ZodType): ProblemFinder {
  const check = checkFor(schema);
  return (value, path = []) => {
    const findings = new Findings(path);
    check(value, findings);
    return findings.problems;
  };
}

type Path = readonly (string | number)[];

/** @param path where the value stands, if it is part of a larger one */
type ProblemFinder = (value: unknown, path?: Path) => Problem[];

class Findings {
  readonly problems: Problem[] = [];
  readonly path: (string | number)[];

  constructor(path: Path) {
    this.path = [...path];
  }

  get full(): boolean {
    return this.problems.length >= MOST_PROBLEMS;
  }

  add(message: string): void {
    if (this.full) return;
    const path = pathText(this.path);
    const last = this.problems.at(-1);
    if (last?.path !== path || last.message !== message) this.problems.push({ path, message });
  }
}

type Check = (value: unknown, findings: Findings) => void;

function checkFor(schema: z.core.$ZodType): Check {
  if (schema instanceof z.ZodMiniObject) return checkObject(schema);
  if (schema instanceof z.ZodMiniArray) return checkList(checkFor(schema.def.element));
  if (schema instanceof z.ZodMiniOptional) return checkFor(schema.def.innerType);
  if (schema instanceof z.ZodMiniNullable) {
    const check = checkFor(schema.def.innerType);
    return (value, findings) => {
      if (value !== null) check(value, findings);
    };
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
  return (value, findings) => {
    if (!isRecord(value)) return checkUnknown(value, wrongType('object', value), findings);
    for (const { key, check, optional } of fields) {
      if (findings.full) return;
      findings.path.push(key);
      const held = value[key];
      if (held !== undefined) check(held, findings);
      else if (!optional) findings.add(MISSING);
      findings.path.pop();
    }
    for (const key in value) {
      if (findings.full) return;
      if (!known.has(key)) checkUnknown([key, value[key]], unknownKey(key), findings);
    }
  };
}

function checkList(checkItem: Check): Check {
  return (value, findings) => {
    if (!Array.isArray(value)) return checkUnknown(value, wrongType('array', value), findings);
    for (let index = 0; index < value.length && !findings.full; index++) {
      findings.path.push(index);
      checkItem(value[index], findings);
      findings.path.pop();
    }
  };
}

function checkSingle(schema: z.core.$ZodType): Check {
  // Most fields say the same from one run to the next.
  let lastGood: unknown;
  return (value, findings) => {
    if (value === lastGood) return;
    if (!z.validate(schema, value)) return checkUnknown(value, messageFor(schema, value), findings);
    if (typeof value === 'string' && looksLikeSecret(value)) return findings.add(SECRET);
    lastGood = value;
  };
}

function messageFor(schema: z.core.$ZodType, value: unknown): string {
  return z.safeParse(schema, value, { error: wordsFor }).error?.issues[0]?.message ?? NOT_VALID;
}

function checkUnknown(value: unknown, message: string, findings: Findings): void {
  findings.add(message);
  if (holdsSecret(value)) findings.add(SECRET);
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
