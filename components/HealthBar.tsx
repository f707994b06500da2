import { countBuckets } from '../lib/panel/list.ts';
import type { Row } from '../lib/snapshot/rows/row.ts';
import { BUCKETS, type Bucket } from '../lib/status/bucket.ts';
import { texts } from '../lib/texts/panel.ts';
import css from './HealthBar.module.css';

/** How many of these rows have each health, worst first. */
export function HealthBar({ rows }: { rows: readonly Row[] }) {
  const counts = countBuckets(rows);
  let x = 0;
  const parts = BUCKETS.flatMap((bucket): { bucket: Bucket; x: number; count: number }[] => {
    const count = counts.get(bucket) ?? 0;
    x += count;
    return count === 0 ? [] : [{ bucket, x: x - count, count }];
  });
  const words = texts.list.healthBar(
    parts.map(({ bucket, count }) => [texts.health[bucket].toLowerCase(), count]),
  );
  return (
    <svg class={css.bar} viewBox={`0 0 ${rows.length} 1`} preserveAspectRatio="none" role="img">
      <title>{words}</title>
      {parts.map((part) => (
        <rect key={part.bucket} x={part.x} width={part.count} height="1" data-bucket={part.bucket} />
      ))}
    </svg>
  );
}
