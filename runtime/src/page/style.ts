/** The style sheet of pages with pictures. Colours are custom properties; text keeps AA contrast in light and dark. */

const LIGHT = `
--iv-surface:#ffffff;--iv-ink:#1f2937;--iv-muted:#545d69;--iv-line:#d1d5db;--iv-raised:#ffffff;--iv-hover:#eef0f3;
--iv-accent:#0b57d0;--iv-found:#c2185b;--iv-shadow:0 1px 2px rgb(31 41 55/.10),0 6px 20px rgb(31 41 55/.16);color-scheme:light;`;

const DARK = `
--iv-surface:#111827;--iv-ink:#e5e7eb;--iv-muted:#a3adbb;--iv-line:#374151;--iv-raised:#1f2937;--iv-hover:#2d394b;
--iv-accent:#8ab4f8;--iv-found:#ff7ab2;--iv-shadow:0 1px 2px rgb(0 0 0/.5),0 6px 20px rgb(0 0 0/.55);color-scheme:dark;`;

/** Hosts that say which theme they show: JupyterLab, VS Code, Quarto. */
const LIGHT_HOST = `[data-jp-theme-light="true"],.vscode-light,.quarto-light`;
const DARK_HOST = `[data-jp-theme-light="false"],.vscode-dark,.quarto-dark`;

/** The picture's own colours are attributes for a light page; in the dark, paper and cells without a value change. */
const dark = (figure: string): string =>
  `${figure}{${DARK}}${figure} [data-part="background"]{fill:var(--iv-surface)}${figure} rect[data-fill="none"]{fill:#b3bac4}${figure} [data-state] rect[data-fill="none"]{stroke:var(--iv-muted)}`;

const COLORS = `
.inspect-viz{${LIGHT}}
@media screen and (prefers-color-scheme:dark){${dark(`.inspect-viz:not([data-theme="light"]):not(:is(${LIGHT_HOST}) *)`)}}
@media screen{${dark(`.inspect-viz[data-theme="dark"]`)}${dark(`:is(${DARK_HOST}) .inspect-viz:not([data-theme="light"])`)}}`;

const PICTURE = `
.inspect-viz{position:relative;box-sizing:border-box;width:fit-content;min-width:min(100%,420px);max-width:100%;margin:0;color:var(--iv-ink);font:13px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
.inspect-viz>svg{direction:ltr;touch-action:pan-x pan-y}
.inspect-viz>svg,.inspect-viz>[data-part="picture"]{display:block;max-width:100%;height:auto;color:var(--iv-ink)}
.inspect-viz>svg [data-part="problems"]{fill:var(--iv-muted)}
.inspect-viz [data-part="paint"],.inspect-viz [data-state] path{color:#1f2328}
.inspect-viz [data-part="cells"]{cursor:crosshair;outline:none}
.inspect-viz [data-part="cells"]:focus-visible{stroke:var(--iv-accent);stroke-width:2px}
.inspect-viz [data-sign~="halo"]{stroke:#fff;stroke-width:3.5px}
.inspect-viz [data-sign~="line"]{stroke:#111;stroke-width:1.5px}
.inspect-viz [data-sign~="guide"][data-sign~="halo"]{stroke-width:2px;stroke-opacity:.55}
.inspect-viz [data-sign~="guide"][data-sign~="line"]{stroke-width:.75px;stroke-opacity:.8;stroke-dasharray:2 2}
.inspect-viz [data-sign="found line"]{stroke:var(--iv-found);stroke-width:2px}
.inspect-viz [data-sign="found halo"]{stroke-width:5px}`;

const TIP = `
.inspect-viz [role="tooltip"]{position:fixed;inset:0 auto auto 0;z-index:2147483000;box-sizing:border-box;width:max-content;max-width:min(420px,calc(100vw - 16px));max-height:calc(100vh - 16px);margin:0;padding:8px 11px;overflow:hidden;border:1px solid var(--iv-line);border-radius:8px;background:var(--iv-raised);color:var(--iv-ink);box-shadow:var(--iv-shadow);pointer-events:none;font-size:12.5px}
.inspect-viz [role="tooltip"][hidden]{display:none}
.inspect-viz [role="tooltip"][data-pinned]{overflow:auto;pointer-events:auto;border-color:var(--iv-accent)}
.inspect-viz dl{display:grid;grid-template-columns:fit-content(11em) minmax(0,1fr);gap:1px 10px;margin:0}
.inspect-viz dt{margin:0;color:var(--iv-muted);font-weight:400;overflow-wrap:anywhere;text-align:left}
.inspect-viz dd{margin:0;overflow-wrap:anywhere;white-space:pre-line;unicode-bidi:plaintext;text-align:start}
.inspect-viz dd[data-part="value"]{font-weight:600;font-variant-numeric:tabular-nums}
.inspect-viz [data-part="swatch"]{display:inline-block;width:.75em;height:.75em;margin-right:.45em;border-radius:2px;box-shadow:0 0 0 1px var(--iv-line);forced-color-adjust:none}
.inspect-viz [data-part="state"]{margin-left:.6em;font-weight:400;color:var(--iv-muted)}
.inspect-viz [data-part="hint"]{margin:5px 0 0;color:var(--iv-muted);font-size:11.5px}
.inspect-viz :is([data-part="hint"],[data-part="links"]):empty{display:none}
.inspect-viz [data-part="links"]{display:flex;flex-wrap:wrap;gap:4px 12px;margin:7px 0 0;padding:7px 0 0;border-top:1px solid var(--iv-line);list-style:none}
.inspect-viz [data-part="links"] li{margin:0}
.inspect-viz [role="tooltip"] dd{max-height:8.4em;overflow:hidden auto}
.inspect-viz [role="tooltip"] a{color:var(--iv-accent);text-decoration:underline;text-underline-offset:2px}
.inspect-viz [data-part="actions"]{display:flex;gap:6px;margin:8px 0 1px}`;

