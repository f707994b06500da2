import type { SyncError } from '../lib/schema/snapshot.ts';
import { explainError, spellExplanation } from '../lib/status/errors/explain.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import css from './RunError.module.css';

const t = sourceTexts;

interface Props {
  platform: string;
  error: SyncError;
  /** The same error is already explained further up. */
  isExplained?: boolean;
}

/** An error's code, its meaning on its platform, and the platform's own message. */
export function RunError({ platform, error: { code, message }, isExplained = false }: Props) {
  return (
    <div class={css.error} dir="ltr">
      {code === null ? t.noErrorCode : <code>{code}</code>}
      {isExplained ? (
        ` · ${t.asAbove}`
      ) : (
        <>
          {code !== null && spellExplanation(explainError(platform, { code }))}{' '}
          {message !== null && (
            <q class={css.message}>
              <bdi>{message}</bdi>
            </q>
          )}
        </>
      )}
    </div>
  );
}
