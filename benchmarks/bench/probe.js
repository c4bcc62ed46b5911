// Runs in the page before its own scripts. The words in capitals are filled in by page.py.
(() => {
  if (window !== top) return;
  const N = CELLS;
  const attempt = (f) => {
    try {
      return f();
    } catch {
      return null;
    }
  };
  const now = () => performance.timeOrigin + performance.now();
  const frames = (n, then) =>
    requestAnimationFrame(n > 1 ? () => frames(n - 1, then) : then);
  const once = (test, then) => {
    const poll = () => (attempt(test) ? then() : requestAnimationFrame(poll));
    requestAnimationFrame(poll);
  };

  // Promises, awaited from outside: a page's own policy may forbid the evaluation that polling from outside needs.
  const within = (ms, start) =>
    new Promise((resolve) => {
      start(resolve);
      setTimeout(resolve, ms, null);
    });

  let still = null;
  const bench = (window.__bench = {});
  bench.tip = () => attempt(() => TIP);
  bench.area = () => attempt(() => AREA);
  bench.ramp = () => attempt(() => RAMP);

  bench.done = within(LIMIT_MS, (tell) =>
    once(
      () => READY,
      () => frames(2, () => tell(now())),
    ),
  );
  once(
    () => STILL,
    () => {
      const seen = now();
      frames(1, () => {
        still = { seen, after: now() };
      });
    },
  );
  bench.firstPaint = () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return paint ? performance.timeOrigin + paint.startTime : null;
  };
  bench.painted = () => {
    const first = bench.firstPaint();
    return still && first && (first >= still.seen ? first : still.after);
  };

  let moved = null;
  const note = (event) => {
    moved ??= event.timeStamp;
  };
  for (const kind of ["pointermove", "mousemove"])
    addEventListener(kind, note, true);
  // From now on waits for a pointer move and a tip with another text.
  bench.arm = () => {
    const before = bench.tip();
    let text = null;
    moved = null;
    const shown = () =>
      moved !== null && (text = bench.tip()) && text !== before;
    bench.shown = within(WAIT_MS, (tell) =>
      once(shown, () => tell({ ms: performance.now() - moved, text })),
    );
  };
})();
