import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { PlatformMark } from '../../components/PlatformMark.tsx';

afterEach(cleanup);

it.each([
  ['microsoft_ads', 'MA'],
  ['reddit_ads', 'RA'],
  ['été', 'É'],
  ['🦊 ads', '🦊A'],
])('draws %s, which has no sign, as %s', (platform, initials) => {
  const { container } = render(<PlatformMark platform={platform} />);
  expect(container.querySelector('[data-initials]')?.getAttribute('data-initials')).toBe(initials);
});

it('is no text beside the name, and hidden from screen readers', () => {
  const { container } = render(<PlatformMark platform="tiktok_ads" />);
  expect(container.querySelector('path')).not.toBeNull();
  expect(container.textContent).toBe('');
  expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
});
