/** Important lines outside lib/status, each with a way to break it that a test must notice. */

export interface Mutation {
  file: string;
  /** Must occur exactly once in the file. */
  was: string;
  becomes: string;
}

const of = (file: string, changes: Record<string, string>): Mutation[] =>
  Object.entries(changes).map(([was, becomes]) => ({ file, was, becomes }));

export const MUTATIONS: readonly Mutation[] = [
  ...of('lib/panel/navigation.ts', {
    'if (addressOf(next) === addressOf(place.peek())) return;': '',
    "if (next.name !== 'sources') notice.value = null;": '',
    'const address = addressOf(placeOf(hash));': 'const address = hash;',
    'notice.value = words;': '',
  }),
  ...of('lib/panel/live-list.ts', {
    'if (turn !== reads) return latest;': '',
    'if (ownChanges === 0 && more + fewer > 0)': 'if (more + fewer > 0)',
    'ownChanges -= 1;': '',
    "if (before.state !== 'ready' || after.state !== 'ready') {": "if (before.state !== 'ready') {",
    'onNotForgotten();': '',
    'entries: keepUnchanged(before.entries, after.entries),': 'entries: after.entries,',
    'recalled(),': '',
  }),
  ...of('lib/panel/open-source.ts', {
    'if (isOvertaken) return;': '',
    'return read?.id === here.id ? read.source': 'return read ? read.source',
    'if (!hasUnreadable(all)) onGone();': 'onGone();',
    "return { state: 'unread' };": "return { state: 'unreadable' };",
  }),
  ...of('lib/panel/list-position.ts', {
    'lastSource: isListed(opened) ? opened : null,': 'lastSource: opened,',
    'scroll: isListed(scroll.source) ? scroll : TOP,': 'scroll,',
    "const opened = here.name === 'source' && isListed(here.id) ? here.id : lastSource;":
      'const opened = lastSource;',
    'const scroll = scrollTarget.value ?? listPosition.value.scroll;':
      'const scroll = listPosition.value.scroll;',
  }),
  ...of('lib/panel/remembering.ts', {
    "if (hash === '' && place.peek() === here)": "if (hash === '')",
    'hash: addressOf(listedOnly(navigation.place.value, all)),': 'hash: addressOf(navigation.place.value),',
    'if (!isRecalled.value || !isKnown) return;': 'if (!isRecalled.value) return;',
    "filters: all.state === 'ready' ? view.ownFilters.value : NO_FILTERS,": 'filters: view.ownFilters.value,',
    'startTimer, RECALL_MS).catch(() => null);': 'startTimer, RECALL_MS);',
  }),
  ...of('lib/panel/memory.ts', {
    '} catch {\n        return null;': '} catch (error) {\n        throw error;',
  }),
  ...of('lib/panel/list-filters.ts', {
    'ownFilters.value = kept(ownFilters.value);': '',
    'if (chosenThere.value !== null) chosenThere.value = kept(chosenThere.value);': '',
    "if (all.state !== 'ready' || all.snapshotId === snapshotId) return;":
      "if (all.state !== 'ready') return;",
    'if (next?.platform !== console.value?.platform) chosenThere.value = null;': 'chosenThere.value = null;',
  }),
  ...of('lib/panel/list-view.ts', {
    'asked.value = Math.max(built.peek(), count);': 'asked.value = count;',
    'rows.value.length + unreadable.value': 'rows.value.length',
  }),
  ...of('lib/panel/list.ts', {
    'if (left.length > 0) kept = next;': 'kept = next;',
  }),
  ...of('lib/panel/arrange.ts', {
    'compareNames(a.name, b.name) ||': '',
    'rank(a) - rank(b) ||': '',
  }),
  ...of('lib/panel/handover.ts', {
    'if (about.peek() === asked) outcome.value = next;': 'outcome.value = next;',
  }),
  ...of('lib/panel/data.ts', {
    "if (ended?.done === 'changed') steps.value": 'if (false) steps.value',
    '.slice(-MOST_UNDOS)': '',
    ': [];\n        return isUndone;': ': steps.value;\n        return isUndone;',
    'scenariosFailed.value = true;': '',
  }),
  ...of('lib/panel/one-at-a-time.ts', {
    "if (before !== after) return { done: 'changed' };": '',
    "if (before === null || after === null) return { done: 'uncertain' };": '',
    "if (error instanceof TimeoutError) return { done: 'unanswered' };": '',
    'hasToWait.value = false;': '',
    'onWait();': '',
  }),
  ...of('lib/panel/following.ts', {
    "if (before === 'on' && state.value === 'on') await checkTab();": '',
    'if (own !== checks) return;': '',
    "if (allowed && state.value === before) state.value = 'on';": "if (allowed) state.value = 'on';",
    'stopListening();': '',
    'see(undefined);': '',
    'account.value = tab?.account ?? null;': 'account.value ??= tab?.account ?? null;',
  }),
  ...of('lib/panel/account-in-front.ts', {
    'row.platform === platform': 'true',
    'isWhole && compared': 'compared',
    'one.isReported && ': '',
    "rowsWith('selected', kind)": "[...rowsWith('selected', kind), ...rowsWith('others', kind)]",
    "own.length > 0 && areOthers('selected')": "areOthers('selected')",
    "&& areOthers('others');": ';',
  }),
  ...of('lib/panel/compare-account.ts', {
    "|| shown === ''": '',
    'if (!id.startsWith(head) || ': 'if (',
    '!id.endsWith(tail)': '!id.includes(tail)',
    'at < id.length - tail.length': 'true',
    "isOnlyName ? 'other' : 'unknown'": "'other'",
    'Math.min(4, Math.floor(id.length / 2))': '4',
    '!isNumber || /^\\d+$/.test(shown)': 'true',
  }),
  ...of('lib/panel/narrowing.ts', {
    "else if (isAnnounced) announce('');": '',
    'scrollBefore ??= position': 'scrollBefore = position',
  }),
  ...of('lib/panel/preferences.ts', {
    'look.value = chosen;': '',
    'return otherwise;': 'throw new Error();',
  }),
  ...of('lib/panel/snapshot-age.ts', {
    "> TOLERANCE) return 'future';": "> 0) return 'future';",
  }),
  ...of('lib/panel/announcements.ts', {
    'text === announcement.value ?': 'false ?',
  }),
  ...of('lib/panel/model.ts', {
    "if (place.value.name !== 'sources' || scroll.source === null) return;":
      'if (scroll.source === null) return;',
    'scrollBack();\n  }\n\n  return {': '}\n\n  return {',
    'onChanged: () => void reload(),': 'onChanged: () => {},',
  }),
  ...of('components/Main.tsx', {
    'if (!hasMovedFrom(lastMove.current.focused)) arrive(lastMove.current);': 'arrive(lastMove.current);',
    'if (row !== null) model.view.buildUpTo(row);': '',
    'scrollTo(row ? scroll : TOP);': '',
    "(row ?? document.querySelector<HTMLElement>('main h1'))?.focus();":
      "document.querySelector<HTMLElement>('main h1')?.focus();",
    "if (model.place.peek().name === 'sources') scrollTo(target);": '',
  }),
  ...of('components/scroll.ts', {
    'if (to.source !== null) stayAt(to, location.hash, FRAMES_TO_SETTLE);': '',
  }),
  ...of('components/keys.ts', {
    "&& placeOf(location.hash).name !== 'sources'": '',
    'return isComposing || keyCode === 229;': 'return false;',
  }),
  ...of('components/lazy.tsx', {
    "if ('error' in loaded.value) throw loaded.value.error;": "if ('error' in loaded.value) return null;",
    'isSettled: computed(() => loaded.value !== null),':
      "isSettled: computed(() => loaded.value !== null && !('error' in loaded.value)),",
  }),
  ...of('components/ErrorBoundary.tsx', {
    'error instanceof SyntaxError ? error.name :': '',
    'this.setState({ error, hasFailed: true });': '',
  }),
  ...of('components/SyncHistory.tsx', {
    '? choice.value : null;': '? choice.value : choice.value;',
  }),
  ...of('components/ShowMore.tsx', {
    'first.focus();': '',
    'most.value += more;': 'most.value = items.length;',
  }),
  ...of('components/SourceList.tsx', {
    'const unreadable = isPart ? 0 : view.unreadable.value;': 'const unreadable = view.unreadable.value;',
    'const noneHere = view.total.value === 0 ? t.none : t.noneLeft;': 'const noneHere = t.none;',
  }),
  ...of('components/ListFilters.tsx', {
    ' || isComposing(event)': '',
  }),
  ...of('lib/texts/isolate.ts', {
    "name.replace(/[\\u2066-\\u2069]/g, '')": 'name',
  }),
  ...of('lib/snapshot/rows/since-before.ts', {
    'kept === 0 || changed.length + gone === 0': 'changed.length + gone === 0',
  }),
  ...of('lib/snapshot/rows/since.ts', {
    "return step < 0 ? 'worse' : 'better';": "return step > 0 ? 'worse' : 'better';",
    "if (was === null) return 'new';": '',
  }),
  ...of('lib/snapshot/rows/changes.ts', {
    'more: now.difference(old).size': 'more: old.difference(now).size',
  }),
  ...of('lib/snapshot/move.ts', {
    '[[key, move(instant)]]': '[]',
  }),
  ...of('lib/report/review.ts', {
    "profile?.role === 'editor' ? 'editor' : 'viewer'": "'editor'",
  }),
];
