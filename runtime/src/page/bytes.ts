/** Blocks of a figure: gzip in base64, as hosts write them. */

type FromBase64 = { fromBase64?(text: string): Uint8Array<ArrayBuffer> };

/** Bytes that a page carries as text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const direct = (Uint8Array as FromBase64).fromBase64;
  if (direct) return direct.call(Uint8Array, base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The bytes of a block of a figure. Read piece by piece: a `Response` waits for tasks of the page again and again. */
export async function inflated(block: Pick<Element, "textContent">): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  const ignore = (): void => undefined; // the reader hears of what went wrong
  writer.write(bytesOf(block.textContent!)).catch(ignore);
  writer.close().catch(ignore);
  const pieces: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) pieces.push(read.value);
  return joined(pieces);
}
