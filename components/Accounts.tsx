import type { Account } from '../lib/schema/snapshot.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import css from './Accounts.module.css';
import { Section } from './Section.tsx';

const t = sourceTexts;

/** Masked references only: the import saw to that. */
export function Accounts({ accounts }: { accounts: Account[] }) {
  const columns = t.accountsColumns;
  return (
    <Section id="external-accounts" title={t.accountsTitle}>
      {accounts.length === 0 ? (
        <p class={css.end}>{t.accountsNone}</p>
      ) : (
        <table class={css.accounts} aria-labelledby="external-accounts">
          <thead>
            <tr>
              <th scope="col">{columns.account}</th>
              <th scope="col">{columns.maskedRef}</th>
              <th scope="col">{columns.selected}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account, index) => (
              <tr key={index}>
                <td>
                  {account.name} <span class={css.mapping}>{t.accountMapping(account.mapping_status)}</span>
                </td>
                <td data-label={columns.maskedRef}>
                  <code>{account.masked_ref}</code>
                </td>
                <td data-label={columns.selected}>{account.selected ? t.yes : t.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class={css.end}>{t.accountsEnd}</p>
    </Section>
  );
}
