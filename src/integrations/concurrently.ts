/** Many small pieces of work, a few at a time, each result as it comes. */

/**
 * When one fails, or whoever asks stops asking, the work that is still under way is told by its signal and waited for, so that
 * nothing goes on behind the caller's back.
 */
export async function* concurrently<Item, Result>(
  items: Iterable<Item>,
  most: number,
  signal: AbortSignal,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Result> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const running = new Map<number, Promise<{ number: number; result: Result }>>();
  const next = async (): Promise<Result> => {
    const { number, result } = await Promise.race(running.values());
    running.delete(number);
    return result;
  };
  try {
    let number = 0;
    for (const item of items) {
      const mine = number++;
      running.set(
        mine,
        work(item, both).then((result) => ({ number: mine, result })),
      );
      if (running.size >= most) yield await next();
    }
    while (running.size > 0) yield await next();
  } finally {
    stop.abort();
    await Promise.allSettled(running.values());
  }
}
