/** What is said to users who do not see the screen change. */
import { createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { StartTimer } from '../with-timeout.ts';

export interface Announcements {
  announcement: ReadonlySignal<string>;
  announce(text: string): void;
  /** Once the user has paused, and only if it was not said last: for what changes with every key. */
  announceSoon(text: string): void;
}

/** Longer than between two keys of a slow typist. */
const PAUSE_MS = 400;

export const AnnouncementsModel = createModel<Announcements, [StartTimer]>((startTimer) => {
  const announcement = signal('');
  let said = '';
  let cancel = () => {};

  function announce(text: string): void {
    cancel();
    // Screen readers say the same words a second time only if something in them is different.
    announcement.value = text !== '' && text === announcement.value ? `${text}\u00a0` : text;
    said = text;
  }

  return {
    announcement,
    announce,
    announceSoon(text) {
      cancel();
      cancel = startTimer(PAUSE_MS, () => {
        if (text !== said) announce(text);
      });
    },
  };
});
