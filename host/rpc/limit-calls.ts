/** The most calls of one page that run at once; further ones wait in the page (PLATFORM-28). */
const atOnce = 10;

/** Lets at most ten pieces of work run at once; further ones start, in order, as others end. */
export const limitCalls = () => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const next = (): void => {
    running -= 1;
    waiting.shift()?.();
  };
  return <T>(work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        running += 1;
        work().then(resolve, reject).finally(next);
      };
      if (running < atOnce) start();
      else waiting.push(start);
    });
};
