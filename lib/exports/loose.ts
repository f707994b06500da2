/**
 * How an export's fields are read: each by its own name, and null where it is missing or of another type, so that one
 * odd field does not cost the whole export. What no schema names is never looked at.
 */
import * as z from 'zod/mini';

// Compiling parsers with `eval` would break the extension's content security policy.
z.config({ jitless: true });

/** What a thing cannot be without. */
export const id = z.string().check(z.minLength(1));

/** A missing field is told apart from an odd one, because zod takes its time over what it calls an error. */
function orNull<Type extends z.core.$ZodType>(type: Type) {
  return z.catch(z._default(z.nullable(type), null), null);
}

export const text = orNull(z.string());
export const flag = orNull(z.boolean());
/** A whole number from 0 up. */
export const count = orNull(z.int().check(z.minimum(0)));
/** A whole number from 1 up. */
export const positive = orNull(z.int().check(z.minimum(1)));
export const textOrNumber = orNull(z.union([z.string(), z.number()]));

export function group<Shape extends z.core.$ZodShape>(shape: Shape) {
  return orNull(z.object(shape));
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
