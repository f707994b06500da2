/** The panel's state, put together from its parts. The screen knows only this. */
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
  /** The source of the place the user is in. */
  source: ReadonlySignal<SourceState>;
  data: Data;
  handover: Handover;
  preferences: Preferences;
  /** The wall clock in milliseconds, as of the last tick. */
  now: ReadonlySignal<number>;
  /** Where the panel was when it was closed, unless an address names a place; then what is stored. Never rejects. */
  start(hash: string): Promise<void>;
  /** Reads again what is stored. Never rejects. */
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
  /** Resolves when the page has nothing better to do. */
  idle: () => Promise<void>;
  /** Of the window, in pixels. */
  height: number;
  /** Changes the address, without a way back to the one before. */
  redirect: (hash: string) => void;
  /** Rejects where the browser refuses. */
  writeClipboard: (report: Report) => Promise<void>;
  /** Names are sorted as in this language. */
  locale: string;
  /** Of the extension. */
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
          // The screen needs the same code for the same words, and says what is wrong.
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

  /** Once it is drawn, the list is scrolled to where it was when the panel was closed. */
  function scrollBack(): void {
    const { scroll } = position.listPosition.value;
    if (place.value.name !== 'sources' || scroll.source === null) return;
    // The list of a console begins at its top.
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
