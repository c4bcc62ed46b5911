// Runs in the page before its own scripts. The words in capitals are filled in by page.py.
(() => {
  if (window !== top) return;
  const N = CELLS;
  const attempt = (f) => { try { return f(); } catch { return null; } };
  const now = () => performance.timeOrigin + performance.now();
  const frames = (n, then) => requestAnimationFrame(n > 1 ? () => frames(n - 1, then) : then);
  const once = (test, then) => {
    const poll = () => (attempt(test) ? then() : requestAnimationFrame(poll));
    requestAnimationFrame(poll);
  };

  const bench = (window.__bench = { done: null, still: null, shown: null });
  bench.tip = () => attempt(() => TIP);
  bench.area = () => attempt(() => AREA);
  bench.ramp = () => attempt(() => RAMP);

  once(() => READY, () => frames(2, () => { bench.done = now(); }));
  once(() => STILL, () => {
    const seen = now();
    frames(1, () => { bench.still = { seen, after: now() }; });
  });
  bench.painted = () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    if (!bench.still || !paint) return null;
    const first = performance.timeOrigin + paint.startTime;
    return first >= bench.still.seen ? first : bench.still.after;
  };

  let moved = null, armed = false, before = null;
  const note = (event) => { if (armed && moved === null) moved = event.timeStamp; };
  for (const kind of ['pointermove', 'mousemove']) addEventListener(kind, note, true);
  const look = () => {
    if (!armed) return;
    const text = moved === null ? null : bench.tip();
    if (!text || text === before) return requestAnimationFrame(look);
    armed = false;
    bench.shown = { ms: performance.now() - moved, text };
  };
  bench.arm = () => {
    [before, moved, armed, bench.shown] = [bench.tip(), null, true, null];
    requestAnimationFrame(look);
  };
  bench.disarm = () => { armed = false; };
})();
