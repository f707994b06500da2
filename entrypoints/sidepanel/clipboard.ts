import type { Report } from '../../lib/report/report.ts';

/** Writes formatted and plain text, or plain alone if the browser takes no formatted text. @throws if it refuses both */
export async function writeClipboard({ text, html }: Report): Promise<void> {
  const blob = (content: string, type: string) => new Blob([content], { type });
  try {
    const item = new ClipboardItem({
      'text/plain': blob(text, 'text/plain'),
      'text/html': blob(html, 'text/html'),
    });
    await navigator.clipboard.write([item]);
  } catch {
    await navigator.clipboard.writeText(text);
  }
}
