import type { Alone, StorageArea } from './layout.ts';
import type { SnapshotStore } from './store.ts';
import { readRows } from './stored-rows.ts';

/** A store that reads the list by itself, and loads the code for all else, above all the rules, when it is needed. */
export function createLateStore(
  area: StorageArea,
  alone: Alone,
  newId: () => string,
  pause: () => Promise<void>,
): SnapshotStore {
  const whole = async () => (await import('./store.ts')).createStore(area, alone, newId, pause);
  return {
    async readList() {
      const { missing, ...list } = { missing: [], ...(await readRows(area)) };
      return missing.length === 0 ? list : (await whole()).readList();
    },
    readSource: async (...args) => (await whole()).readSource(...args),
    recheck: async (...args) => (await whole()).recheck(...args),
    saveRows: async (...args) => (await whole()).saveRows(...args),
    readAll: async () => (await whole()).readAll(),
    save: async (...args) => (await whole()).save(...args),
    forgetSince: async (...args) => (await whole()).forgetSince(...args),
    tidy: async () => (await whole()).tidy(),
  };
}
