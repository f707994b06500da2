import * as z from 'zod/mini';
import { isRecord } from '../../schema/guards.ts';
import { runSchema } from '../../schema/snapshot.ts';
import { isPlainRun } from './plain-run.ts';
import { mapSame } from './same.ts';
import { looksLikeSecret } from './secrets.ts';

/**
 * Parses values exactly as a schema does. Returns undefined if a value doesn't fit, or if a text in it looks like a credential.
 *
 * zod copies every object and allocates two more per value, which took three quarters of an import. This runs only zod's
 * checks, and copies an object only if something in it changes.
 */
export function readerFor<Schema extends z.ZodMiniType>(
  schema: Schema,
): (value: unknown) => z.output<Schema> | undefined {
  const read = readFor(schema);
  const fits = (made: unknown): made is z.output<Schema> => made !== UNFIT;
  return (value) => {
    const made = read(value);
    return fits(made) ? made : undefined;
  };
}

const UNFIT = Symbol('unfit');

/** The schema's output for a value: the value itself if nothing changes, or `UNFIT`. */
type Read = (value: unknown) => unknown;

function readFor(schema: z.core.$ZodType): Read {
  if (schema !== runSchema) return readAny(schema);
  const read = readAny(schema);
  return (value) => (isPlainRun(value) ? value : read(value));
}

function readAny(schema: z.core.$ZodType): Read {
  if (schema instanceof z.ZodMiniObject) return readObject(schema);
  if (schema instanceof z.ZodMiniArray) return readList(schema);
  if (schema instanceof z.ZodMiniString) return readText(schema);
  if (schema instanceof z.ZodMiniNumberFormat) return readNumber(schema);
  if (schema instanceof z.ZodMiniOptional) return readFor(schema.def.innerType);
  if (schema instanceof z.ZodMiniNullable) {
    const read = readFor(schema.def.innerType);
    return (value) => (value === null ? null : read(value));
  }
  return (value) => (z.safeParse(schema, value).success ? value : UNFIT);
}

/** Puts keys in the schema's order, as zod does. */
function readObject(schema: z.ZodMiniObject): Read {
  const fields = Object.entries(schema.shape).map(([key, field]) => ({
    key,
    read: readFor(field),
    isOptional: field instanceof z.ZodMiniOptional,
  }));
  const check = checksOf(schema);
  return (value) => {
    if (!isRecord(value)) return UNFIT;
    const keys = Object.keys(value);
    let copy: Record<string, unknown> | undefined;
    let known = 0;
    for (const { key, read, isOptional } of fields) {
      const held = value[key];
      if (held === undefined && isOptional) continue;
      const made = read(held);
      if (made === UNFIT) return UNFIT;
      // Until here nothing has changed.
      if (made !== held || keys[known] !== key) copy ??= pick(value, keys.slice(0, known));
      if (copy) copy[key] = made;
      known += 1;
    }
    return known === keys.length ? check(copy ?? value) : UNFIT;
  };
}

function pick(value: Record<string, unknown>, keys: string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}

function readList(schema: z.ZodMiniArray): Read {
  const read = readFor(schema.def.element);
  const check = checksOf(schema);
  return (value) => {
    // The items of a list that is too long are not read.
    if (!Array.isArray(value) || check(value) === UNFIT) return UNFIT;
    const made = mapSame<unknown>(value, read);
    return made.includes(UNFIT) ? UNFIT : made;
  };
}

function readText(schema: z.ZodMiniString): Read {
  const check = checksOf(schema);
  return (value) => (typeof value === 'string' && !looksLikeSecret(value) ? check(value) : UNFIT);
}

function readNumber(schema: z.ZodMiniNumberFormat): Read {
  const check = checksOf(schema);
  return (value) => (Number.isFinite(value) ? check(value) : UNFIT);
}

/** Runs only the checks of a schema. */
function checksOf(schema: z.core.$ZodType): Read {
  const checks = [schema, ...(schema._zod.def.checks ?? [])].filter(isCheck);
  return (value) => {
    const payload: z.core.ParsePayload = { value, issues: [] };
    for (const check of checks) check._zod.check(payload);
    return payload.issues.length === 0 ? payload.value : UNFIT;
  };
}

/** A number format is itself a check; a description is one that checks nothing. */
function isCheck(part: z.core.$ZodType | z.core.$ZodCheck): part is z.core.$ZodCheck<unknown> {
  return part instanceof z.core.$ZodCheck && part._zod.def.check !== 'meta';
}
