/** Announcements for users who don't see the screen change. */
import { createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { StartTimer } from '../with-timeout.ts';

export interface Announcements {
  announcement: ReadonlySignal<string>;
  announce(text: string): void;
  /** Waits until the user pauses, and doesn't repeat the last text: for results that change with every key press. */
  announceSoon(text: string): void;
}

/** Longer than a slow typist takes between two keys. */
const PAUSE_MS = 400;

export const AnnouncementsModel = createModel<Announcements, [StartTimer]>((startTimer) => {
  const announcement = signal('');
  let said = '';
  let cancel = () => {};

  function announce(text: string): void {
    cancel();
    // Screen readers repeat a text only if something in it changes.
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
