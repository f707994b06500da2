/**
 * How an export's fields are read: each by its own name, and null where it is missing or of another type, so that one
 * odd field does not cost the whole export. What no schema names is never looked at.
 */
import * as z from 'zod/mini';

// Compiling parsers with `eval` would break the extension's content security policy.
z.config({ jitless: true });

export const text = z.catch(z.nullable(z.string()), null);
export const flag = z.catch(z.nullable(z.boolean()), null);
/** A whole number from 0 up. */
export const count = z.catch(z.nullable(z.int().check(z.minimum(0))), null);
/** A whole number from 1 up. */
export const positive = z.catch(z.nullable(z.int().check(z.minimum(1))), null);
export const textOrNumber = z.catch(z.nullable(z.union([z.string(), z.number()])), null);

/** An object, or one without any known field. */
export function group<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.catch(z.nullable(z.object(shape)), null);
}

/** A list of what fits; what does not is left out. */
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
