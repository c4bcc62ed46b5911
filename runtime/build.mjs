/** Bundles the runtime into the Python package: what V8, pages and pages with Mosaic run, fonts and advances. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import opentype from "opentype.js";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "..", "src", "inspect_viz", "_runtime");
const fonts = join(here, "node_modules", "@expo-google-fonts", "arimo");
const FACES = { regular: "400Regular/Arimo_400Regular.ttf", bold: "700Bold/Arimo_700Bold.ttf" };
/** Latin, Greek, Cyrillic and general punctuation; other glyphs are estimated. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x52f],
  [0x1e00, 0x1fff],
  [0x2010, 0x2044],
  [0x20a0, 0x20bf],
  [0x2190, 0x2193],
  [0x2212, 0x2265],
];

function advances() {
  const table = { unitsPerEm: 0, regular: {}, bold: {} };
  for (const [name, path] of Object.entries(FACES)) {
    const font = opentype.parse(new Uint8Array(readFileSync(join(fonts, path))).buffer);
    table.unitsPerEm = font.unitsPerEm;
    for (const [from, to] of RANGES) {
      for (let code = from; code <= to; code++) {
        const glyph = font.charToGlyph(String.fromCharCode(code));
        if (glyph.index > 0) table[name][String.fromCharCode(code)] = glyph.advanceWidth;
      }
    }
  }
  return JSON.stringify(table);
}

const advanceTable = {
  name: "advances",
  setup(b) {
    b.onLoad({ filter: /advances\.json$/ }, () => ({ contents: advances(), loader: "json" }));
  },
};

const common = {
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  absWorkingDir: here,
  plugins: [advanceTable],
};

mkdirSync(join(out, "fonts"), { recursive: true });
for (const path of Object.values(FACES)) copyFileSync(join(fonts, path), join(out, "fonts", path.split("/")[1]));
copyFileSync(join(fonts, "LICENSE_FONT"), join(out, "fonts", "LICENSE"));
const SCRIPTS = {
  "src/static/main.ts": "static.js",
  "src/page/loader.ts": "loader.js",
  "src/page/main.ts": "core.js",
  "src/page/later.ts": "later.js",
  "src/live/main.ts": "live.js",
  "src/live/loader.ts": "live-loader.js",
};
const script = { ...common, format: "iife", target: "es2022", platform: "browser" };
for (const [entry, file] of Object.entries(SCRIPTS)) {
  const define = { LIVING: String(file === "live.js") };
  await build({ ...script, define, entryPoints: [entry], outfile: join(out, file) });
}
await build({ ...script, format: "esm", entryPoints: ["src/live/widget.ts"], outfile: join(out, "widget.js") });
for (const [entry, file] of Object.entries({
  "page/style/main.css": "core.css",
  "page/style/later.css": "later.css",
  "live/style/live.css": "live.css",
})) {
  await build({
    ...common,
    entryPoints: [`src/${entry}`],
    outfile: join(out, file),
    // The oldest browsers with all that the sheets use, once their nested rules are flat.
    target: ["chrome111", "firefox113", "safari16.4"],
  });
}

/** DuckDB for pages, packed once for each version: that takes seconds. */
const duckdb = join(here, "node_modules", "@duckdb", "duckdb-wasm");
const { version } = JSON.parse(readFileSync(join(duckdb, "package.json"), "utf-8"));
const PACKED = {
  "duckdb.worker.js.gz": "duckdb-browser-eh.worker.js",
  "duckdb.wasm.gz": "duckdb-eh.wasm",
};
for (const [file, from] of Object.entries(PACKED)) {
  const kept = join(duckdb, `${version}-${file}`);
  const source = readFileSync(join(duckdb, "dist", from));
  const bytes = from.endsWith(".js") ? source.toString().replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n") : source;
  if (!existsSync(kept)) writeFileSync(kept, gzipSync(bytes, { level: 9 }));
  copyFileSync(kept, join(out, file));
}
writeFileSync(join(out, "duckdb.version"), version);
