/** Masks everything in a snapshot that nobody may see, text by text. */
import type { Header, Source } from '../../schema/snapshot.ts';
import { maskReference } from './mask-reference.ts';
import { maskText } from './mask-text.ts';
import { mapSame } from './same.ts';
import { maskTokens } from './tokens.ts';

/** Counts the values that masking changed. */
export interface Tally {
  masked: number;
}

/** How each key's text is masked; other keys lose only tokens. Ids are kept, because references depend on them. */
const MASKS: Readonly<Record<string, (text: string) => string>> = {
  id: asItIs,
  profile_id: asItIs,
  authorized_profile_ids: asItIs,
  name: maskText,
  message: maskText,
  notice: maskText,
  disabled_reason: maskText,
  masked_ref: maskReference,
};

export function maskHeader(header: Header, tally: Tally): Header {
  return maskAll(header, tally);
}

export function maskSource(source: Source, tally: Tally): Source {
  return maskAll(source, tally);
}

/** Returns the same object if nothing in it is masked. */
function maskAll<T extends object>(held: T, tally: Tally): T {
  let changed: T | undefined;
  for (const key in held) {
    const value: unknown = held[key];
    const masked = maskValue(key, value, tally);
    if (masked === value) continue;
    changed ??= { ...held };
    Object.assign(changed, { [key]: masked });
  }
  return changed ?? held;
}

function maskValue(key: string, value: unknown, tally: Tally): unknown {
  if (typeof value === 'string') return maskString(key, value, tally);
  if (Array.isArray(value)) return mapSame<unknown>(value, (item) => maskValue(key, item, tally));
  return typeof value === 'object' && value !== null ? maskAll(value, tally) : value;
}

function maskString(key: string, text: string, tally: Tally): string {
  const masked = (MASKS[key] ?? maskTokens)(text);
  if (masked !== text) tally.masked += 1;
  return masked;
}

function asItIs(text: string): string {
  return text;
}
