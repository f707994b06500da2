/** How often the panel's rows are drawn, counted by the browser's profiler, as the extension itself counts nothing. */
import type { CDPSession } from 'playwright-core';

/** How the compiled render function of a source's row begins. */
const RENDER = /^render\(\w+\)\{let\{row:/;

/** Starts counting. Each call of the returned function resolves to the number of rows drawn since the last call. */
export async function countRenders(session: CDPSession): Promise<() => Promise<number>> {
  const sources = new Map<string, string>();
  const ids: string[] = [];
  session.on('Debugger.scriptParsed', ({ scriptId, url }) => {
    if (url.endsWith('.js')) ids.push(scriptId);
  });
  await session.send('Debugger.enable');
  for (const scriptId of ids) {
    const { scriptSource } = await session.send('Debugger.getScriptSource', { scriptId });
    sources.set(scriptId, scriptSource);
  }
  await session.send('Debugger.disable');
  if (![...sources.values()].some((source) => /\brender\(\w+\)\{let\{row:/.test(source))) {
    throw new Error('No render function of a row is in the built panel');
  }
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return async () => {
    const { result } = await session.send('Profiler.takePreciseCoverage');
    return result
      .flatMap(({ scriptId, functions }) =>
        functions.map(({ ranges: [range] }) => {
          if (range === undefined) return 0;
          const text = sources.get(scriptId)?.slice(range.startOffset, range.startOffset + 30) ?? '';
          return RENDER.test(text) ? range.count : 0;
        }),
      )
      .reduce((sum, count) => sum + count, 0);
  };
}
