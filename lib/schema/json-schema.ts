import * as z from 'zod/mini';
import { snapshotSchema } from './snapshot.ts';

/** The snapshot's schema as JSON Schema (draft 2020-12), for people who write exporters. */
export function publishedSchema() {
  const { $schema, ...schema } = z.toJSONSchema(snapshotSchema);
  return { $schema, title: 'Source Status Panel snapshot', description: DESCRIPTION, ...schema };
}

const DESCRIPTION =
  "The state of a team's marketing data sources at one instant. Beyond this schema: ids of profiles and of sources, and " +
  'authorized ids, each occur once; every profile_id names one of the profiles; no text holds a credential; the file has at most 8 MiB.';
