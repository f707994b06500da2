/** Which place the panel shows, and a notice about how the user got there. */
import { batch, createModel, type ReadonlySignal, signal } from '@preact/signals';
import { addressOf, type Place, placeOf } from './place.ts';

export interface Navigation {
  place: ReadonlySignal<Place>;
  /** Why the list is shown instead of the place the user wanted; null if there is no reason to give. */
  notice: ReadonlySignal<string | null>;
  /** Follows the page's address. */
  goTo(hash: string): void;
  /** Also changes the page's address. Only the panel's own addresses are followed. */
  redirect(hash: string): void;
  backToList(notice: string): void;
}

/** @param changeAddress changes the page's address without adding a step to its history */
export const NavigationModel = createModel<Navigation, [changeAddress: (hash: string) => void]>(
  (changeAddress) => {
    const place = signal<Place>({ name: 'sources' });
    const notice = signal<string | null>(null);

    function goTo(hash: string): void {
      const next = placeOf(hash);
      // The same place may have two addresses: '' and '#/' are both the list.
      if (addressOf(next) === addressOf(place.peek())) return;
      batch(() => {
        if (next.name !== 'sources') notice.value = null;
        place.value = next;
      });
    }

    function redirect(hash: string): void {
      const address = addressOf(placeOf(hash));
      goTo(address);
      changeAddress(address);
    }

    return {
      place,
      notice,
      goTo,
      redirect,
      backToList(words) {
        notice.value = words;
        redirect(addressOf({ name: 'sources' }));
      },
    };
  },
);