const TOOLS = `
@media (scripting:enabled){.inspect-viz{padding-top:32px}}
.inspect-viz [data-part="tools"]{position:absolute;inset:0 0 auto 0;box-sizing:border-box;height:30px;display:flex;align-items:center;justify-content:flex-end;gap:8px;opacity:0;transition:opacity .12s}
.inspect-viz:hover>[data-part="tools"],.inspect-viz:focus-within>[data-part="tools"]{opacity:1}
@media (hover:none){.inspect-viz>[data-part="tools"]{opacity:1}}
.inspect-viz [data-part="tools"] [role="group"]{display:flex;gap:1px}
.inspect-viz button{display:inline-flex;align-items:center;justify-content:center;box-sizing:border-box;min-width:26px;height:26px;margin:0;padding:0 6px;border:1px solid transparent;border-radius:6px;background:none;color:var(--iv-muted);font:500 12px/1 inherit;font-family:inherit;cursor:pointer}
.inspect-viz button:hover{background:var(--iv-hover);color:var(--iv-ink)}
.inspect-viz button[aria-expanded="true"]{background:var(--iv-hover);color:var(--iv-ink)}
.inspect-viz button:disabled,.inspect-viz button[aria-disabled="true"]{opacity:.45;cursor:default;background:none}
.inspect-viz [data-part="actions"] button,.inspect-viz [data-part="pager"] button{border-color:var(--iv-line)}
.inspect-viz :is(button,a,input,summary,[data-part="scroller"]):focus-visible{outline:2px solid var(--iv-accent);outline-offset:1px}
.inspect-viz [data-part="find"]{position:relative}
.inspect-viz input{box-sizing:border-box;width:168px;height:26px;margin:0;padding:0 8px;border:1px solid var(--iv-line);border-radius:6px;background:var(--iv-raised);color:var(--iv-ink);font:12.5px/1.4 inherit;font-family:inherit}
.inspect-viz input::placeholder{color:var(--iv-muted);opacity:1}
.inspect-viz [data-part="suggestions"]{position:absolute;z-index:10;inset:29px 0 auto auto;box-sizing:border-box;min-width:168px;max-width:min(420px,90vw);width:max-content;max-height:260px;margin:0;padding:4px;overflow:auto;list-style:none;border:1px solid var(--iv-line);border-radius:8px;background:var(--iv-raised);box-shadow:var(--iv-shadow)}
.inspect-viz [data-part="suggestions"][hidden]{display:none}
.inspect-viz [role="option"]{margin:0;padding:3px 8px;border-radius:5px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;cursor:pointer}
.inspect-viz [role="option"]:hover,.inspect-viz [role="option"][aria-selected="true"]{background:var(--iv-hover)}
.inspect-viz [data-part="status"]{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;text-align:left;color:var(--iv-muted);font-size:12px}
.inspect-viz [data-part="speech"]{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.inspect-viz [data-part="trouble"]{margin:6px 0 0;color:var(--iv-muted)}`;

const TABLE = `
.inspect-viz [data-part="tables"]{width:0;min-width:100%;margin-top:10px}
.inspect-viz [data-part="tables"][hidden]{display:none}
.inspect-viz [data-part="problem-list"]{margin:0 0 10px;font-size:12.5px}
.inspect-viz summary{width:fit-content;font-weight:600;cursor:pointer}
.inspect-viz [data-part="problem-list"] ul{margin:4px 0 0;padding-left:20px}
.inspect-viz [data-part="problem-list"] li{margin:0 0 2px;overflow-wrap:anywhere;unicode-bidi:plaintext}
.inspect-viz [data-part="scroller"]{max-height:420px;overflow:auto;border:1px solid var(--iv-line);border-radius:8px}
.inspect-viz table{width:auto;min-width:100%;margin:0;border-collapse:separate;border-spacing:0;color:var(--iv-ink);background:var(--iv-surface);font-size:12.5px}
.inspect-viz caption{padding:6px 10px;text-align:left;font-weight:600}
.inspect-viz :is(th,td){max-width:260px;padding:3px 10px;border:0;border-bottom:1px solid var(--iv-line);overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:400;background:var(--iv-surface)}
.inspect-viz td{text-align:right;font-variant-numeric:tabular-nums}
.inspect-viz th{text-align:left}
.inspect-viz thead th{position:sticky;top:0;z-index:1;font-weight:600;text-align:right}
.inspect-viz thead th:first-child{text-align:left}
.inspect-viz :is(tbody th,thead th:first-child){position:sticky;left:0}
.inspect-viz thead th:first-child{z-index:2}
.inspect-viz [data-part="pager"]{display:flex;align-items:center;gap:6px;margin:8px 0 0;color:var(--iv-muted)}
.inspect-viz [data-part="pager"] span{flex:1}`;

const MEDIA = `
@media (prefers-reduced-motion:reduce){.inspect-viz *{transition:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.inspect-viz>svg{forced-color-adjust:none}.inspect-viz [role="tooltip"]{border-color:CanvasText}}
@media print{.inspect-viz{padding-top:0}.inspect-viz :is([data-part="tools"],[role="tooltip"]){display:none}}
@media (max-width:520px){.inspect-viz [data-part="status"]{display:none}.inspect-viz input{width:88px}.inspect-viz [data-part="tools"]{gap:3px}.inspect-viz button{padding:0 4px;min-width:24px}}`;

const squeezed = (css: string): string => css.replaceAll("\n", "");

export const STYLE = squeezed(COLORS + PICTURE + TIP + TOOLS + TABLE + MEDIA);
