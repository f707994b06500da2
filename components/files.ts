/** Files in and out of the panel. */
import type { GivenFile } from '../lib/panel/taking-in.ts';

/** Reads the text of each file only on request. */
export function givenFiles(files: Iterable<File>): GivenFile[] {
  return Array.from(files, (file) => ({
    name: file.name,
    modified: new Date(file.lastModified),
    read: (most) => file.slice(0, most).text(),
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
