/** The panel's state: what is stored, where the reader is, and what follows from both. The screen knows only this. */
import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Report } from '../report/report.ts';
import type { SourceState } from '../report/review.ts';
import type { SnapshotStore, StoredSource } from '../snapshot/storage/store.ts';
import type { Entry } from '../snapshot/storage/stored-rows.ts';
import { texts } from '../texts/panel.ts';
import { createData, type Data, type Scenario } from './data.ts';
import { createFollowing, type Following, type FrontDoor } from './following.ts';
import { createHandover, type Handover } from './handover.ts';
import type { ListState, ListView } from './list-view.ts';
import { createLiveList, type ReadyList } from './live-list.ts';
import { type ListScroll, type Memory, TOP } from './memory.ts';
import { addressOf, type Place, placeOf } from './place.ts';
import { createPreferences, type KeptLook, type Preferences } from './preferences.ts';
import type { Shortcut } from './shortcut.ts';

export interface Model {
  place: ReadonlySignal<Place>;
  list: ReadonlySignal<ListState>;
  view: ListView;
  following: Following;
  /** The source of the place the reader is in. */
  source: ReadonlySignal<SourceState>;
  data: Data;
  handover: Handover;
  preferences: Preferences;
  shortcut: Shortcut;
  /** The wall clock in milliseconds, as of the last tick. */
  now: ReadonlySignal<number>;
  /** What to announce to a reader who does not see the screen change. */
  announcement: ReadonlySignal<string>;
  /** A word about why the reader is in this place and not in another. */
  notice: ReadonlySignal<string | null>;
  /** The disclosures that the reader has opened, an id each. */
  unfolded: ReadonlySignal<readonly string[]>;
  /** Where in the list the reader was: how it was scrolled, and the source chosen last. */
  listPosition: ReadonlySignal<{ scroll: ListScroll; lastSource: string | null }>;
  /** Where the screen has to scroll the list to, as it became another one. */
  scrollTarget: ReadonlySignal<ListScroll | null>;
  /** The extension's own version and build, in words. */
  build: string;
  /** Where the panel was when it was closed, unless an address says another place; then what is stored. */
  start(hash: string): Promise<void>;
  /** Goes where an address says. */
  goTo(hash: string): void;
  /** Reads again what is stored. */
  reload(): Promise<void>;
  tick(): void;
  unfold(id: string, open: boolean): void;
  /** The reader has seen what changed since the snapshot before. */
  forgetSince(): Promise<void>;
  scrolledList(scroll: ListScroll): void;
  announce(text: string): void;
  /** The screen has scrolled to the target. */
  reachedTarget(): void;
}

export interface ModelDeps {
  store: SnapshotStore;
  memory: Memory;
  frontDoor: FrontDoor;
  keptLook: KeptLook;
  shortcut: Shortcut;
  scenarios: () => Promise<readonly Scenario[]>;
  /** What a fresh panel shows. */
  first: Scenario;
  now: () => number;
  /** Resolves when the page has nothing better to do. */
  idle: () => Promise<void>;
  /** Resolves as soon as what waited has had its turn. */
  pause: () => Promise<void>;
  /** Changes the address, without a way back to the one before. */
  redirect: (hash: string) => void;
  /** Rejects where the browser refuses. */
  writeClipboard: (report: Report) => Promise<void>;
  /** Runs something later. @returns how to call it off */
  after: (milliseconds: number, run: () => void) => () => void;
  /** Of the extension. */
  version: string;
  /** For which browser, and how it was built. */
  build: string;
}

