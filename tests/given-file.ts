import { AS_OF } from '../fixtures/builders.ts';
import type { GivenFile } from '../lib/panel/taking-in.ts';

/** A file given by the user. */
export const given = (name: string, read: () => Promise<string>): GivenFile[] => [
  { name, modified: new Date(AS_OF), read },
];
