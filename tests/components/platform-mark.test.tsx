import { render } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { PlatformMark } from '../../components/PlatformMark.tsx';
import { PLATFORMS } from '../../fixtures/platforms.ts';
import { platformName } from '../../lib/platforms.ts';

const drawn = (platform: string) =>
  render(<PlatformMark platform={platform} />)
    .container.querySelector('path')
    ?.getAttribute('d');

it('has a different mark for every known platform, and one plain mark for all others', () => {
  const known = PLATFORMS.map(({ word }) => word).filter((word) => platformName(word) !== word);
  const marks = new Set(known.map(drawn));
  expect(marks.size).toBe(known.length);
  expect(drawn('reddit_ads')).toBe(drawn('été'));
  expect(marks).not.toContain(drawn('été'));
});

it('adds no text to the name, and is hidden from screen readers', () => {
  const { container } = render(<PlatformMark platform="tiktok_ads" />);
  expect(container.querySelector('path')).not.toBeNull();
  expect(container.textContent).toBe('');
  expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
});