export function createModel(deps: ModelDeps): Model {
  const { store, memory, frontDoor, scenarios, first, now, idle, pause, redirect, version, build } = deps;
  const place = signal<Place>({ name: 'sources' });
  /** The source that was read last, as its own snapshot has it: the next one's header may be here before its source. */
  const stored = signal<{ id: string; source: SourceState } | null>(null);
  const clock = signal(now());
  const announcement = signal('');
  const notice = signal<string | null>(null);
  const unfolded = signal<readonly string[]>([]);
  const listPosition = signal<{ scroll: ListScroll; lastSource: string | null }>({
    scroll: TOP,
    lastSource: null,
  });
  const scrollTarget = signal<ListScroll | null>(null);
  let recalled = Promise.resolve();
  const { list, view, reload, expectChange, forgetSince } = createLiveList({
    store,
    idle,
    recalled: () => recalled,
    onNeeds(more, fewer) {
      announce(texts.list.changed(more, fewer));
    },
  });
  const following = createFollowing(frontDoor);

  function announce(text: string): void {
    // The same words again are heard only if they are not quite the same.
    announcement.value = text === announcement.peek() ? `${text}\u00a0` : text;
  }

  const source = computed((): SourceState => {
    const [here, all, found] = [place.value, list.value, stored.value];
    if (here.name !== 'source' || all.state !== 'ready') return { state: 'loading' };
    if (entryOf(all, here.id) === undefined && hasUnreadable(all)) return { state: 'unreadable' };
    return found?.id === here.id ? found.source : { state: 'loading' };
  });

  // Reads the source of the place, and again whenever the list was read again.
  effect(() => {
    const [here, all] = [place.value, list.value];
    if (here.name !== 'source' || all.state !== 'ready') return;
    const entry = entryOf(all, here.id);
    if (entry === undefined) {
      if (hasUnreadable(all)) return;
      notice.value = texts.source.gone;
      announce(texts.source.gone);
      redirect(addressOf({ name: 'sources' }));
      return;
    }
    let superseded = false;
    void Promise.all([
      // The rules are needed for no other place.
      import('../report/review.ts'),
      store.readSource(all.snapshotId, entry.position).catch((): StoredSource => ({ state: 'unreadable' })),
    ]).then(([{ reviewSource }, read]) => {
      if (superseded) return;
      // The list is of a snapshot that is no longer there.
      if (read.state === 'changed') return reload();
      const source: SourceState =
        read.state === 'ready'
          ? { state: 'ready', ...reviewSource(read.source, all.header) }
          : { state: 'unreadable' };
      stored.value = { id: here.id, source };
    });
    return () => {
      superseded = true;
    };
  });

  const data = createData({
    store,
    scenarios,
    first,
    now,
    pause,
    onOutcome(outcome) {
      expectChange();
      void import('../texts/data.ts').then(({ dataTexts }) => {
        announce(dataTexts.outcome(outcome));
      });
      clock.value = now();
      void reload();
    },
  });

  function isListed(id: string): boolean {
    const all = list.peek();
    return all.state === 'ready' && entryOf(all, id) !== undefined;
  }

  function goTo(hash: string): void {
    const next = placeOf(hash);
    batch(() => {
      // Of a source that is there only: what else an address may name is not kept.
      if (next.name === 'source' && isListed(next.id))
        listPosition.value = { ...listPosition.value, lastSource: next.id };
      if (next.name !== 'sources') notice.value = null;
      place.value = next;
    });
  }

  function followConsole(): void {
    effect(() => {
      const console = following.console.value;
      untracked(() => {
        view.follow(console);
        const front = view.front.value;
        announcement.value = front?.isNarrowed
          ? texts.following.narrowed(console?.name ?? '', front.rows.length, view.total.value)
          : '';
      });
    });
    // The list on a console begins at its top; the one from before is found again where it was left.
    let scrollBefore: ListScroll | null = null;
    effect(() => {
      if (view.frontPlatform.value !== null) {
        scrollBefore ??= listPosition.peek().scroll;
        scrollTarget.value = TOP;
      } else if (scrollBefore !== null) {
        scrollTarget.value = scrollBefore;
        scrollBefore = null;
      }
    });
  }

  /** Back to where the reader was, and from then on keeps where he is. */
  async function recall(hash: string): Promise<void> {
    const here = place.peek();
    const remembered = await memory.recall();
    batch(() => {
      if (remembered !== null) {
        view.setFilters(remembered.filters);
        listPosition.value = { scroll: remembered.listScroll, lastSource: remembered.lastSource };
        unfolded.value = remembered.unfolded;
        // Unless the reader has gone somewhere in the meantime.
        if (hash === '' && place.peek() === here) {
          redirect(remembered.hash);
          goTo(remembered.hash);
        }
      }
    });
    followConsole();
    effect(() => {
      memory.keep({
        hash: addressOf(place.value),
        filters: view.ownFilters.value,
        listScroll: listPosition.value.scroll,
        lastSource: listPosition.value.lastSource,
        unfolded: [...unfolded.value],
      });
    });
  }

  async function start(hash: string): Promise<void> {
    void following.start();
    if (hash !== '') goTo(hash);
    recalled = recall(hash);
    await reload();
  }

  return {
    place,
    list,
    view,
    following,
    source,
    data,
    handover: createHandover({ ...deps, place, list, view, source, announce }),
    preferences: createPreferences(deps.keptLook),
    shortcut: deps.shortcut,
    now: clock,
    announcement,
    notice,
    unfolded,
    listPosition,
    scrollTarget,
    build: `${version} (${build})`,
    start,
    goTo,
    reload,
    tick() {
      clock.value = now();
    },
    forgetSince,
    unfold(id, open) {
      const others = unfolded.value.filter((other) => other !== id);
      unfolded.value = open ? [...others, id] : others;
    },
    scrolledList(scroll) {
      listPosition.value = { ...listPosition.value, scroll };
    },
    reachedTarget() {
      // Not what was heard of on the way: a list that becomes shorter is scrolled by the browser.
      const scroll = scrollTarget.value ?? listPosition.value.scroll;
      batch(() => {
        listPosition.value = { ...listPosition.value, scroll };
        scrollTarget.value = null;
      });
    },
    announce,
  };
}

function entryOf({ entries }: ReadyList, id: string): Entry | undefined {
  return entries.find(({ row }) => row?.id === id);
}

/** What cannot be read does not tell its id either: it may be any source. */
function hasUnreadable({ entries }: ReadyList): boolean {
  return entries.some(({ row }) => row === null);
}
