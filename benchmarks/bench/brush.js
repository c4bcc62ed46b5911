// Runs in the page before its own scripts. The words in capitals are filled in by live_brush.py.
(() => {
  if (window !== top) return;
  const now = () => performance.timeOrigin + performance.now();
  const told = (window.__brush = { sent: [], heard: [] });

  // What a widget asks its kernel and what comes back, by the names of the questions.
  const text = (data) =>
    typeof data === "string"
      ? data
      : new TextDecoder("latin1").decode(new Uint8Array(data.buffer ?? data).slice(0, 9000));
  const note = (list, data) => {
    const found = data instanceof Blob ? null : /"(?:ask|answer|uuid)": ?"([^"]+)"/.exec(text(data));
    if (found) list.push([found[1], now()]);
  };
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => note(told.heard, data));
    }
    send(data) {
      note(told.sent, data);
      super.send(data);
    }
  };

  const bars = () => [...document.querySelectorAll(BARS)].at(-1)?.innerHTML ?? "";
  told.isDrawn = () => bars().includes("<rect") && document.querySelector(HANDLE) !== null;
  // When the pair is there and can be brushed.
  told.whenDrawn = (limit) => until(told.isDrawn, limit, () => now());
  told.place = () => {
    const overlay = document.querySelector(".interval-x .overlay");
    overlay.scrollIntoView({ block: "center" });
    const { x, y, width, height } = overlay.getBoundingClientRect();
    return [x, y, width, height];
  };

  // A resize observer is called after all callbacks of a frame, right before it is painted.
  const inFrames = (look) => {
    const ticker = document.createElement("div");
    ticker.style.cssText = "position:fixed;contain:strict;height:1px;width:1px;visibility:hidden";
    document.body.append(ticker);
    const tick = () => (ticker.style.width = `${3 - parseInt(ticker.style.width)}px`);
    const observer = new ResizeObserver(() => {
      if (!look()) return requestAnimationFrame(tick);
      observer.disconnect();
      ticker.remove();
    });
    observer.observe(ticker);
  };

  // What `tell` says in the first frame in which something holds; null after so many milliseconds.
  const until = (holds, limit, tell) => {
    const start = performance.now();
    return new Promise((done) =>
      inFrames(() => {
        if (holds()) done(tell());
        else if (performance.now() - start > limit) done(null);
        else return false;
        return true;
      }),
    );
  };

  // Once nothing is open or new for so long: what a move sets going is not taken for the answer to the next one.
  told.quiet = (ms, limit) => {
    let [last, since] = [bars(), performance.now()];
    const isOpen = () => told.sent.some(([asked]) => told.heard.every(([name]) => name !== asked));
    const holds = () => {
      if (bars() !== last || isOpen()) [last, since] = [bars(), performance.now()];
      return performance.now() - since >= ms;
    };
    return until(holds, limit, () => true);
  };

  // Once something was asked and all of it is answered: milliseconds from the first question to the last answer.
  told.answered = (limit) => {
    const holds = () => told.sent.length && told.sent.every(([asked]) => told.heard.some(([name]) => name === asked));
    const took = () => Math.max(...told.heard.map(([, at]) => at)) - Math.min(...told.sent.map(([, at]) => at));
    return until(holds, limit, took);
  };

  // From now on waits for a move of the pointer, or a choice, and a frame with other bars in the linked plot.
  told.arm = (kind, limit) => {
    const before = bars();
    let moved = null;
    addEventListener(kind, ({ timeStamp }) => (moved = timeStamp), { capture: true, once: true });
    const seen = () => ({ moved: performance.timeOrigin + moved, drawn: now() });
    told.shown = until(() => moved !== null && bars() !== before, limit, seen);
  };
})();
