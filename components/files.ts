/** Files in and out of the panel. */
import type { GivenFile } from '../lib/panel/taking-in.ts';
import { MOST_BYTES } from '../lib/snapshot/import.ts';

/** A byte order mark takes three bytes and is not part of the text. */
const ENOUGH = MOST_BYTES + 4;

/** Reads each file's text only on request. Of one that is too large, it reads just enough to show that. */
export function givenFiles(files: Iterable<File>): GivenFile[] {
  return Array.from(files, (file) => ({
    name: file.name,
    modified: new Date(file.lastModified),
    read: () => file.slice(0, ENOUGH).text(),
  }));
}

/** Offers a text as a download, without any connection. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // Not immediately: the browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
