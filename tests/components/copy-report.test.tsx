import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { aSnapshot, aSource } from '../../fixtures/builders.ts';
import { openPanel, textOf } from './panel.tsx';

afterEach(cleanup);

const hash = '#/source/tiktok-ads-france';
const announced = () => textOf(screen.getByRole('status'));

/** A clipboard that takes everything. */
function clipboard() {
  const written: string[] = [];
  return { written, writeClipboard: async (text: string) => void written.push(text) };
}

describe('copying the report of a source', () => {
  it('puts it on the clipboard, and says so in place and to those who do not see it', async () => {
    const { written, writeClipboard } = clipboard();
    await openPanel({ stored: aSnapshot(), hash, writeClipboard });
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
    await waitFor(() => expect(announced()).toBe('Report copied.'));
    expect(screen.getAllByText('Report copied.')).toHaveLength(2);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^# TikTok Ads France\n/);
    expect(written[0]).toContain('Snapshot taken 2026-11-20T08:00:00Z, extension version 0.1.0.');
  });

  it('shows it, all selected, where the browser refuses', async () => {
    await openPanel({ stored: aSnapshot(), hash });
    fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
    const report = await screen.findByRole('textbox', { name: /does not let the panel copy/ });
    if (!(report instanceof HTMLTextAreaElement)) throw new Error('No text area');
    expect(report.readOnly).toBe(true);
    expect(report.value).toMatch(/^# TikTok Ads France\n/);
    expect(document.activeElement).toBe(report);
    expect([report.selectionStart, report.selectionEnd]).toEqual([0, report.value.length]);
    expect(announced()).toContain('Copy the report from here');
  });
});

describe('copying the report of what needs action', () => {
  const due = (id: string, name: string) => aSource({ id, name, connection: 'revoked' });

  it('holds those alone, in the order of the list', async () => {
    const { written, writeClipboard } = clipboard();
    const sources = [
      due('b', 'Bad B'),
      aSource({ id: 'fine', name: 'Fine' }),
      { ...due('off', 'Off'), enabled: false, disabled_by: 'user' },
      due('a', 'Bad A'),
    ];
    await openPanel({ stored: aSnapshot({ sources }), writeClipboard });
    fireEvent.click(screen.getByRole('button', { name: 'Copy report of what needs action' }));
    await waitFor(() => expect(written).toHaveLength(1));
    expect(written[0]?.match(/^##? .*/gm)).toEqual(['# 2 of 4 sources need action.', '## Bad A', '## Bad B']);
  });

  it('is not offered where nothing does', async () => {
    await openPanel({ stored: aSnapshot() });
    expect(screen.queryByRole('button', { name: /Copy report/ })).toBeNull();
  });
});
