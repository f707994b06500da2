import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions, Running } from './browser.ts';
import { launchChromium } from './chromium.ts';
import type { Found, Kind } from './find.ts';
import { launchFirefox } from './firefox.ts';

/** The folder of the extension that `npm run build` makes for this browser. */
export function builtFor(kind: Kind): string {
  return join(import.meta.dirname, `../../.output/${kind === 'firefox' ? 'firefox' : 'chrome'}-mv3`);
}

/** Starts the browser with the built extension. @throws if there is no build, or the browser refuses it */
export async function launch(
  { kind, executable }: Found,
  options: Omit<LaunchOptions, 'executable' | 'extension'>,
): Promise<Running> {
  const extension = builtFor(kind);
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${extension}: npm run build`);
  }
  if (kind === 'firefox') return launchFirefox({ ...options, executable, extension });
  return launchChromium(kind, { ...options, executable, extension });
}
