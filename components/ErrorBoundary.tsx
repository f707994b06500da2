import { Component, type ComponentChildren } from 'preact';
import { troubleTexts } from '../lib/texts/trouble.ts';
import { Trouble } from './Trouble.tsx';

interface Props {
  children: ComponentChildren;
}

/** If a component throws or its code can't be loaded, shows what went wrong instead of a blank place. */
export class ErrorBoundary extends Component<Props, { error: unknown; hasFailed: boolean }> {
  override state = { error: null, hasFailed: false };

  override componentDidCatch(error: unknown): void {
    this.setState({ error, hasFailed: true });
  }

  override render({ children }: Props) {
    const { error, hasFailed } = this.state;
    if (!hasFailed) return children;
    return <Failure title={troubleTexts.broken} error={error} />;
  }
}

interface FailureProps {
  title: string;
  /** Omitted if not known. */
  error?: unknown;
  isCard?: boolean;
}

/** What went wrong, its cause, and the one thing that may help. */
export function Failure({ title, error, isCard = false }: FailureProps) {
  const t = troubleTexts;
  const cause = error === undefined ? '' : ` ${t.cause} ${causeOf(error)}`;
  return (
    <Trouble title={title} help={`${t.brokenHelp}${cause}`} isCard={isCard}>
      <button class="button" type="button" onClick={() => location.reload()}>
        {t.reload}
      </button>
    </Trouble>
  );
}

/** A JSON parser's message quotes the text, which may hold anything. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(typeof error);
  return error instanceof SyntaxError ? error.name : `${error.name}: ${error.message}`;
}
