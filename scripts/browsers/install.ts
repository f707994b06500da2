import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Found, findBrowser, type Kind, type Kinds } from './find.ts';

const DEBIAN_PACKAGES: Partial<Record<Kind, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

const HOMES: Record<Kind, string> = {
  chromium: 'https://www.chromium.org/getting-involved/download-chromium/',
  chrome: 'https://www.google.com/chrome/',
  edge: 'https://www.microsoft.com/edge/',
  firefox: 'https://www.firefox.com/',
};

const COMMANDS: Partial<Record<NodeJS.Platform, Record<Kind, string>>> = {
  darwin: {
    chromium: 'brew install --cask chromium',
    chrome: 'brew install --cask google-chrome',
    edge: 'brew install --cask microsoft-edge',
    firefox: 'brew install --cask firefox',
  },
  win32: {
    chromium: 'winget install Hibbiki.Chromium',
    chrome: 'winget install Google.Chrome',
    edge: 'winget install Microsoft.Edge',
    firefox: 'winget install Mozilla.Firefox',
  },
};

const hasApt = () => existsSync('/etc/debian_version');

/** How to get the browser on this system: a command if there is one, else its site. */
export function howToInstall(kind: Kind): string {
  const debian = hasApt() ? DEBIAN_PACKAGES[kind] : undefined;
  if (debian) return `sudo apt-get install ${debian}`;
  return COMMANDS[process.platform]?.[kind] ?? HOMES[kind];
}

/**
 * The first installed browser of these kinds. If there is none, installs the first kind if that needs no confirmation:
 * as root, from Debian's packages. Undefined if that didn't work.
 */
export async function findOrInstall(
  kinds: Kinds,
  find: (kinds: Kinds) => Promise<Found | undefined> = findBrowser,
  install: (kind: Kind) => boolean = installFromDebian,
): Promise<Found | undefined> {
  const found = await find(kinds);
  if (found) return found;
  return install(kinds[0]) ? find(kinds) : undefined;
}

/** False if nothing was installed. */
function installFromDebian(kind: Kind): boolean {
  const name = DEBIAN_PACKAGES[kind];
  if (!name || !hasApt() || process.getuid?.() !== 0) return false;
  console.log(`Installing ${name} with apt-get …`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update') && apt('install', '--yes', '--no-install-recommends', name);
}
