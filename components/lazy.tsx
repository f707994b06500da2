import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';

/** A component whose code is loaded when it is first shown. */
export interface Lazy<Props> {
  /** Shows nothing until the code is loaded. Throws, for an error boundary, if it can't be loaded. */
  Show: FunctionComponent<Props>;
  /** The code is loaded, or loading it has failed. */
  isSettled: ReadonlySignal<boolean>;
}

type Loaded<Props> = { Component: FunctionComponent<Props> } | { error: unknown };

export function lazy<Props extends object>(load: () => Promise<FunctionComponent<Props>>): Lazy<Props> {
  const loaded = signal<Loaded<Props> | null>(null);
  let isLoading = false;

  async function loadOnce(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    try {
      loaded.value = { Component: await load() };
    } catch (error) {
      loaded.value = { error };
    }
  }

  return {
    Show(props) {
      if (loaded.value === null) {
        void loadOnce();
        return null;
      }
      if ('error' in loaded.value) throw loaded.value.error;
      return <loaded.value.Component {...props} />;
    },
    isSettled: computed(() => loaded.value !== null),
  };
}
