/** Values with typed arrays in one block of bytes: a JSON head that names the planes, then the planes. */

type Plane = Float64Array | Uint32Array | Uint16Array | Uint8Array;

const KINDS = { f64: Float64Array, u32: Uint32Array, u16: Uint16Array, u8: Uint8Array } as const;
type Kind = keyof typeof KINDS;

interface Reference {
  $plane: Kind;
  at: number;
  length: number;
  /** The plane holds codes of this table of distinct values. */
  table?: Reference;
}

/** A reference as a reader meets it: innermost values come first, so a table is a plane by then. */
type Met = Omit<Reference, "table"> & { table?: Plane };

const ALIGN = 8;
const MAX_CODES = 65536;

function kindOf(plane: Plane): Kind {
  for (const kind of Object.keys(KINDS) as Kind[]) if (plane instanceof KINDS[kind]) return kind;
  throw new TypeError("not a plane");
}

/** Distinct values and a code for each entry, or null where codes would not be shorter. */
function encode(plane: Float64Array): { table: Float64Array; codes: Uint8Array | Uint16Array } | null {
  const codeOf = new Map<number, number>();
  const codes = new Uint16Array(plane.length);
  for (let i = 0; i < plane.length; i++) {
    const value = plane[i];
    let code = codeOf.get(value);
    if (code === undefined) {
      code = codeOf.size;
      if (code >= MAX_CODES || code * 2 > plane.length + 64) return null;
      codeOf.set(value, code);
    }
    codes[i] = code;
  }
  const table = Float64Array.from(codeOf.keys());
  return { table, codes: table.length <= 256 ? Uint8Array.from(codes) : codes };
}

/** Bytes of a JSON-like value whose typed arrays are kept as they are. */
export function pack(value: unknown): Uint8Array {
  const planes: { plane: Plane; at: number }[] = [];
  let size = 0;
  const add = (plane: Plane): Reference => {
    const at = size;
    planes.push({ plane, at });
    size = Math.ceil((at + plane.byteLength) / ALIGN) * ALIGN;
    return { $plane: kindOf(plane), at, length: plane.length };
  };
  const reference = (plane: Plane): Reference => {
    const coded = plane instanceof Float64Array ? encode(plane) : null;
    return coded ? { ...add(coded.codes), table: add(coded.table) } : add(plane);
  };
  const isPlane = (v: unknown): v is Plane => ArrayBuffer.isView(v) && !(v instanceof DataView);
  const head = JSON.stringify(value, (_key, v: unknown) => (isPlane(v) ? reference(v) : v));
  const text = new TextEncoder().encode(head);
  const start = Math.ceil((4 + text.length) / ALIGN) * ALIGN;
  const out = new Uint8Array(start + size);
  new DataView(out.buffer).setUint32(0, text.length, true);
  out.set(text, 4);
  for (const { plane, at } of planes) {
    out.set(new Uint8Array(plane.buffer, plane.byteOffset, plane.byteLength), start + at);
  }
  return out;
}

/** The value that `pack` was given. */
export function unpack<T>(bytes: Uint8Array): T {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const start = Math.ceil((4 + length) / ALIGN) * ALIGN;
  const read = ({ $plane, at, length: n }: Met): Plane => {
    const Type = KINDS[$plane];
    const from = bytes.byteOffset + start + at;
    return new Type(bytes.buffer.slice(from, from + n * Type.BYTES_PER_ELEMENT) as ArrayBuffer);
  };
  const plane = (met: Met): Plane => {
    const codes = read(met);
    const { table } = met;
    if (!table) return codes;
    const out = new Float64Array(codes.length);
    for (let i = 0; i < out.length; i++) out[i] = table[codes[i]];
    return out;
  };
  const head = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  return JSON.parse(head, (_key, v: unknown) =>
    v !== null && typeof v === "object" && "$plane" in v ? plane(v as Met) : v,
  ) as T;
}
