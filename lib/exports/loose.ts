/**
 * Lenient schemas for an export's fields: null if one is missing or of another type, so that one odd field doesn't cost
 * the whole export. What no schema names is never read.
 */
import * as z from 'zod/mini';

// Compiling parsers with `eval` would break the extension's content security policy.
z.config({ jitless: true });

/** What an item can't do without. */
export const id = z.string().check(z.minLength(1));

/** A missing field gets its default before zod's slow error path, which is only for odd values. */
function orNull<Type extends z.core.$ZodType>(type: Type) {
  return z.catch(z._default(z.nullable(type), null), null);
}

export const text = orNull(z.string());
export const flag = orNull(z.boolean());
/** A whole number from 0. */
export const count = orNull(z.int().check(z.minimum(0)));
/** A whole number from 1. */
export const positive = orNull(z.int().check(z.minimum(1)));
export const textOrNumber = orNull(z.union([z.string(), z.number()]));

export function group<Shape extends z.core.$ZodShape>(shape: Shape) {
  return orNull(z.object(shape));
}

/** The items that fit; the others are dropped. */
export function listOf<Item extends z.core.$ZodType>(item: Item) {
  return z.pipe(
    z.catch(z.array(z.unknown()), []),
    z.transform((items): z.output<Item>[] =>
      items.flatMap((one) => {
        const parsed = z.safeParse(item, one);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );
}
