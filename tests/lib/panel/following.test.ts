import { effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { accountIn } from '../../../lib/console-accounts.ts';
import { consoleOf } from '../../../lib/consoles.ts';
import { FollowingModel, type FrontTab } from '../../../lib/panel/following.ts';
import { FakeBrowser } from '../../front-door.ts';

describe('following', () => {
  it('is off, and reads no tab, until the user allows it', async () => {
    const browser = new FakeBrowser({ address: 'https://ads.tiktok.com/' });
    const following = new FollowingModel(browser.door);
    await following.start();
    expect(following.state.value).toBe('off');
    expect(following.console.value).toBeNull();
    expect(browser.looks).toBe(0);
    expect(browser.listening).toBe(0);
  });

  it('asks within the click, before anything else', () => {
    const browser = new FakeBrowser();
    void new FollowingModel(browser.door).ask();
    expect(browser.asked).toBe(1);
  });

  it('follows from one console to the next, and to none', async () => {
    const browser = new FakeBrowser({ address: 'https://ads.tiktok.com/' });
    const following = new FollowingModel(browser.door);
    await following.start();
    browser.answer = true;
    await following.ask();
    await expect.poll(() => following.console.value?.name).toBe('TikTok Ads Manager');
    browser.goTo('https://ads.google.com/aw/campaigns');
    await expect.poll(() => following.console.value?.name).toBe('Google Ads');
    browser.goTo(undefined);
    await expect.poll(() => following.console.value).toBeNull();
  });

  it('is on immediately if the user allowed it before', async () => {
    const following = new FollowingModel(
      new FakeBrowser({ allowed: true, address: 'https://ads.tiktok.com/' }).door,
    );
    await following.start();
    expect(following.state.value).toBe('on');
    await expect.poll(() => following.console.value?.platform).toBe('tiktok_ads');
  });

  it('says so if the user refuses, or cannot be asked', async () => {
    const browser = new FakeBrowser();
    const following = new FollowingModel(browser.door);
    await following.ask();
    expect(following.state.value).toBe('denied');
    const cannotAsk = new FollowingModel({
      ...browser.door,
      ask: () => Promise.reject(new Error('no gesture')),
    });
    await cannotAsk.ask();
    expect(cannotAsk.state.value).toBe('denied');
  });

  it('ends, and forgets everything, when the permission is withdrawn elsewhere', async () => {
    const browser = new FakeBrowser({ allowed: true, address: 'https://ads.tiktok.com/' });
    const following = new FollowingModel(browser.door);
    await following.start();
    await expect.poll(() => following.console.value).not.toBeNull();
    browser.allow(false);
    await expect.poll(() => following.state.value).toBe('ended');
    expect(following.console.value).toBeNull();
    expect(browser.listening).toBe(0);
    browser.allow(true);
    await expect.poll(() => following.console.value?.platform).toBe('tiktok_ads');
  });

  it('gives up the permission when the user stops it, and is then off, not ended', async () => {
    const browser = new FakeBrowser({ allowed: true, address: 'https://ads.tiktok.com/' });
    const following = new FollowingModel(browser.door);
    await following.start();
    await following.stop();
    expect(await browser.door.isAllowed()).toBe(false);
    await expect.poll(() => following.state.value).toBe('off');
    expect(following.console.value).toBeNull();
  });

  it('stays off if an answer from before the stop arrives late', async () => {
    const browser = new FakeBrowser({ allowed: true });
    const answers: PromiseWithResolvers<boolean>[] = [];
    const isAllowed = () => {
      const answer = Promise.withResolvers<boolean>();
      answers.push(answer);
      return answer.promise;
    };
    const following = new FollowingModel({ ...browser.door, isAllowed });
    const started = following.start();
    answers[0]?.resolve(true);
    await started;
    browser.allow(true);
    const stopped = following.stop();
    const seen: string[] = [];
    following.state.subscribe((state) => seen.push(state));
    for (const [order, answer] of answers.entries()) answer.resolve(order < 2);
    await stopped;
    await Promise.all(answers.map(({ promise }) => promise));
    expect(seen).toEqual(['off']);
  });

  it('ignores a check that was overtaken by a later one, or by the end', async () => {
    const browser = new FakeBrowser({ allowed: true });
    const looks: PromiseWithResolvers<FrontTab>[] = [];
    const following = new FollowingModel({
      ...browser.door,
      tab() {
        const look = Promise.withResolvers<FrontTab>();
        looks.push(look);
        return look.promise;
      },
    });
    const answer = (look: number, address: string) =>
      looks[look]?.resolve({
        id: 1,
        console: consoleOf(address),
        account: accountIn(address),
        isLoading: false,
      });
    await following.start();
    browser.goTo('again');
    answer(1, 'https://ads.google.com/');
    await expect.poll(() => following.console.value?.platform).toBe('google_ads');
    answer(0, 'https://ads.tiktok.com/');
    await looks[0]?.promise;
    expect(following.console.value?.platform).toBe('google_ads');
    browser.goTo('again');
    await following.stop();
    answer(2, 'https://ads.tiktok.com/');
    await looks[2]?.promise;
    expect(following.console.value).toBeNull();
  });
});

describe('a browser that refuses', () => {
  const refused = () => Promise.reject(new Error('The browser refuses'));

  it('to report the permission leaves following off', async () => {
    const browser = new FakeBrowser({ allowed: true });
    const following = new FollowingModel({ ...browser.door, isAllowed: refused });
    await following.start();
    expect(following.state.value).toBe('off');
  });

  it('to report the active tab has no console in front', async () => {
    const browser = new FakeBrowser({ allowed: true, address: 'https://ads.tiktok.com/' });
    const door = { ...browser.door };
    const following = new FollowingModel(door);
    await following.start();
    await expect.poll(() => following.console.value?.platform).toBe('tiktok_ads');
    door.tab = refused;
    browser.goTo('https://ads.tiktok.com/again');
    await expect.poll(() => following.console.value).toBeNull();
  });

  it('to remove the permission is no longer followed', async () => {
    const browser = new FakeBrowser({ allowed: true, address: 'https://ads.tiktok.com/' });
    const following = new FollowingModel({ ...browser.door, giveBack: refused });
    await following.start();
    await following.stop();
    expect(following.state.value).toBe('off');
    expect(browser.listening).toBe(0);
  });
});

it('forgets the console in front when only the permission for that one is withdrawn', async () => {
  const browser = new FakeBrowser({ allowed: true, address: 'https://ads.tiktok.com/' });
  const following = new FollowingModel(browser.door);
  await following.start();
  await expect.poll(() => following.console.value?.platform).toBe('tiktok_ads');
  browser.withdraw('https://ads.tiktok.com/');
  await expect.poll(() => following.console.value).toBeNull();
  expect(following.state.value).toBe('on');
});

it('listens to nothing once it is disposed', async () => {
  const browser = new FakeBrowser({ allowed: true, address: 'https://ads.tiktok.com/' });
  const following = new FollowingModel(browser.door);
  await following.start();
  expect(browser.listening).toBe(1);
  following[Symbol.dispose]();
  expect(browser.listening).toBe(0);
  browser.allow(false);
  await browser.door.isAllowed();
  expect(following.state.value).toBe('on');
});

describe('the account in front', () => {
  const at = (id: string) => `https://ads.tiktok.com/i18n/perf?aadvid=${id}`;

  async function onAccount(id: string) {
    const browser = new FakeBrowser({ allowed: true, address: at(id) });
    const following = new FollowingModel(browser.door);
    await following.start();
    await expect.poll(() => following.account.value?.id).toBe(id);
    return { browser, following };
  }

  it('changes with the address, and is none if the address has none', async () => {
    const { browser, following } = await onAccount('701');
    browser.goTo(at('702'));
    await expect.poll(() => following.account.value?.id).toBe('702');
    browser.goTo('https://ads.tiktok.com/i18n/perf');
    await expect.poll(() => following.account.value).toBeNull();
    expect(following.console.value?.platform).toBe('tiktok_ads');
  });

  it('is the last one after quick changes', async () => {
    const { browser, following } = await onAccount('701');
    const seen: (string | undefined)[] = [];
    following.account.subscribe((account) => seen.push(account?.id));
    for (const id of ['702', '703', '704']) browser.goTo(at(id));
    await expect.poll(() => seen.at(-1)).toBe('704');
    expect(seen).toEqual(['701', '704']);
  });

  it('changes together with its console', async () => {
    const { browser, following } = await onAccount('701');
    const seen: string[] = [];
    effect(() => {
      seen.push(`${following.console.value?.platform} ${following.account.value?.platform}`);
    });
    browser.goTo('https://ads.pinterest.com/advertiser/549');
    await expect.poll(() => seen.at(-1)).toContain('pinterest_ads');
    expect(seen).toEqual(['tiktok_ads tiktok_ads', 'pinterest_ads pinterest_ads']);
  });

  it.each<[string, (browser: FakeBrowser, following: InstanceType<typeof FollowingModel>) => unknown]>([
    ['the user stops', (_, following) => following.stop()],
    ['the permission is withdrawn', (browser) => browser.allow(false)],
    ['the permission for this console is withdrawn', (browser) => browser.withdraw(at('701'))],
    ['another tab is in front', (browser) => browser.goTo('https://mail.example/')],
    ['the panel is closed', (_, following) => following[Symbol.dispose]()],
  ])('is forgotten when %s', async (_, end) => {
    const { browser, following } = await onAccount('701');
    await end(browser, following);
    await expect.poll(() => following.account.value).toBeNull();
  });
});

describe('a tab that loads', () => {
  async function onTikTok() {
    const browser = new FakeBrowser({ allowed: true, address: 'https://ads.tiktok.com/' });
    const moment = Promise.withResolvers<void>();
    browser.moment = moment.promise;
    const following = new FollowingModel(browser.door);
    await following.start();
    await expect.poll(() => following.console.value?.platform).toBe('tiktok_ads');
    const seen: (string | undefined)[] = [];
    following.console.subscribe((console) => seen.push(console?.platform));
    const before = browser.looks;
    browser.isLoading = true;
    return { browser, following, moment, seen, looked: () => browser.looks - before };
  }

  it('is still at the console while it briefly has no address', async () => {
    const { browser, moment, seen, looked } = await onTikTok();
    browser.goTo(undefined);
    await expect.poll(looked).toBe(1);
    browser.goTo('https://ads.google.com/');
    await expect.poll(() => seen).toEqual(['tiktok_ads', 'google_ads']);
    moment.resolve();
    await moment.promise;
    expect(seen).toEqual(['tiktok_ads', 'google_ads']);
  });

  it('has left the console once that time is over, even if it is still loading', async () => {
    const { browser, moment, seen, looked } = await onTikTok();
    browser.goTo(undefined);
    await expect.poll(looked).toBe(1);
    expect(seen).toEqual(['tiktok_ads']);
    moment.resolve();
    await expect.poll(() => seen).toEqual(['tiktok_ads', undefined]);
  });

  it('has no console if it is a different tab', async () => {
    const { browser, seen } = await onTikTok();
    browser.id = 2;
    browser.goTo(undefined);
    await expect.poll(() => seen).toEqual(['tiktok_ads', undefined]);
  });
});
