/** The panel's state, composed of its parts. The components know only this. */
import { createModel, type ReadonlySignal, signal } from '@preact/signals';
import type { Report } from '../report/report.ts';
import type { SourceState } from '../report/review.ts';
import type { SnapshotStore } from '../snapshot/storage/store.ts';
import { texts } from '../texts/panel.ts';
import type { StartTimer } from '../with-timeout.ts';
import { type Announcements, AnnouncementsModel } from './announcements.ts';
import { type Data, type DataDeps, DataModel } from './data.ts';
import { type Following, FollowingModel, type FrontDoor } from './following.ts';
import { type Handover, HandoverModel } from './handover.ts';
import { type ListPosition, ListPositionModel } from './list-position.ts';
import { type ListView, ListViewModel } from './list-view.ts';
import { type LiveList, LiveListModel } from './live-list.ts';
import type { Memory } from './memory.ts';
import { narrowToConsole } from './narrowing.ts';
import { type Navigation, NavigationModel } from './navigation.ts';
import { OpenSourceModel } from './open-source.ts';
import { type KeptLook, type Preferences, PreferencesModel } from './preferences.ts';
import { type Remembering, RememberingModel } from './remembering.ts';

export interface Model
  extends Announcements,
    Pick<Navigation, 'place' | 'notice' | 'goTo'>,
    Pick<LiveList, 'list' | 'forgetSince'>,
    Pick<ListPosition, 'listPosition' | 'scrollTarget' | 'scrolledList' | 'reachedTarget'>,
    Pick<Remembering, 'unfolded' | 'unfold'> {
  view: ListView;
  following: Following;
  /** The open source. */
  source: ReadonlySignal<SourceState>;
  data: Data;
  handover: Handover;
  preferences: Preferences;
  /** The wall clock in milliseconds, as of the last tick. */
  now: ReadonlySignal<number>;
  /** Opens the address or, if it is empty, where the panel was when it closed; then reads the storage. Never rejects. */
  start(hash: string): Promise<void>;
  /** Reads the storage again. Never rejects. */
  reload(): Promise<void>;
  tick(): void;
}

export interface ModelDeps extends Pick<DataDeps, 'scenarios' | 'first' | 'pause'> {
  store: SnapshotStore;
  memory: Memory;
  frontDoor: FrontDoor;
  keptLook: KeptLook;
  now: () => number;
  startTimer: StartTimer;
  /** Resolves when the page is idle. */
  idle: () => Promise<void>;
  /** The window's height in pixels. */
  height: number;
  /** Replaces the address without adding a step to the history. */
  redirect: (hash: string) => void;
  /** Rejects if the browser refuses. */
  writeClipboard: (report: Report) => Promise<void>;
  /** Names are sorted by this language's rules. */
  locale: string;
  /** The extension's version. */
  version: string;
}

export const PanelModel = createModel<Model, [ModelDeps]>((deps) => {
  const { store, startTimer, now } = deps;
  const compareNames = new Intl.Collator(deps.locale).compare;
  const clock = signal(now());
  let recalled = Promise.resolve();

  const announcements = new AnnouncementsModel(startTimer);
  const { announce } = announcements;
  const navigation = new NavigationModel(deps.redirect);
  const { place } = navigation;
  const liveList = new LiveListModel({
    store,
    startTimer,
    recalled: () => recalled,
    onNeeds: (more, fewer) => announce(texts.list.changed(more, fewer)),
    onNotForgotten: () => announce(texts.list.sinceNotStored),
  });
  const { list } = liveList;
  const view = new ListViewModel({ ...deps, list, compareNames, now: clock });
  const position = new ListPositionModel({ place, list });
  const { source } = new OpenSourceModel({
    place,
    list,
    store,
    startTimer,
    onGone() {
      announce(texts.source.gone);
      navigation.backToList(texts.source.gone);
    },
    onChanged: () => void reload(),
  });
  const data = new DataModel({
    ...deps,
    quietly: liveList.quietly,
    onOutcome(outcome) {
      tick();
      import('./outcome.ts')
        .then(({ outcomeWords }) => announce(outcomeWords(outcome)))
        .catch(() => {
          // The screen needs the same code for its words, and shows the error.
        });
    },
    onWait: () => announce(texts.data.wait),
  });
  const remembering = new RememberingModel({
    memory: deps.memory,
    list,
    navigation,
    view,
    position,
    startTimer,
  });
  const following = new FollowingModel(deps.frontDoor);
  narrowToConsole({
    console: following.console,
    isRecalled: remembering.isRecalled,
    view,
    position,
    announce,
  });

  function tick(): void {
    clock.value = now();
  }

  function reload(): Promise<void> {
    tick();
    return liveList.reload();
  }

  /** Scrolls the drawn list to where it was when the panel closed. */
  function scrollBack(): void {
    const { scroll } = position.listPosition.value;
    if (place.value.name !== 'sources' || scroll.source === null) return;
    // A console's list starts at its top.
    if (view.frontPlatform.value !== null) return;
    view.buildUpTo(scroll.source);
    position.scrollList(scroll);
  }

  async function start(hash: string): Promise<void> {
    void following.start();
    navigation.goTo(hash);
    recalled = remembering.recall(hash);
    await reload();
    scrollBack();
  }

  return {
    ...announcements,
    ...navigation,
    ...liveList,
    ...position,
    ...remembering,
    view,
    following,
    source,
    data,
    handover: new HandoverModel({ ...deps, place, list, view, source, announce, compareNames }),
    preferences: new PreferencesModel(deps.keptLook),
    now: clock,
    start,
    reload,
    tick,
  };
});
