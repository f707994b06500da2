import { useRef } from 'preact/hooks';
import type { Format } from '../lib/panel/format.ts';
import type { Account } from '../lib/schema/snapshot.ts';
import { sourceTexts } from '../lib/texts/source.ts';
import css from './Accounts.module.css';
import { Section } from './Section.tsx';
import { ShowMore, useBounded } from './ShowMore.tsx';
import { ToneIcon } from './ToneBadge.tsx';

const t = sourceTexts;

/** A source may have thousands. */
const ACCOUNTS_AT_ONCE = 50;

interface Props {
  /** Null if not reported. */
  accounts: readonly Account[] | null;
  format: Format;
}

/** Masked references only: the import makes sure of that. */
export function Accounts({ accounts, format }: Props) {
  return (
    <Section id="external-accounts" title={t.accountsTitle}>
      {accounts === null || accounts.length === 0 ? (
        <p class={css.end} dir="ltr">
          {accounts === null ? t.accountsUnreported : t.accountsNone}
        </p>
      ) : (
        <Table accounts={accounts} format={format} />
      )}
      <p class={css.end} dir="ltr">
        {t.accountsEnd}
      </p>
    </Section>
  );
}

function Table({ accounts, format }: { accounts: readonly Account[]; format: Format }) {
  const { shown, rest, showMore } = useBounded(accounts, ACCOUNTS_AT_ONCE);
  const body = useRef<HTMLTableSectionElement>(null);
  const columns = t.accountsColumns;
  return (
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
              <th scope="row">
                <bdi>{account.name}</bdi>{' '}
                <span class={css.facts} dir="ltr">
                  {t.accountMapping(account.mapping_status)}
                  <MoreFacts account={account} />
                </span>
              </th>
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
      <div class={css.more}>
        <ShowMore rest={rest} label={(count) => t.more(format.count(count))} onClick={showMore} list={body} />
      </div>
    </>
  );
}

/** Only the fields that are reported. */
function MoreFacts({ account: { status, time_zone, currency } }: { account: Account }) {
  return (
    <>
      {status !== undefined && (
        <>
          {' · '}
          {status !== 'ok' && <ToneIcon tone="warning" />}
          <code>{status}</code>
        </>
      )}
      {[time_zone, currency].map((fact) => fact !== undefined && ` · ${fact}`)}
    </>
  );
}
