/** docs/store.md matches the built extension. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import text from '../../docs/store.md?raw';
import { builtFor } from '../../scripts/browsers/launch.ts';

const Manifest = z.object({
  name: z.string(),
  description: z.string(),
  permissions: z.array(z.string()),
  optional_permissions: z.array(z.string()).default([]),
  host_permissions: z.array(z.string()).default([]),
  optional_host_permissions: z.array(z.string()).default([]),
  commands: z.record(z.string(), z.unknown()),
});

async function manifestOf(kind: 'chromium' | 'firefox') {
  return Manifest.parse(JSON.parse(await readFile(join(builtFor(kind), 'manifest.json'), 'utf8')));
}

/** The permissions that the table gives a reason for, in this browser. */
function justified(browser: string): string[] {
  const [, section = ''] = text.split('\n## Permissions\n');
  const rows = section.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.flatMap(([, asked = '', browsers = '', why = '']) =>
    browsers.includes(browser) && why !== ''
      ? [...asked.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
      : [],
  );
}

describe.each([
  ['Chrome', 'chromium'],
  ['Firefox', 'firefox'],
] as const)('for %s', (browser, kind) => {
  it('gives a reason for every requested permission and shortcut, and for no other', async () => {
    const manifest = await manifestOf(kind);

    expect(justified(browser).toSorted()).toEqual(
      [
        ...manifest.permissions,
        ...manifest.optional_permissions,
        ...manifest.host_permissions,
        ...manifest.optional_host_permissions,
        ...Object.keys(manifest.commands),
      ].toSorted(),
    );
  });

  it('has the manifest’s name and description, and both are short enough', async () => {
    const { name, description } = await manifestOf(kind);

    expect(text).toContain(`**Name:** ${name}\n`);
    expect(text).toContain(`**Short:** ${description}\n`);
    expect(description.length).toBeLessThanOrEqual(132);
  });
});
