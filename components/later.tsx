import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';

/** A component whose code is loaded when it is first shown. */
export interface Later<Props> {
  /** Shows nothing until the code is there. */
  Show: FunctionComponent<Props>;
  isLoaded: ReadonlySignal<boolean>;
}

export function later<Props extends object>(load: () => Promise<FunctionComponent<Props>>): Later<Props> {
  const loaded = signal<{ Component: FunctionComponent<Props> } | null>(null);
  let loading = false;
  return {
    Show(props) {
      if (loaded.value !== null) return <loaded.value.Component {...props} />;
      if (!loading) void load().then((Component) => (loaded.value = { Component }));
      loading = true;
      return null;
    },
    isLoaded: computed(() => loaded.value !== null),
  };
}
