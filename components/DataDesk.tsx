import type { Data } from '../lib/panel/data.ts';
import type { Model } from '../lib/panel/model.ts';
import { dataTexts } from '../lib/texts/data.ts';
import { troubleTexts } from '../lib/texts/trouble.ts';
import css from './DataDesk.module.css';
import { saveFile } from './files.ts';
import { Import } from './Import.tsx';
import { LastOutcome } from './LastOutcome.tsx';
import { Scenarios } from './Scenarios.tsx';
import { Section } from './Section.tsx';
import { ToneIcon } from './ToneBadge.tsx';

const t = dataTexts;

interface Props {
  model: Model;
  /** The extension's own version and build, in words. */
  build: string;
}

/** The place where testers load any state and teams import their own snapshot. */
export function DataDesk({ model, build }: Props) {
  const { data } = model;
  return (
    <>
      <div class={css.heading}>
        <h1 class={css.title} tabIndex={-1}>
          {t.title}
        </h1>
        <p class={css.quiet} dir="ltr">
          {t.intro}
        </p>
        <StoredTrouble model={model} />
      </div>
      <Import model={model} />
      <Section id="keep" title={t.keepTitle}>
        <div class={css.body}>
          <Choice help={t.exportHelp} label={t.export} onClick={() => exportTo(data)} />
          <LastOutcome data={data} of="export" />
          <Choice help={t.resetHelp} label={t.reset} onClick={data.reset} />
          <LastOutcome data={data} of="reset" />
        </div>
      </Section>
      <Scenarios model={model}>
        <Section id="about" title={t.aboutTitle}>
          <p class={css.about} dir="ltr">
            {t.version} {build} ·{' '}
            <a href="/LICENSES.txt" target="_blank" rel="noreferrer">
              {t.licences}
            </a>
          </p>
        </Section>
      </Scenarios>
    </>
  );
}

/** Warns that something is stored which this version can't show, before it is replaced. */
function StoredTrouble({ model }: { model: Model }) {
  const { state } = model.list.value;
  if (state !== 'newer' && state !== 'damaged') return null;
  return (
    <p class={css.trouble} dir="ltr">
      <ToneIcon tone="unknown" />
      <span>
        {troubleTexts[state]} {troubleTexts[`${state}Help`]}
      </span>
    </p>
  );
}

function Choice({ help, label, onClick }: { help: string; label: string; onClick: () => void }) {
  return (
    <div class={css.choice}>
      <p class={css.quiet} dir="ltr">
        {help}
      </p>
      <button type="button" class="button" onClick={onClick}>
        {label}
      </button>
    </div>
  );
}

async function exportTo(data: Data): Promise<void> {
  const file = await data.exportFile();
  if (file) saveFile(file.name, file.text);
}
