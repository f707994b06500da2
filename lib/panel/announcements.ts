/** What is said to users who do not see the screen change. */
import { createModel, type ReadonlySignal, signal } from '@preact/signals';

export interface Announcements {
  announcement: ReadonlySignal<string>;
  announce(text: string): void;
}

export const AnnouncementsModel = createModel<Announcements>(() => {
  const announcement = signal('');
  return {
    announcement,
    announce(text) {
      // Screen readers say the same words a second time only if something in them is different.
      announcement.value = text !== '' && text === announcement.value ? `${text}\u00a0` : text;
    },
  };
});
