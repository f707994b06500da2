import { useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import type { Account } from '../lib/schema/snapshot.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import css from './Accounts.module.css';
import { Section } from './Section.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';

const t = sourceTexts;

/** A source may have thousands. */
const ACCOUNTS_AT_ONCE = 50;

/** Masked references only: the import saw to that. */
export function Accounts({ accounts, format }: { accounts: Account[]; format: Format }) {
  const { shown, rest, showMore } = useBounded(accounts, ACCOUNTS_AT_ONCE);
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = t.accountsColumns;
  return (
    <Section id="external-accounts" title={t.accountsTitle}>
      {accounts.length === 0 ? (
        <p class={css.end}>{t.accountsNone}</p>
      ) : (
        <>
          <table class={css.accounts} aria-labelledby="external-accounts">
            <thead>
              <tr>
                <th scope="col">{columns.account}</th>
                <th scope="col">{columns.maskedRef}</th>
                <th scope="col">{columns.selected}</th>
              </tr>
            </thead>
            <tbody ref={body}>
              {shown.map((account, index) => (
                <tr key={index}>
                  <td>
                    <bdi>{account.name}</bdi>{' '}
                    <span class={css.mapping}>{t.accountMapping(account.mapping_status)}</span>
                  </td>
                  <td data-label={columns.maskedRef}>
                    <bdi>
                      <code>{account.masked_ref}</code>
                    </bdi>
                  </td>
                  <td data-label={columns.selected}>{account.selected ? t.yes : t.no}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ShowMore
            rest={rest}
            label={(count) => t.more(format.count(count))}
            onClick={showMore}
            list={body}
          />
        </>
      )}
      <p class={css.end}>{t.accountsEnd}</p>
    </Section>
  );
}
