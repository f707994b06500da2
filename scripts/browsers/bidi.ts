import { z } from 'zod';

const Message = z.union([
  z.object({ type: z.literal('success'), id: z.number(), result: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.number().nullable(), error: z.string(), message: z.string() }),
  z.object({ type: z.literal('event') }),
]);

const Evaluated = z.union([
  z.object({ type: z.literal('success'), result: z.object({ value: z.string().optional() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

/** A connection that speaks WebDriver BiDi: https://w3c.github.io/webdriver-bidi/ */
export interface Bidi {
  /** @throws the browser's own error, or an error if the answer has another shape */
  send<T>(method: string, params: object, shape: z.ZodType<T>): Promise<T>;
  /** Evaluates and awaits an expression in a context. @returns what JSON keeps of the result @throws what it throws */
  evaluate(context: string, expression: string): Promise<unknown>;
  close(): void;
}

/** Opens a session at the address that Firefox prints when it starts. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = Message.parse(JSON.parse(String(data)));
    if (message.type === 'event' || message.id === null) return;
    const answer = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'success') answer?.resolve(message.result);
    else answer?.reject(new Error(`${message.error}: ${message.message}`));
  });
  socket.addEventListener('close', () => {
    for (const answer of waiting.values()) answer.reject(new Error('The browser has closed'));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`Nothing answers at ${address}`)));
  });

  const bidi: Bidi = {
    async send(method, params, shape) {
      if (socket.readyState !== WebSocket.OPEN) throw new Error('The browser has closed');
      const id = ++last;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
      socket.send(JSON.stringify({ id, method, params }));
      return shape.parse(await answer.promise);
    },
    async evaluate(context, expression) {
      const answer = await bidi.send(
        'script.evaluate',
        {
          // JSON has no undefined.
          expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
          target: { context },
          awaitPromise: true,
          userActivation: true,
        },
        Evaluated,
      );
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      const value: unknown = JSON.parse(answer.result.value ?? 'null');
      return value;
    },
    close: () => socket.close(),
  };
  await bidi.send('session.new', { capabilities: {} }, z.unknown());
  return bidi;
}
